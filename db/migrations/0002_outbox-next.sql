-- concurrently
CREATE INDEX CONCURRENTLY "outbox_next" ON "outbox" USING btree ((case when "lane" = 'bulk' or "letter_part_id" is not null then 2
          when "lane" = 'asked' or "supporter_id" is null or "campaign_id" is null then 0 else 1 end),"id","due_at") WHERE "outbox"."state" in ('queued', 'claimed') and ("outbox"."update_id" is null or "outbox"."supporter_id" is null);--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "outbox_due_by_lane";
