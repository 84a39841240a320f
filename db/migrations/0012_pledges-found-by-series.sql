CREATE INDEX "pledges_series" ON "pledges" USING btree ("series");--> statement-breakpoint
CREATE INDEX "pledges_by_status" ON "pledges" USING btree ("campaign_id","status");