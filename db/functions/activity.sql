CREATE OR REPLACE FUNCTION hour_of(moment timestamptz) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT date_trunc('hour', moment, 'UTC')
$$;

-- How long someone took to confirm, in steps from which a median can be read.
CREATE OR REPLACE FUNCTION wait_step(wait interval) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN wait <= '1 minute' THEN '1m' WHEN wait <= '5 minutes' THEN '5m' WHEN wait <= '15 minutes' THEN '15m'
    WHEN wait <= '1 hour' THEN '1h' WHEN wait <= '1 day' THEN '1d' ELSE 'late' END
$$;

-- In PL/pgSQL a call takes a fifth of the time that it takes in SQL, and every signature makes four.
CREATE OR REPLACE FUNCTION mail_provider(address text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE host text := lower(split_part(address, '@', 2));
BEGIN
  RETURN CASE
    WHEN host IN ('gmail.com', 'googlemail.com') THEN 'gmail'
    WHEN host ~ '^(outlook|hotmail|live)[.]' OR host = 'msn.com' THEN 'outlook'
    WHEN host ~ '^yahoo[.]' OR host IN ('ymail.com', 'rocketmail.com', 'aol.com') THEN 'yahoo'
    WHEN host IN ('icloud.com', 'me.com', 'mac.com', 'privaterelay.appleid.com') THEN 'icloud'
    WHEN host IN ('proton.me', 'protonmail.com', 'protonmail.ch', 'pm.me') THEN 'proton'
    ELSE 'other' END;
END $$;

-- Counts what happened to signatures by the hour. `signed` and `confirmed` come from the rows, their `-gone` from rows that
-- were deleted, so that the rest can be counted again. `joined` less `left` is the public count.
CREATE OR REPLACE FUNCTION count_signatures_by_hour() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE mine smallint := (pg_backend_pid() % 16)::smallint;
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO activity_hours AS a (campaign_id, measure, hour, value, slot, n)
    SELECT s.campaign_id, 'signed', hour_of(s.signed_at), mail_provider(p.email_canonical), mine, count(*)
    FROM added s JOIN supporters p ON p.id = s.supporter_id WHERE s.state::text <> 'imported'
    GROUP BY 1, 3, 4 ORDER BY 1, 3, 4
    ON CONFLICT (campaign_id, measure, hour, value, slot) DO UPDATE SET n = a.n + excluded.n;
    IF NOT EXISTS (SELECT FROM added WHERE confirmed_at IS NOT NULL) THEN RETURN NULL; END IF;

    INSERT INTO activity_hours AS a (campaign_id, measure, hour, value, slot, n)
    SELECT s.campaign_id, f.measure, hour_of(f.at), f.value, mine, count(*)
    FROM added s JOIN supporters p ON p.id = s.supporter_id
    CROSS JOIN LATERAL (VALUES
      ('confirmed', s.confirmed_at, mail_provider(p.email_canonical), true),
      ('wait', s.signed_at, mail_provider(p.email_canonical) || ' ' || wait_step(s.confirmed_at - s.signed_at), true),
      ('joined', s.confirmed_at, '', s.state::text = 'confirmed'),
      ('country', s.confirmed_at, p.country::text, s.state::text = 'confirmed'),
      ('source', s.confirmed_at, coalesce(s.source, ''), s.state::text = 'confirmed'),
      ('referrer', s.confirmed_at, left(s.referrer, 100), s.state::text = 'confirmed' AND s.referrer IS NOT NULL)
    ) f (measure, at, value, holds)
    WHERE f.holds AND s.confirmed_at IS NOT NULL AND s.state::text <> 'imported'
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT (campaign_id, measure, hour, value, slot) DO UPDATE SET n = a.n + excluded.n;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO activity_hours AS a (campaign_id, measure, hour, value, slot, n)
    SELECT r.campaign_id, f.measure, hour_of(f.at), f.value, mine, sum(f.many)
    FROM (
      SELECT r.*, p.country::text AS country, mail_provider(p.email_canonical) AS provider,
        r.becomes = 'confirmed' AND r.was NOT IN ('confirmed', 'invalidated') AS joins,
        -- What a review lets through joins now. What was declared invalid and is valid again has joined before.
        CASE r.was WHEN 'quarantined' THEN now() ELSE r.confirmed_at END AS joined_at
      FROM (
        SELECT n.*, o.signed_at AS o_signed_at, o.confirmed_at AS o_confirmed_at, o.state::text AS was, n.state::text AS becomes,
          n.state::text <> 'imported' AS asked, o.state::text <> 'imported' AS was_asked,
          n.state::text <> 'imported' AND n.confirmed_at IS NOT NULL AS proven,
          o.state::text <> 'imported' AND o.confirmed_at IS NOT NULL AS was_proven
        FROM added n JOIN removed o USING (id)
        WHERE n.state <> o.state OR n.signed_at <> o.signed_at OR n.confirmed_at IS DISTINCT FROM o.confirmed_at
      ) r JOIN supporters p ON p.id = r.supporter_id
      OFFSET 0 -- keeps the provider from being worked out again for each measure
    ) r
    -- UNION ALL works out only what holds of a row, which VALUES does not.
    CROSS JOIN LATERAL (
      SELECT 'signed' AS measure, r.signed_at AS at, r.provider AS value, 1 AS many WHERE r.asked AND NOT (r.was_asked AND r.signed_at = r.o_signed_at)
      UNION ALL SELECT 'signed-gone', r.o_signed_at, '', 1 WHERE r.was_asked AND NOT (r.asked AND r.signed_at = r.o_signed_at)
      UNION ALL SELECT 'confirmed', r.confirmed_at, r.provider, 1 WHERE r.proven AND NOT (r.was_proven AND r.confirmed_at = r.o_confirmed_at)
      UNION ALL SELECT 'confirmed-gone', r.o_confirmed_at, '', 1 WHERE r.was_proven AND NOT (r.proven AND r.confirmed_at = r.o_confirmed_at)
      UNION ALL SELECT 'wait', r.signed_at, r.provider || ' ' || wait_step(r.confirmed_at - r.signed_at), 1 WHERE r.proven AND NOT r.was_proven
      UNION ALL SELECT 'joined', r.joined_at, '', 1 WHERE r.joins
      UNION ALL SELECT 'country', r.joined_at, r.country, 1 WHERE r.joins
      UNION ALL SELECT 'source', r.joined_at, coalesce(r.source, ''), 1 WHERE r.joins
      UNION ALL SELECT 'referrer', r.joined_at, left(r.referrer, 100), 1 WHERE r.referrer IS NOT NULL AND r.joins
      UNION ALL SELECT 'left', coalesce(r.withdrawn_at, r.invalidated_at, now()), '', 1 WHERE r.was = 'confirmed' AND r.becomes <> 'confirmed'
      UNION ALL SELECT 'left', now(), '', -1 WHERE r.becomes = 'confirmed' AND r.was = 'invalidated'
    ) f
    GROUP BY 1, 2, 3, 4 HAVING sum(f.many) <> 0 ORDER BY 1, 2, 3, 4
    ON CONFLICT (campaign_id, measure, hour, value, slot) DO UPDATE SET n = a.n + excluded.n;
  ELSE
    INSERT INTO activity_hours AS a (campaign_id, measure, hour, value, slot, n)
    SELECT s.campaign_id, f.measure, hour_of(f.at), '', mine, count(*)
    FROM removed s
    CROSS JOIN LATERAL (VALUES
      ('signed-gone', s.signed_at, s.state::text <> 'imported'),
      ('confirmed-gone', s.confirmed_at, s.state::text <> 'imported' AND s.confirmed_at IS NOT NULL),
      ('left', now(), s.state::text = 'confirmed')
    ) f (measure, at, holds)
    WHERE f.holds
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (campaign_id, measure, hour, value, slot) DO UPDATE SET n = a.n + excluded.n;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER signatures_by_hour_on_insert AFTER INSERT ON signatures
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_signatures_by_hour();
CREATE OR REPLACE TRIGGER signatures_by_hour_on_update AFTER UPDATE ON signatures
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_signatures_by_hour();
CREATE OR REPLACE TRIGGER signatures_by_hour_on_delete AFTER DELETE ON signatures
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_signatures_by_hour();

-- An erased person still counts: the deleted signature takes one off, and this row adds it again in the same transaction.
CREATE OR REPLACE FUNCTION count_erased_by_hour() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO activity_hours AS a (campaign_id, measure, hour, slot, n)
    SELECT campaign_id, 'left', hour_of(now()), (pg_backend_pid() % 16)::smallint, -count(*) FROM added GROUP BY 1 ORDER BY 1
    ON CONFLICT (campaign_id, measure, hour, value, slot) DO UPDATE SET n = a.n + excluded.n;
  ELSE
    INSERT INTO activity_hours AS a (campaign_id, measure, hour, slot, n)
    SELECT campaign_id, 'left', hour_of(now()), (pg_backend_pid() % 16)::smallint, count(*) FROM removed GROUP BY 1 ORDER BY 1
    ON CONFLICT (campaign_id, measure, hour, value, slot) DO UPDATE SET n = a.n + excluded.n;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER erased_by_hour_on_insert AFTER INSERT ON erased_signatures
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_erased_by_hour();
CREATE OR REPLACE TRIGGER erased_by_hour_on_delete AFTER DELETE ON erased_signatures
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_erased_by_hour();

-- Pledges and letters count in the hour they were confirmed in. A later version of a pledge is not another pledge.
CREATE OR REPLACE FUNCTION is_act(confirmed_at timestamptz, act jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT confirmed_at IS NOT NULL AND coalesce(act ->> 'version', '1') = '1'
$$;

CREATE OR REPLACE FUNCTION count_acts_by_hour() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  mine smallint := (pg_backend_pid() % 16)::smallint;
  which text := TG_ARGV[0];
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO activity_hours AS a (campaign_id, measure, hour, slot, n)
    SELECT campaign_id, which, hour_of(confirmed_at), mine, count(*)
    FROM added s WHERE is_act(confirmed_at, to_jsonb(s)) GROUP BY 1, 3 ORDER BY 1, 3
    ON CONFLICT (campaign_id, measure, hour, value, slot) DO UPDATE SET n = a.n + excluded.n;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO activity_hours AS a (campaign_id, measure, hour, slot, n)
    SELECT n.campaign_id, f.measure, hour_of(f.at), mine, count(*)
    FROM added n JOIN removed o USING (id)
    CROSS JOIN LATERAL (VALUES
      (which, n.confirmed_at, is_act(n.confirmed_at, to_jsonb(n))),
      (which || '-gone', o.confirmed_at, is_act(o.confirmed_at, to_jsonb(o)))
    ) f (measure, at, holds)
    WHERE n.confirmed_at IS DISTINCT FROM o.confirmed_at AND f.holds GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (campaign_id, measure, hour, value, slot) DO UPDATE SET n = a.n + excluded.n;
  ELSE
    INSERT INTO activity_hours AS a (campaign_id, measure, hour, slot, n)
    SELECT campaign_id, which || '-gone', hour_of(confirmed_at), mine, count(*)
    FROM removed s WHERE is_act(confirmed_at, to_jsonb(s)) GROUP BY 1, 3 ORDER BY 1, 3
    ON CONFLICT (campaign_id, measure, hour, value, slot) DO UPDATE SET n = a.n + excluded.n;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER pledges_by_hour_on_insert AFTER INSERT ON pledges
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_acts_by_hour('pledge');
CREATE OR REPLACE TRIGGER pledges_by_hour_on_update AFTER UPDATE ON pledges
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_acts_by_hour('pledge');
CREATE OR REPLACE TRIGGER pledges_by_hour_on_delete AFTER DELETE ON pledges
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_acts_by_hour('pledge');
CREATE OR REPLACE TRIGGER letters_by_hour_on_insert AFTER INSERT ON letters
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_acts_by_hour('letter');
CREATE OR REPLACE TRIGGER letters_by_hour_on_update AFTER UPDATE ON letters
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_acts_by_hour('letter');
CREATE OR REPLACE TRIGGER letters_by_hour_on_delete AFTER DELETE ON letters
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_acts_by_hour('letter');

-- The order in which an email is sent, as in the index outbox_next; 3 is an update to a supporter.
CREATE OR REPLACE FUNCTION mail_lane(m outbox) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (CASE WHEN m.update_id IS NOT NULL AND m.supporter_id IS NOT NULL THEN 3
    WHEN m.lane = 'bulk' OR m.letter_part_id IS NOT NULL THEN 2
    WHEN m.lane = 'asked' OR m.supporter_id IS NULL OR m.campaign_id IS NULL THEN 0 ELSE 1 END)::smallint
$$;

-- Counts emails by outcome, in the hour of each outcome, and those handed over by minute. An email that bounced was accepted first.
CREATE OR REPLACE FUNCTION count_mails_by_hour() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO activity_hours AS a (campaign_id, measure, hour, value, slot, n)
  SELECT n.campaign_id, 'mail', hour_of(now()), CASE
      WHEN n.template::text = 'update' THEN 'update '
      WHEN n.template::text ~ '^(confirm|already)-' THEN 'confirmation '
      WHEN n.template::text = 'letter-part' THEN 'company '
      ELSE 'other ' END || f.outcome, (pg_backend_pid() % 16)::smallint, count(*)
  FROM added n JOIN removed o USING (id)
  CROSS JOIN LATERAL (VALUES
    ('accepted', n.state IN ('accepted', 'delivered', 'delayed', 'bounced', 'complained') AND o.state IN ('queued', 'claimed', 'unknown')),
    (n.state::text, n.state NOT IN ('queued', 'claimed', 'accepted'))
  ) f (outcome, holds)
  WHERE n.state <> o.state AND n.campaign_id IS NOT NULL AND f.holds
  GROUP BY 1, 4 ORDER BY 1, 4
  ON CONFLICT (campaign_id, measure, hour, value, slot) DO UPDATE SET n = a.n + excluded.n;
  INSERT INTO mail_minutes AS m (minute, lane, slot, n)
  SELECT date_trunc('minute', now(), 'UTC'), mail_lane(n), (pg_backend_pid() % 16)::smallint, count(*)
  FROM added n JOIN removed o USING (id)
  WHERE n.state IN ('accepted', 'delivered', 'delayed', 'bounced', 'complained') AND o.state IN ('queued', 'claimed')
  GROUP BY 2 ORDER BY 2
  ON CONFLICT (minute, lane, slot) DO UPDATE SET n = m.n + excluded.n;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER outbox_by_hour AFTER UPDATE ON outbox
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_mails_by_hour();
