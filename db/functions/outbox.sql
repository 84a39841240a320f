-- An email is about a thing of the campaign that it speaks for.
CREATE OR REPLACE FUNCTION refuse_other_campaign() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  theirs integer;
BEGIN
  IF new.signature_id IS NOT NULL THEN SELECT campaign_id INTO theirs FROM signatures WHERE id = new.signature_id;
  ELSIF new.update_id IS NOT NULL THEN SELECT campaign_id INTO theirs FROM updates WHERE id = new.update_id;
  ELSIF new.pledge_id IS NOT NULL THEN SELECT campaign_id INTO theirs FROM pledges WHERE id = new.pledge_id;
  ELSIF new.letter_id IS NOT NULL THEN SELECT campaign_id INTO theirs FROM letters WHERE id = new.letter_id;
  ELSIF new.letter_part_id IS NOT NULL THEN
    SELECT x.campaign_id INTO theirs FROM letter_parts p JOIN letter_dispatches x ON x.id = p.dispatch_id WHERE p.id = new.letter_part_id;
  ELSIF new.dispatch_id IS NOT NULL THEN SELECT campaign_id INTO theirs FROM letter_dispatches WHERE id = new.dispatch_id;
  ELSIF new.invitation_id IS NOT NULL THEN SELECT campaign_id INTO theirs FROM organizer_invitations WHERE id = new.invitation_id;
  ELSIF new.right_period_id IS NOT NULL THEN SELECT campaign_id INTO theirs FROM right_periods WHERE id = new.right_period_id;
  ELSIF new.refusal_warning_id IS NOT NULL THEN SELECT campaign_id INTO theirs FROM refusal_warnings WHERE id = new.refusal_warning_id;
  ELSIF new.approval_request_id IS NOT NULL THEN SELECT campaign_id INTO theirs FROM approval_requests WHERE id = new.approval_request_id;
  END IF;
  IF theirs <> new.campaign_id THEN
    RAISE EXCEPTION 'an email is about a thing of its own campaign' USING ERRCODE = 'check_violation';
  END IF;
  IF new.notice_id IS NOT NULL THEN
    SELECT campaign_id INTO theirs FROM petition_notices WHERE id = new.notice_id;
    IF theirs <> new.campaign_id THEN
      RAISE EXCEPTION 'an email is about a notice of its own campaign' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN new;
END $$;

CREATE OR REPLACE TRIGGER outbox_in_campaign
  BEFORE INSERT OR UPDATE OF campaign_id, signature_id, pledge_id, letter_id, update_id, dispatch_id, letter_part_id, notice_id,
    invitation_id, right_period_id, refusal_warning_id, approval_request_id ON outbox
  FOR EACH ROW WHEN (new.campaign_id IS NOT NULL) EXECUTE FUNCTION refuse_other_campaign();

-- The address of somebody erased is kept, sealed, only until their last email was handed over or given up.
CREATE OR REPLACE FUNCTION forget_sealed_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  new.sealed_to := NULL;
  new.sealed_key_id := NULL;
  RETURN new;
END $$;

CREATE OR REPLACE TRIGGER outbox_forgets_sealed_address
  BEFORE UPDATE OF state ON outbox
  FOR EACH ROW WHEN (old.sealed_to IS NOT NULL AND new.state NOT IN ('queued', 'claimed')) EXECUTE FUNCTION forget_sealed_address();

-- The days to confirm run from the try that hands the email over (app/domain/queue/asked-since.ts). A try that
-- repeats one without an answer sends the same bytes, so it keeps its time. The hour's end makes them the same
-- for a database that lost its last seconds too, and is still on the day that the email names.
CREATE OR REPLACE FUNCTION note_try() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  new.tried_at := date_trunc('hour', now(), 'UTC') + interval '59:59.999';
  RETURN new;
END $$;

CREATE OR REPLACE TRIGGER outbox_notes_try
  BEFORE UPDATE OF state ON outbox
  FOR EACH ROW WHEN (new.state = 'claimed' AND new.unanswered_since IS NULL
    AND new.template::text IN ('confirm-signature', 'confirm-pledge', 'confirm-letter')) EXECUTE FUNCTION note_try();
