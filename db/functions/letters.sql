-- Writes the ledger. A withdrawn letter gets `sent` too, when it turns out later that it had left.
CREATE OR REPLACE FUNCTION note_letters() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  mail bigint := nullif(current_setting('undersigned.email', true), '')::bigint;
  why text := nullif(current_setting('undersigned.problem', true), '');
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO letter_events (letter_id, event) SELECT id, state::text FROM added ORDER BY id;
    INSERT INTO letter_events (letter_id, event, problem)
    SELECT id, 'held', hold_reason FROM added WHERE hold_reason IS NOT NULL ORDER BY id;
    RETURN NULL;
  END IF;
  INSERT INTO letter_events (letter_id, event, email_id, problem)
  SELECT n.id, n.state::text, mail, CASE WHEN n.state = 'refused' THEN n.moderation_reason ELSE why END
  FROM added n JOIN removed o USING (id) WHERE n.state <> o.state ORDER BY n.id;
  INSERT INTO letter_events (letter_id, event, email_id, problem)
  SELECT n.id, 'sent', mail, why FROM added n JOIN removed o USING (id)
  WHERE n.state = 'withdrawn' AND o.state = 'withdrawn' AND n.handed_over_at IS NOT NULL AND o.handed_over_at IS NULL ORDER BY n.id;
  INSERT INTO letter_events (letter_id, event, problem)
  SELECT n.id, 'held', n.hold_reason FROM added n JOIN removed o USING (id)
  WHERE n.hold_reason IS NOT NULL AND o.hold_reason IS NULL ORDER BY n.id;
  INSERT INTO letter_events (letter_id, event)
  SELECT n.id, 'released' FROM added n JOIN removed o USING (id)
  WHERE n.hold_reason IS NOT NULL AND n.moderated_at IS NOT NULL AND o.moderated_at IS NULL AND n.state <> 'refused' ORDER BY n.id;
  INSERT INTO letter_events (letter_id, event, problem)
  SELECT n.id, n.publication::text, CASE n.publication WHEN 'hidden' THEN n.moderation_reason END
  FROM added n JOIN removed o USING (id)
  WHERE n.publication <> o.publication AND n.publication IN ('published', 'hidden') ORDER BY n.id;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER letters_noted_on_insert AFTER INSERT ON letters
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_letters();
CREATE OR REPLACE TRIGGER letters_noted_on_update AFTER UPDATE ON letters
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_letters();

-- Moves the letters in an email to the company with that email. Their rows are locked in the order of their ids first, as
-- lockLetters does: an UPDATE locks rows in the order it finds them, and two that change the same letters deadlock.
CREATE OR REPLACE FUNCTION move_letters_with_mail() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part letter_parts;
  became letter_state;
