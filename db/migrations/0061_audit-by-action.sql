CREATE INDEX "audit_entries_of_action" ON "audit_entries" USING btree ("campaign_id","action","id" DESC NULLS LAST);
