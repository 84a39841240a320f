-- Counters of letters, as those of signatures: each statement folds what it changed into one of 16 slots a campaign.
CREATE FUNCTION count_letters() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM add_letter_counts(campaign_id, state, many, told) FROM
      (SELECT campaign_id, state, count(*)::int AS many, count(self_sent_at)::int AS told FROM added GROUP BY 1, 2 ORDER BY 1, 2) a;
  ELSIF TG_OP = 'UPDATE' THEN
    PERFORM add_letter_counts(campaign_id, state, sum(many)::int, sum(told)::int) FROM (
      SELECT n.campaign_id, n.state, 1 AS many, (n.self_sent_at IS NOT NULL)::int AS told FROM added n
      UNION ALL
      SELECT o.campaign_id, o.state, -1, -(o.self_sent_at IS NOT NULL)::int FROM removed o
    ) moved GROUP BY campaign_id, state HAVING sum(many) <> 0 OR sum(told) <> 0 ORDER BY campaign_id, state;
  ELSE
    PERFORM add_letter_counts(campaign_id, state, -many, -told) FROM
      (SELECT campaign_id, state, count(*)::int AS many, count(self_sent_at)::int AS told FROM removed GROUP BY 1, 2 ORDER BY 1, 2) r;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION add_letter_counts(campaign integer, which letter_state, many integer, told integer) RETURNS void LANGUAGE sql AS $$
  INSERT INTO letter_counts AS c (campaign_id, slot, email_pending, confirmed, queued, filed, sent, accepted, bounced, unknown, withdrawn, refused, self_sent)
  VALUES (campaign, (pg_backend_pid() % 16)::smallint,
    CASE which WHEN 'email_pending' THEN many ELSE 0 END, CASE which WHEN 'confirmed' THEN many ELSE 0 END,
    CASE which WHEN 'queued' THEN many ELSE 0 END, CASE which WHEN 'filed' THEN many ELSE 0 END,
    CASE which WHEN 'sent' THEN many ELSE 0 END, CASE which WHEN 'accepted' THEN many ELSE 0 END,
    CASE which WHEN 'bounced' THEN many ELSE 0 END, CASE which WHEN 'unknown' THEN many ELSE 0 END,
    CASE which WHEN 'withdrawn' THEN many ELSE 0 END, CASE which WHEN 'refused' THEN many ELSE 0 END, told)
  ON CONFLICT (campaign_id, slot) DO UPDATE SET
    email_pending = c.email_pending + excluded.email_pending, confirmed = c.confirmed + excluded.confirmed,
    queued = c.queued + excluded.queued, filed = c.filed + excluded.filed, sent = c.sent + excluded.sent,
    accepted = c.accepted + excluded.accepted, bounced = c.bounced + excluded.bounced,
    unknown = c.unknown + excluded.unknown, withdrawn = c.withdrawn + excluded.withdrawn,
    refused = c.refused + excluded.refused, self_sent = c.self_sent + excluded.self_sent
$$;--> statement-breakpoint
CREATE TRIGGER letters_counted_on_insert AFTER INSERT ON letters
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_letters();--> statement-breakpoint
CREATE TRIGGER letters_counted_on_update AFTER UPDATE ON letters
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_letters();--> statement-breakpoint
CREATE TRIGGER letters_counted_on_delete AFTER DELETE ON letters
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_letters();--> statement-breakpoint

-- A letter that was confirmed counts on when its writer is erased; what nobody confirmed, was withdrawn or refused does not.
CREATE FUNCTION keep_counting_letters() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO erased_letters (campaign_id, state)
  SELECT campaign_id, state FROM removed WHERE state NOT IN ('email_pending', 'withdrawn', 'refused');
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER letters_counted_on_when_erased AFTER DELETE ON letters
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_counting_letters();--> statement-breakpoint
CREATE FUNCTION count_erased_letters() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO letter_counts AS c (campaign_id, slot, erased)
  SELECT campaign_id, (pg_backend_pid() % 16)::smallint, count(*) FROM added GROUP BY campaign_id
  ON CONFLICT (campaign_id, slot) DO UPDATE SET erased = c.erased + excluded.erased;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER erased_letters_counted AFTER INSERT ON erased_letters
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_erased_letters();--> statement-breakpoint

