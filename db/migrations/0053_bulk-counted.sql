ALTER TABLE "bulk_invalidations" ALTER COLUMN "matched" DROP NOT NULL;--> statement-breakpoint
CREATE INDEX "bulk_invalidations_to_count" ON "bulk_invalidations" USING btree ("id") WHERE "bulk_invalidations"."matched" is null and "bulk_invalidations"."cancelled_at" is null;--> statement-breakpoint
ALTER TABLE "bulk_invalidations" ADD CONSTRAINT "bulk_invalidations_counted_before_approved" CHECK ("bulk_invalidations"."approved_at" is null or "bulk_invalidations"."matched" is not null);--> statement-breakpoint

-- The conditions stay as they were asked for, but that the hash of a network goes when its key does.
DROP TRIGGER bulk_invalidations_stay ON bulk_invalidations;--> statement-breakpoint
CREATE TRIGGER bulk_invalidations_stay BEFORE UPDATE ON bulk_invalidations FOR EACH ROW
  WHEN (((old.campaign_id, old.number, old.up_to_id, old.asked_by_id)
      IS DISTINCT FROM (new.campaign_id, new.number, new.up_to_id, new.asked_by_id)
    OR (old.conditions IS DISTINCT FROM new.conditions AND new.conditions IS DISTINCT FROM
      CASE jsonb_typeof(old.conditions) WHEN 'object' THEN jsonb_set(old.conditions, '{block}', '"gone"') END))
    AND new.asked_by_id IS NOT NULL)
  EXECUTE FUNCTION keep_bulk_conditions();
