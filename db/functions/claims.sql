CREATE OR REPLACE FUNCTION note_first_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.published AND new.first_published_at IS NULL THEN new.first_published_at := now(); END IF;
  RETURN new;
END $$;

CREATE OR REPLACE TRIGGER claims_first_published BEFORE INSERT OR UPDATE ON claims
  FOR EACH ROW EXECUTE FUNCTION note_first_published();