-- The ledger: a row for each change, by the change itself. By which mail it came stands in the settings of the transaction.
CREATE FUNCTION note_letters() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  mail bigint := nullif(current_setting('undersigned.delivery', true), '')::bigint;
  why text := nullif(current_setting('undersigned.problem', true), '');
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO letter_events (letter_id, event) SELECT id, state::text FROM added ORDER BY id;
    INSERT INTO letter_events (letter_id, event, problem)
    SELECT id, 'held', held_reason FROM added WHERE held_reason IS NOT NULL ORDER BY id;
    RETURN NULL;
  END IF;
  INSERT INTO letter_events (letter_id, event, delivery_id, problem)
  SELECT n.id, n.state::text, mail, CASE WHEN n.state = 'refused' THEN n.moderation_reason ELSE why END
  FROM added n JOIN removed o USING (id) WHERE n.state <> o.state ORDER BY n.id;
  INSERT INTO letter_events (letter_id, event, problem)
  SELECT n.id, 'held', n.held_reason FROM added n JOIN removed o USING (id)
  WHERE n.held_reason IS NOT NULL AND o.held_reason IS NULL ORDER BY n.id;
  INSERT INTO letter_events (letter_id, event)
  SELECT n.id, 'released' FROM added n JOIN removed o USING (id)
  WHERE n.held_reason IS NOT NULL AND n.moderated_at IS NOT NULL AND o.moderated_at IS NULL AND n.state <> 'refused' ORDER BY n.id;
  INSERT INTO letter_events (letter_id, event, problem)
  SELECT n.id, n.publication::text, CASE n.publication WHEN 'hidden' THEN n.moderation_reason END
  FROM added n JOIN removed o USING (id)
  WHERE n.publication <> o.publication AND n.publication IN ('published', 'hidden') ORDER BY n.id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER letters_noted_on_insert AFTER INSERT ON letters
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_letters();--> statement-breakpoint
CREATE TRIGGER letters_noted_on_update AFTER UPDATE ON letters
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_letters();--> statement-breakpoint

-- What becomes of a mail to the company becomes of the letters in it. `skipped`: nothing was handed over.
CREATE FUNCTION move_letters_with_mail() RETURNS trigger LANGUAGE plpgsql AS $$
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
  UPDATE letters SET state = became,
    dispatch_id = CASE became WHEN 'confirmed' THEN NULL ELSE dispatch_id END,
    sent_sha256 = CASE became WHEN 'confirmed' THEN NULL ELSE sent_sha256 END,
    handed_over_at = CASE became WHEN 'confirmed' THEN NULL ELSE handed_over_at END
  WHERE id = ANY (part.letter_ids) AND dispatch_id = part.dispatch_id AND state <> became
    AND state IN ('queued', 'filed', 'sent', 'accepted', 'bounced', 'unknown');
  PERFORM set_config('undersigned.delivery', '', true), set_config('undersigned.problem', '', true);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER deliveries_move_letters AFTER UPDATE OF state ON deliveries FOR EACH ROW
  WHEN (new.letter_part_id IS NOT NULL AND new.state <> old.state) EXECUTE FUNCTION move_letters_with_mail();--> statement-breakpoint

-- The words that somebody confirmed are the words that are delivered.
CREATE FUNCTION refuse_other_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% stays as it was confirmed or submitted', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER letters_stay BEFORE UPDATE ON letters FOR EACH ROW
  WHEN (old.campaign_id <> new.campaign_id OR old.supporter_id <> new.supporter_id
    OR (old.state <> 'email_pending' AND (old.body <> new.body OR old.locale <> new.locale
      OR (new.shares_enc IS NOT NULL AND old.shares_enc IS NULL))))
  EXECUTE FUNCTION refuse_other_words();--> statement-breakpoint
CREATE TRIGGER letter_dispatches_stay BEFORE UPDATE ON letter_dispatches FOR EACH ROW
  WHEN (old.campaign_id <> new.campaign_id OR old.kind <> new.kind
    OR (new.submitted_at IS NOT NULL AND old.submitted_at IS NOT NULL
      AND (old.subject, old.body, old.recipient_id, old.with_names, old.locale)
        IS DISTINCT FROM (new.subject, new.body, new.recipient_id, new.with_names, new.locale)))
  EXECUTE FUNCTION refuse_other_words();--> statement-breakpoint

-- An address that was edited is one that nobody has verified.
CREATE FUNCTION unverify_recipient() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  new.verified_at := NULL; new.verified_by := NULL; new.verified_by_id := NULL; new.verified_where := NULL;
  RETURN new;
END $$;--> statement-breakpoint
CREATE TRIGGER letter_recipients_edited BEFORE UPDATE ON letter_recipients FOR EACH ROW
  WHEN (old.email <> new.email OR old.campaign_id <> new.campaign_id) EXECUTE FUNCTION unverify_recipient();--> statement-breakpoint

-- Whatever the program does: no transport but files carries a mail to an office that nobody has verified.
CREATE FUNCTION refuse_unverified() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM letter_recipients WHERE id = new.letter_recipient_id AND verified_at IS NOT NULL AND retired_at IS NULL) THEN
    RAISE EXCEPTION 'a recipient that nobody has verified receives nothing' USING ERRCODE = 'check_violation';
  END IF;
  RETURN new;
END $$;--> statement-breakpoint
CREATE TRIGGER deliveries_to_verified BEFORE INSERT OR UPDATE ON deliveries FOR EACH ROW
  WHEN (new.letter_recipient_id IS NOT NULL AND new.state = 'claimed' AND new.transport IS DISTINCT FROM 'file')
  EXECUTE FUNCTION refuse_unverified();
