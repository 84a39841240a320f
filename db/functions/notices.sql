-- Counts the emails of a notice by state, and the answers to it. The conditions of the triggers leave other emails out.
CREATE OR REPLACE FUNCTION count_notice(of_notice bigint, what text, n integer) RETURNS void LANGUAGE sql AS $$
  INSERT INTO notice_counts AS c (notice_id, slot, what, n) VALUES (of_notice, (pg_backend_pid() % 16)::smallint, what, n)
  ON CONFLICT (notice_id, slot, what) DO UPDATE SET n = c.n + excluded.n
$$;

CREATE OR REPLACE FUNCTION count_notice_mails() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM count_notice(old.notice_id, old.state::text, -1); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM count_notice(new.notice_id, new.state::text, 1); END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER outbox_of_notices_added AFTER INSERT ON outbox
  FOR EACH ROW WHEN (new.notice_id IS NOT NULL AND new.supporter_id IS NOT NULL) EXECUTE FUNCTION count_notice_mails();
CREATE OR REPLACE TRIGGER outbox_of_notices_moved AFTER UPDATE ON outbox
  FOR EACH ROW WHEN (new.notice_id IS NOT NULL AND new.supporter_id IS NOT NULL AND old.state <> new.state) EXECUTE FUNCTION count_notice_mails();
CREATE OR REPLACE TRIGGER outbox_of_notices_removed AFTER DELETE ON outbox
  FOR EACH ROW WHEN (old.notice_id IS NOT NULL AND old.supporter_id IS NOT NULL) EXECUTE FUNCTION count_notice_mails();

CREATE OR REPLACE FUNCTION count_notice_answers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM count_notice(old.notice_id, old.answer, -1); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM count_notice(new.notice_id, new.answer, 1); END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER petition_answers_counted AFTER INSERT OR UPDATE OR DELETE ON petition_answers
  FOR EACH ROW EXECUTE FUNCTION count_notice_answers();
