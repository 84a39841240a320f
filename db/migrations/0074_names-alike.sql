CREATE INDEX "name_reviews_alike" ON "name_reviews" USING btree ("campaign_id","name_sha256") WHERE "name_reviews"."state" = 'queued';
