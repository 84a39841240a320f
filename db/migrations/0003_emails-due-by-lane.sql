-- concurrently
CREATE INDEX CONCURRENTLY "deliveries_due_by_lane" ON "deliveries" USING btree (("lane" = 'bulk'),"due_at","id") WHERE "deliveries"."state" in ('queued', 'claimed') and ("deliveries"."update_id" is null or "deliveries"."supporter_id" is null);--> statement-breakpoint
DROP INDEX CONCURRENTLY "deliveries_due";
