-- For tables to which rows are added, and nothing else.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is refused on %', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE OR REPLACE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER audit_seals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seals
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER campaign_changes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON campaign_changes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER petition_translations_never_edited BEFORE UPDATE OR DELETE OR TRUNCATE ON petition_translations
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE OR REPLACE FUNCTION refuse_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a signature stays with its campaign and person' USING ERRCODE = 'check_violation';
END $$;

CREATE OR REPLACE TRIGGER signatures_stay BEFORE UPDATE ON signatures FOR EACH ROW
  WHEN (old.campaign_id <> new.campaign_id OR old.supporter_id <> new.supporter_id)
  EXECUTE FUNCTION refuse_move();
CREATE OR REPLACE TRIGGER petition_versions_never_edited BEFORE UPDATE ON petition_versions
  FOR EACH ROW WHEN (old.body <> new.body OR old.summary <> new.summary OR old.version <> new.version OR old.campaign_id <> new.campaign_id)
  EXECUTE FUNCTION refuse_move();
-- An email stays with its update and its person.
CREATE OR REPLACE TRIGGER update_mails_stay BEFORE UPDATE ON outbox FOR EACH ROW
  WHEN (old.template = 'update' AND (old.update_id, old.supporter_id) IS DISTINCT FROM (new.update_id, new.supporter_id))
  EXECUTE FUNCTION refuse_move();
CREATE OR REPLACE TRIGGER petition_notices_never_edited BEFORE UPDATE ON petition_notices
  FOR EACH ROW WHEN (old.change <> new.change OR old.version <> new.version OR old.campaign_id <> new.campaign_id
    OR old.approved_at IS NOT NULL AND new.approved_at IS DISTINCT FROM old.approved_at
      AND old.paused_at IS NULL AND old.queued_through > 0)
  EXECUTE FUNCTION refuse_move();

-- What somebody confirmed, submitted or made is what is delivered.
CREATE OR REPLACE FUNCTION refuse_other_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% stays as it was confirmed or submitted', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;

CREATE OR REPLACE TRIGGER letters_stay BEFORE UPDATE ON letters FOR EACH ROW
  WHEN (old.campaign_id <> new.campaign_id OR old.company_id <> new.company_id OR old.supporter_id <> new.supporter_id
    OR (old.state <> 'email_pending' AND (old.body <> new.body OR old.locale <> new.locale
      OR (new.shares_enc IS NOT NULL AND old.shares_enc IS NULL))))
  EXECUTE FUNCTION refuse_other_words();
CREATE OR REPLACE TRIGGER letter_dispatches_stay BEFORE UPDATE ON letter_dispatches FOR EACH ROW
  WHEN (old.campaign_id <> new.campaign_id OR old.company_id <> new.company_id OR old.kind <> new.kind
    OR (new.submitted_at IS NOT NULL AND old.submitted_at IS NOT NULL
      AND (old.subject, old.body, old.recipient_id, old.with_names, old.locale)
        IS DISTINCT FROM (new.subject, new.body, new.recipient_id, new.with_names, new.locale)))
  EXECUTE FUNCTION refuse_other_words();
CREATE OR REPLACE TRIGGER packs_stay BEFORE UPDATE ON packs FOR EACH ROW
  WHEN (old.campaign_id <> new.campaign_id OR old.company_id <> new.company_id OR old.number <> new.number
    OR (old.made_at IS NOT NULL
      AND (old.made_at, old.signatures, old.letters, old.manifest, old.manifest_signature, old.bytes, old.sha256)
        IS DISTINCT FROM (new.made_at, new.signatures, new.letters, new.manifest, new.manifest_signature, new.bytes, new.sha256)))
  EXECUTE FUNCTION refuse_other_words();

-- A consent records what someone agreed to: it can be revoked once, and is otherwise never changed.
CREATE OR REPLACE FUNCTION keep_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF old.revoked_at IS NOT NULL OR new.revoked_at IS NULL
    OR (old.id, old.supporter_id, old.campaign_id, old.company_id, old.purpose, old.text_version, old.locale, old.granted_at)
    IS DISTINCT FROM (new.id, new.supporter_id, new.campaign_id, new.company_id, new.purpose, new.text_version, new.locale, new.granted_at)
  THEN
    RAISE EXCEPTION 'a consent is never changed, only revoked' USING ERRCODE = 'check_violation';
  END IF;
  RETURN new;
END $$;

CREATE OR REPLACE TRIGGER consents_only_revoked BEFORE UPDATE ON consents FOR EACH ROW EXECUTE FUNCTION keep_consent();
