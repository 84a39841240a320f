-- A name and a comment are queued for review once somebody else may read them: the company, or everyone.
CREATE OR REPLACE FUNCTION queue_name_of_signature() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO names_awaiting_review (signature_id)
  SELECT new.id WHERE EXISTS (SELECT FROM consents WHERE supporter_id = new.supporter_id AND campaign_id = new.campaign_id
    AND purpose IN ('deliver_to_company', 'public_name') AND revoked_at IS NULL)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER signatures_name_on_insert AFTER INSERT ON signatures FOR EACH ROW
  WHEN (new.state = 'confirmed') EXECUTE FUNCTION queue_name_of_signature();
CREATE OR REPLACE TRIGGER signatures_name_on_confirm AFTER UPDATE OF state ON signatures FOR EACH ROW
  WHEN (new.state = 'confirmed' AND old.state <> 'confirmed') EXECUTE FUNCTION queue_name_of_signature();
CREATE OR REPLACE TRIGGER signatures_comment_changed AFTER UPDATE OF comment ON signatures FOR EACH ROW
  WHEN (new.state = 'confirmed' AND new.comment IS NOT NULL AND old.comment IS DISTINCT FROM new.comment)
  EXECUTE FUNCTION queue_name_of_signature();
CREATE OR REPLACE TRIGGER signatures_words_changed AFTER UPDATE OF comment, display ON signatures FOR EACH ROW
  WHEN (new.state = 'confirmed' AND (old.comment, old.display) IS DISTINCT FROM (new.comment, new.display)) EXECUTE FUNCTION queue_name_of_signature();

-- Found by their person alone: without statistics, an index that begins with the campaign looks as good and is read whole.
CREATE OR REPLACE FUNCTION queue_name_of_consent() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  INSERT INTO names_awaiting_review (signature_id)
  SELECT id FROM signatures
  WHERE supporter_id = new.supporter_id AND campaign_id + 0 = new.campaign_id AND state::text = 'confirmed'
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER consents_name AFTER INSERT ON consents FOR EACH ROW
  WHEN (new.purpose IN ('deliver_to_company', 'public_name')) EXECUTE FUNCTION queue_name_of_consent();

CREATE OR REPLACE FUNCTION queue_changed_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO names_awaiting_review (signature_id)
  SELECT s.id FROM signatures s
  WHERE s.supporter_id = new.id AND s.state = 'confirmed' AND EXISTS (SELECT FROM consents c
    WHERE c.supporter_id = s.supporter_id AND c.campaign_id = s.campaign_id
      AND c.purpose IN ('deliver_to_company', 'public_name') AND c.revoked_at IS NULL)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER supporters_name AFTER UPDATE OF name ON supporters FOR EACH ROW
  WHEN (new.name <> old.name) EXECUTE FUNCTION queue_changed_name();

CREATE OR REPLACE FUNCTION note_who_wrote_or_pledged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE supporters s SET wrote_or_pledged = true
  FROM (SELECT DISTINCT supporter_id FROM added) a
  WHERE s.id = a.supporter_id AND NOT s.wrote_or_pledged;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER letters_name_their_writers AFTER INSERT ON letters
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_who_wrote_or_pledged();
CREATE OR REPLACE TRIGGER pledges_name_their_holders AFTER INSERT ON pledges
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_who_wrote_or_pledged();
