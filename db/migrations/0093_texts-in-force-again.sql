ALTER TABLE "petition_versions" ADD COLUMN "in_force_again_at" timestamp with time zone;--> statement-breakpoint

-- The text of an earlier version, published again as one that asks for something else, asks for what that one asked for:
-- whoever signed either signed the same. Spaces make no difference.
DO $$
DECLARE
  v record;
  meaning integer;
BEGIN
  FOR v IN SELECT campaign_id, version, btrim(regexp_replace(body, '\s+', ' ', 'g')) AS words
    FROM petition_versions WHERE same_meaning_as IS NULL ORDER BY campaign_id, version
  LOOP
    SELECT coalesce(e.same_meaning_as, e.version) INTO meaning FROM petition_versions e
    WHERE e.campaign_id = v.campaign_id AND e.version < v.version
      AND btrim(regexp_replace(e.body, '\s+', ' ', 'g')) = v.words
    ORDER BY e.version DESC LIMIT 1;
    IF meaning IS NOT NULL THEN
      UPDATE petition_versions SET same_meaning_as = meaning
      WHERE campaign_id = v.campaign_id AND v.version IN (version, same_meaning_as);
    END IF;
  END LOOP;
END $$;
