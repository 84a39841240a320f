ALTER TABLE "bulk_invalidations" ADD COLUMN "undo_begun_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "bulk_invalidations" ADD COLUMN "correction_id" bigint;--> statement-breakpoint
ALTER TABLE "bulk_invalidations" ADD CONSTRAINT "bulk_invalidations_correction_id_corrections_id_fk" FOREIGN KEY ("correction_id") REFERENCES "public"."corrections"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
UPDATE bulk_invalidations SET undo_begun_at = undo_approved_at WHERE undo_approved_at IS NOT NULL;--> statement-breakpoint
WITH told AS (
  SELECT b.id, b.campaign_id, replace(b.note, '{count}', to_char(b.invalidated, 'FM999,999,999')) AS text,
    (coalesce(b.finished_at, b.cancelled_at) AT TIME ZONE 'UTC')::date AS day
  FROM bulk_invalidations b WHERE b.note IS NOT NULL AND b.invalidated > 0 AND b.undone_at IS NULL
), ordered AS (
  SELECT told.*, row_number() OVER (PARTITION BY campaign_id, text, day ORDER BY id) AS place FROM told
), notes AS (
  SELECT id, campaign_id, text, corrected_on, row_number() OVER (PARTITION BY campaign_id, text, corrected_on ORDER BY id) AS place
  FROM corrections WHERE kind = 'removed'
)
UPDATE bulk_invalidations b SET correction_id = n.id
FROM ordered o JOIN notes n ON n.campaign_id = o.campaign_id AND n.text = o.text AND n.corrected_on = o.day AND n.place = o.place
WHERE b.id = o.id;
