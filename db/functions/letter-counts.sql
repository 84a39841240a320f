CREATE OR REPLACE FUNCTION add_letter_counts(campaign integer, company integer, which letter_state, many integer, self_sent integer) RETURNS void LANGUAGE sql AS $$
  INSERT INTO letter_counts AS c (campaign_id, company_id, slot, email_pending, confirmed, queued, filed, sent, accepted, bounced, unknown, withdrawn, refused, self_sent)
  VALUES (campaign, company, (pg_backend_pid() % 16)::smallint,
    CASE which WHEN 'email_pending' THEN many ELSE 0 END, CASE which WHEN 'confirmed' THEN many ELSE 0 END,
    CASE which WHEN 'queued' THEN many ELSE 0 END, CASE which WHEN 'filed' THEN many ELSE 0 END,
    CASE which WHEN 'sent' THEN many ELSE 0 END, CASE which WHEN 'accepted' THEN many ELSE 0 END,
    CASE which WHEN 'bounced' THEN many ELSE 0 END, CASE which WHEN 'unknown' THEN many ELSE 0 END,
    CASE which WHEN 'withdrawn' THEN many ELSE 0 END, CASE which WHEN 'refused' THEN many ELSE 0 END, self_sent)
  ON CONFLICT (campaign_id, company_id, slot) DO UPDATE SET
    email_pending = c.email_pending + excluded.email_pending, confirmed = c.confirmed + excluded.confirmed,
    queued = c.queued + excluded.queued, filed = c.filed + excluded.filed, sent = c.sent + excluded.sent,
    accepted = c.accepted + excluded.accepted, bounced = c.bounced + excluded.bounced,
    unknown = c.unknown + excluded.unknown, withdrawn = c.withdrawn + excluded.withdrawn,
    refused = c.refused + excluded.refused, self_sent = c.self_sent + excluded.self_sent
$$;

-- Each statement adds what it changed to one of 16 slots a company, as for signatures.
CREATE OR REPLACE FUNCTION count_letters() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM add_letter_counts(campaign_id, company_id, state, many, self_sent) FROM
      (SELECT campaign_id, company_id, state, count(*)::int AS many, count(self_sent_at)::int AS self_sent FROM added GROUP BY 1, 2, 3 ORDER BY 1, 2, 3) a;
  ELSIF TG_OP = 'UPDATE' THEN
    PERFORM add_letter_counts(campaign_id, company_id, state, sum(many)::int, sum(self_sent)::int) FROM (
      SELECT n.campaign_id, n.company_id, n.state, 1 AS many, (n.self_sent_at IS NOT NULL)::int AS self_sent FROM added n
      UNION ALL
      SELECT o.campaign_id, o.company_id, o.state, -1, -(o.self_sent_at IS NOT NULL)::int FROM removed o
    ) moved GROUP BY campaign_id, company_id, state HAVING sum(many) <> 0 OR sum(self_sent) <> 0 ORDER BY campaign_id, company_id, state;
  ELSE
    PERFORM add_letter_counts(campaign_id, company_id, state, -many, -self_sent) FROM
      (SELECT campaign_id, company_id, state, count(*)::int AS many, count(self_sent_at)::int AS self_sent FROM removed GROUP BY 1, 2, 3 ORDER BY 1, 2, 3) r;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER letters_counted_on_insert AFTER INSERT ON letters
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_letters();
CREATE OR REPLACE TRIGGER letters_counted_on_update AFTER UPDATE ON letters
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_letters();
CREATE OR REPLACE TRIGGER letters_counted_on_delete AFTER DELETE ON letters
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_letters();

-- A letter counts after its writer is erased only if it was handed over: one that never left, or was only saved to a file,
-- can never be delivered.
CREATE OR REPLACE FUNCTION keep_counting_letters() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO erased_letters (campaign_id, company_id, state)
  SELECT campaign_id, company_id, state FROM removed
  WHERE handed_over_at IS NOT NULL AND state NOT IN ('email_pending', 'filed', 'withdrawn', 'refused');
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER letters_counted_on_when_erased AFTER DELETE ON letters
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_counting_letters();

CREATE OR REPLACE FUNCTION count_erased_letters() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO letter_counts AS c (campaign_id, company_id, slot, erased)
  SELECT campaign_id, company_id, (pg_backend_pid() % 16)::smallint, count(*) FROM added GROUP BY campaign_id, company_id ORDER BY 1, 2
  ON CONFLICT (campaign_id, company_id, slot) DO UPDATE SET erased = c.erased + excluded.erased;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER erased_letters_counted AFTER INSERT ON erased_letters
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_erased_letters();
