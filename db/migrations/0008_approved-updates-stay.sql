-- From its approval on, an update keeps its words in every language, its audience, and whether it has a page.
CREATE OR REPLACE FUNCTION keep_approved_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM updates WHERE id IN (new.update_id, old.update_id)
      AND (approved_at IS NOT NULL OR state <> 'draft')) THEN
    RAISE EXCEPTION 'the words of an approved update stay as they are' USING ERRCODE = 'check_violation';
  END IF;
  RETURN coalesce(new, old);
END $$;--> statement-breakpoint
DROP TRIGGER update_texts_kept ON update_texts;--> statement-breakpoint
CREATE TRIGGER update_texts_kept BEFORE INSERT OR UPDATE OR DELETE ON update_texts
  FOR EACH ROW EXECUTE FUNCTION keep_approved_update();--> statement-breakpoint
DROP TRIGGER updates_audience_kept ON updates;--> statement-breakpoint
DROP FUNCTION keep_update_audience();--> statement-breakpoint
CREATE FUNCTION keep_update_decisions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audience and the page of an approved update stay as they are' USING ERRCODE = 'check_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER updates_decisions_kept BEFORE UPDATE ON updates FOR EACH ROW
  WHEN ((old.campaign_id, old.number) IS DISTINCT FROM (new.campaign_id, new.number)
    OR (old.approved_at IS NOT NULL AND (new.approved_at IS NOT NULL OR new.state <> 'draft')
      AND (old.audience, old.in_archive) IS DISTINCT FROM (new.audience, new.in_archive)))
  EXECUTE FUNCTION keep_update_decisions();
