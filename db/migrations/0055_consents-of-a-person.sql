-- Without it, every person that is erased or undone costs a look at all consents there are.
CREATE INDEX "consents_supporter" ON "consents" USING btree ("supporter_id");
