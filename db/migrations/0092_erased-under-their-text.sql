ALTER TABLE "petition_counts" ADD COLUMN "erased" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- Which text an erased person had signed is not kept. They counted with the text in force, so they get the one that was in
-- force when they were erased.
ALTER TABLE "erased_signatures" ADD COLUMN "petition_version" integer;--> statement-breakpoint
UPDATE erased_signatures e SET petition_version = coalesce(
  (SELECT max(v.version) FROM petition_versions v WHERE v.campaign_id = e.campaign_id AND v.published_at <= e.erased_at),
  (SELECT min(v.version) FROM petition_versions v WHERE v.campaign_id = e.campaign_id));--> statement-breakpoint
ALTER TABLE "erased_signatures" ALTER COLUMN "petition_version" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "erased_signatures" ADD CONSTRAINT "erased_signatures_petition_version" FOREIGN KEY ("campaign_id","petition_version") REFERENCES "public"."petition_versions"("campaign_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint

-- Counts erased people under the text they signed. The names of these triggers come after those that count in
-- campaign_counts, so that every transaction locks campaign_counts before petition_counts.
CREATE FUNCTION count_erased_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO petition_counts AS c (campaign_id, version, slot, erased)
    SELECT campaign_id, petition_version, (pg_backend_pid() % 16)::smallint, count(*) FROM added GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (campaign_id, version, slot) DO UPDATE SET erased = c.erased + excluded.erased;
  ELSE
    INSERT INTO petition_counts AS c (campaign_id, version, slot, erased)
    SELECT campaign_id, petition_version, (pg_backend_pid() % 16)::smallint, -count(*) FROM removed GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (campaign_id, version, slot) DO UPDATE SET erased = c.erased + excluded.erased;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER erased_versions_counted_on_insert AFTER INSERT ON erased_signatures
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_erased_versions();--> statement-breakpoint
CREATE TRIGGER erased_versions_counted_on_delete AFTER DELETE ON erased_signatures
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_erased_versions();--> statement-breakpoint
INSERT INTO petition_counts AS c (campaign_id, version, slot, erased)
SELECT campaign_id, petition_version, 0, count(*) FROM erased_signatures GROUP BY 1, 2
ON CONFLICT (campaign_id, version, slot) DO UPDATE SET erased = c.erased + excluded.erased;--> statement-breakpoint

-- A letter counts after its writer is erased only if it was handed over: one that never left can never be delivered.
CREATE OR REPLACE FUNCTION keep_counting_letters() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO erased_letters (campaign_id, state)
  SELECT campaign_id, state FROM removed
  WHERE handed_over_at IS NOT NULL AND state NOT IN ('email_pending', 'withdrawn', 'refused');
  RETURN NULL;
END $$;--> statement-breakpoint
WITH never_left AS (DELETE FROM erased_letters WHERE state IN ('confirmed', 'queued') RETURNING campaign_id)
INSERT INTO letter_counts AS c (campaign_id, slot, erased)
SELECT campaign_id, 0, -count(*) FROM never_left GROUP BY 1
ON CONFLICT (campaign_id, slot) DO UPDATE SET erased = c.erased + excluded.erased;
