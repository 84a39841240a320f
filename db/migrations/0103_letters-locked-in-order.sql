-- What becomes of a mail to the company becomes of the letters in it. Their rows are locked in the order of their ids before
-- anything changes, as by lockLetters in the program: an UPDATE locks rows in the order it finds them, and two that change
-- the same letters deadlock.
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
  PERFORM set_config('undersigned.delivery', new.id::text, true),
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
    INSERT INTO letter_names AS n (signature_id, dispatch_id) SELECT signature_id, part.dispatch_id FROM late
    ON CONFLICT (signature_id) DO UPDATE SET dispatch_id = excluded.dispatch_id, approved_sha256 = NULL
    WHERE NOT EXISTS (SELECT FROM letter_parts p WHERE p.dispatch_id = n.dispatch_id
      AND n.signature_id = ANY (p.signature_ids) AND p.frozen_at IS NOT NULL);
    UPDATE letters l SET state = CASE l.state WHEN 'withdrawn' THEN l.state ELSE became END,
      dispatch_id = part.dispatch_id, sent_sha256 = b.sent_sha256, handed_over_at = b.handed_over_at
    FROM returned_letters b
    WHERE b.part_id = part.id AND l.id = b.letter_id AND b.sent_sha256 IS NOT NULL AND b.handed_over_at IS NOT NULL
      AND l.state IN ('confirmed', 'queued', 'withdrawn') AND l.handed_over_at IS NULL;
  END IF;
  PERFORM set_config('undersigned.delivery', '', true), set_config('undersigned.problem', '', true);
  RETURN NULL;
END $$;
