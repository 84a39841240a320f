DROP INDEX "pledges_by_status";--> statement-breakpoint
CREATE INDEX "pledges_edited" ON "pledges" USING btree ("campaign_id","meeting_id","series","version") WHERE "pledges"."version" > 1 and "pledges"."status" <> 'email_pending';--> statement-breakpoint
CREATE INDEX "pledges_by_status" ON "pledges" USING btree ("campaign_id","status","meeting_id");