BEGIN
  became := CASE new.state
    WHEN 'accepted' THEN 'sent' WHEN 'delayed' THEN 'sent' WHEN 'delivered' THEN 'accepted'
    WHEN 'complained' THEN 'accepted' WHEN 'bounced' THEN 'bounced' WHEN 'failed' THEN 'bounced'
    WHEN 'suppressed' THEN 'bounced' WHEN 'unknown' THEN 'unknown' WHEN 'skipped' THEN 'confirmed' END::letter_state;
  IF became IS NULL THEN RETURN NULL; END IF;
  IF became = 'sent' AND new.transport = 'file' THEN became := 'filed'; END IF;
  SELECT * INTO part FROM letter_parts WHERE id = new.letter_part_id;
  PERFORM set_config('undersigned.email', new.id::text, true),
    set_config('undersigned.problem', coalesce(new.problem, CASE new.state WHEN 'delivered' THEN '' WHEN 'accepted' THEN '' ELSE new.state::text END), true);
  -- Those that were put back are among them.
  PERFORM FROM letters WHERE id = ANY (part.letter_ids) ORDER BY id FOR NO KEY UPDATE;
  UPDATE letters SET state = became,
    dispatch_id = CASE became WHEN 'confirmed' THEN NULL ELSE dispatch_id END,
    sent_sha256 = CASE became WHEN 'confirmed' THEN NULL ELSE sent_sha256 END,
    handed_over_at = CASE became WHEN 'confirmed' THEN NULL ELSE handed_over_at END
  WHERE id = ANY (part.letter_ids) AND dispatch_id = part.dispatch_id AND state <> became
    AND state IN ('queued', 'filed', 'sent', 'accepted', 'bounced', 'unknown');
  IF became = 'bounced' THEN
    WITH back AS (
      DELETE FROM letter_names WHERE dispatch_id = part.dispatch_id AND signature_id = ANY (part.signature_ids)
      RETURNING signature_id)
    INSERT INTO returned_names (signature_id, part_id) SELECT signature_id, part.id FROM back ON CONFLICT DO NOTHING;
  ELSIF became = 'accepted' THEN
    WITH late AS (DELETE FROM returned_names WHERE part_id = part.id RETURNING signature_id)
    INSERT INTO letter_names AS n (signature_id, company_id, dispatch_id)
    SELECT late.signature_id, x.company_id, x.id FROM late JOIN letter_dispatches x ON x.id = part.dispatch_id
    ON CONFLICT (signature_id, company_id) DO UPDATE SET dispatch_id = excluded.dispatch_id, approved_sha256 = NULL
    WHERE NOT EXISTS (SELECT FROM letter_parts p WHERE p.dispatch_id = n.dispatch_id
      AND n.signature_id = ANY (p.signature_ids) AND p.frozen_at IS NOT NULL);
    UPDATE letters l SET state = CASE l.state WHEN 'withdrawn' THEN l.state ELSE became END,
      dispatch_id = part.dispatch_id, sent_sha256 = b.sent_sha256, handed_over_at = b.handed_over_at
    FROM returned_letters b
    WHERE b.part_id = part.id AND l.id = b.letter_id AND b.sent_sha256 IS NOT NULL AND b.handed_over_at IS NOT NULL
      AND l.state IN ('confirmed', 'queued', 'withdrawn') AND l.handed_over_at IS NULL;
  END IF;
  PERFORM set_config('undersigned.email', '', true), set_config('undersigned.problem', '', true);
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER outbox_move_letters AFTER UPDATE OF state ON outbox FOR EACH ROW
  WHEN (new.letter_part_id IS NOT NULL AND new.state <> old.state) EXECUTE FUNCTION move_letters_with_mail();

-- An edited address counts as unverified.
CREATE OR REPLACE FUNCTION unverify_recipient() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  new.verified_at := NULL; new.verified_by := NULL; new.verified_by_id := NULL; new.verified_where := NULL;
  RETURN new;
END $$;

CREATE OR REPLACE TRIGGER letter_recipients_edited BEFORE UPDATE ON letter_recipients FOR EACH ROW
  WHEN (old.email <> new.email OR old.campaign_id <> new.campaign_id) EXECUTE FUNCTION unverify_recipient();

-- Only the transport to files may take an email to a recipient that nobody has verified.
CREATE OR REPLACE FUNCTION refuse_unverified() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM letter_recipients WHERE id = new.letter_recipient_id AND verified_at IS NOT NULL AND retired_at IS NULL) THEN
    RAISE EXCEPTION 'a recipient that nobody has verified receives nothing' USING ERRCODE = 'check_violation';
  END IF;
  RETURN new;
END $$;

CREATE OR REPLACE TRIGGER outbox_to_verified BEFORE INSERT OR UPDATE ON outbox FOR EACH ROW
  WHEN (new.letter_recipient_id IS NOT NULL AND new.state = 'claimed' AND new.transport IS DISTINCT FROM 'file')
  EXECUTE FUNCTION refuse_unverified();

-- Keeps what a template asked before, which scoring compares letters with.
CREATE OR REPLACE FUNCTION keep_wording() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO letter_template_wordings (campaign_id, ask) VALUES (old.campaign_id, old.ask);
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER letter_templates_reworded AFTER UPDATE ON letter_templates FOR EACH ROW
  WHEN (old.ask <> new.ask) EXECUTE FUNCTION keep_wording();
CREATE OR REPLACE TRIGGER letter_templates_removed AFTER DELETE ON letter_templates FOR EACH ROW EXECUTE FUNCTION keep_wording();
