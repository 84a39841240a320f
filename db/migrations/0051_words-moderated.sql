DROP INDEX "comment_reviews_page";--> statement-breakpoint
CREATE INDEX "comment_reviews_page" ON "comment_reviews" USING btree ("campaign_id","state","found_at","signature_id");--> statement-breakpoint
CREATE INDEX "comment_reviews_held" ON "comment_reviews" USING btree ("campaign_id","found_at","signature_id") WHERE "comment_reviews"."state" = 'queued' and cardinality("comment_reviews"."reasons") > 0;--> statement-breakpoint
CREATE INDEX "comment_reviews_newest_kept" ON "comment_reviews" USING btree ("campaign_id","decided_at","id") WHERE "comment_reviews"."state" = 'kept';--> statement-breakpoint
CREATE INDEX "name_reviews_by_time" ON "name_reviews" USING btree ("campaign_id","state","found_at","signature_id");--> statement-breakpoint

-- A name and a comment wait to be looked at from the moment in which somebody else may read them: handed over, or shown.
CREATE OR REPLACE FUNCTION look_at_name_of_signature() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO names_to_look_at (signature_id)
  SELECT new.id WHERE EXISTS (SELECT FROM consents WHERE supporter_id = new.supporter_id AND campaign_id = new.campaign_id
    AND purpose IN ('deliver_to_company', 'public_name') AND revoked_at IS NULL)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER signatures_words_changed AFTER UPDATE OF comment, display ON signatures FOR EACH ROW
  WHEN (new.state = 'confirmed' AND (old.comment, old.display) IS DISTINCT FROM (new.comment, new.display)) EXECUTE FUNCTION look_at_name_of_signature();--> statement-breakpoint
DROP TRIGGER consents_name ON consents;--> statement-breakpoint
CREATE TRIGGER consents_name AFTER INSERT ON consents FOR EACH ROW
  WHEN (new.purpose IN ('deliver_to_company', 'public_name')) EXECUTE FUNCTION look_at_name_of_consent();--> statement-breakpoint
CREATE OR REPLACE FUNCTION look_at_changed_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO names_to_look_at (signature_id)
  SELECT s.id FROM signatures s
  WHERE s.supporter_id = new.id AND s.state = 'confirmed' AND EXISTS (SELECT FROM consents c
    WHERE c.supporter_id = s.supporter_id AND c.campaign_id = s.campaign_id
      AND c.purpose IN ('deliver_to_company', 'public_name') AND c.revoked_at IS NULL)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;--> statement-breakpoint
INSERT INTO names_to_look_at (signature_id)
SELECT s.id FROM signatures s
WHERE s.state = 'confirmed' AND EXISTS (SELECT FROM consents c WHERE c.supporter_id = s.supporter_id
  AND c.campaign_id = s.campaign_id AND c.revoked_at IS NULL
  AND (c.purpose = 'public_name' OR c.purpose = 'deliver_to_company' AND s.comment IS NOT NULL))
ON CONFLICT DO NOTHING;
