CREATE TABLE "activity_hours" (
	"campaign_id" integer NOT NULL,
	"measure" text NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"value" text DEFAULT '' NOT NULL,
	"slot" smallint NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "activity_hours_campaign_id_measure_hour_value_slot_pk" PRIMARY KEY("campaign_id","measure","hour","value","slot"),
	CONSTRAINT "activity_hours_slot" CHECK ("activity_hours"."slot" between 0 and 15),
	CONSTRAINT "activity_hours_whole" CHECK (extract(epoch from "activity_hours"."hour") % 3600 = 0),
	CONSTRAINT "activity_hours_value_length" CHECK (char_length("activity_hours"."value") <= 100)
);
--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "api_tokens_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" integer NOT NULL,
	"organizer_id" uuid NOT NULL,
	"name" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"last_used_on" date,
	CONSTRAINT "api_tokens_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "api_tokens_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "api_tokens_name_length" CHECK (char_length("api_tokens"."name") between 1 and 80),
	CONSTRAINT "api_tokens_hash_length" CHECK (octet_length("api_tokens"."token_hash") = 32),
	CONSTRAINT "api_tokens_scopes_given" CHECK (cardinality("api_tokens"."scopes") > 0),
	CONSTRAINT "api_tokens_end" CHECK ("api_tokens"."expires_at" > "api_tokens"."created_at")
);
--> statement-breakpoint
ALTER TABLE "organizers" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "activity_hours" ADD CONSTRAINT "activity_hours_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_maker" FOREIGN KEY ("campaign_id","organizer_id") REFERENCES "public"."campaign_organizers"("campaign_id","organizer_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_tokens_campaign" ON "api_tokens" USING btree ("campaign_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "api_tokens_organizer" ON "api_tokens" USING btree ("organizer_id");--> statement-breakpoint
ALTER TABLE "organizers" ADD CONSTRAINT "organizers_time_zone_shape" CHECK ("organizers"."time_zone" ~ '^[A-Za-z0-9_+/-]{1,64}$');--> statement-breakpoint

-- Rows are counted up in place: room on each page keeps an update from touching the index.
ALTER TABLE "activity_hours" SET (fillfactor = 70);--> statement-breakpoint

CREATE FUNCTION hour_of(moment timestamptz) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT date_trunc('hour', moment, 'UTC')
$$;--> statement-breakpoint

-- Where an address is hosted, in groups large enough that none tells of a person.
CREATE FUNCTION mail_provider(address text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN host IN ('gmail.com', 'googlemail.com') THEN 'gmail'
    WHEN host ~ '^(outlook|hotmail|live)[.]' OR host = 'msn.com' THEN 'outlook'
    WHEN host ~ '^yahoo[.]' OR host IN ('ymail.com', 'rocketmail.com', 'aol.com') THEN 'yahoo'
    WHEN host IN ('icloud.com', 'me.com', 'mac.com', 'privaterelay.appleid.com') THEN 'icloud'
    WHEN host IN ('proton.me', 'protonmail.com', 'protonmail.ch', 'pm.me') THEN 'proton'
    ELSE 'other' END
  FROM (SELECT lower(split_part(address, '@', 2)) AS host) a
$$;--> statement-breakpoint

-- How long someone took to confirm, in steps from which a median can be told.
CREATE FUNCTION wait_step(wait interval) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN wait <= '1 minute' THEN '1m' WHEN wait <= '5 minutes' THEN '5m' WHEN wait <= '15 minutes' THEN '15m'
    WHEN wait <= '1 hour' THEN '1h' WHEN wait <= '1 day' THEN '1d' ELSE 'late' END
$$;--> statement-breakpoint

-- What happened to signatures, by the hour. `signed` and `confirmed` are what a row tells of itself, and their `-gone` what
-- rows told that are there no more, so that the rest can be counted again. `joined` less `left` is the public count.
-- States as text: a value that a type has just got cannot be used in the transaction that gave it.
CREATE FUNCTION count_signatures_by_hour() RETURNS trigger LANGUAGE plpgsql AS $$
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
      SELECT n.*, o.signed_at AS o_signed_at, o.confirmed_at AS o_confirmed_at, o.state::text AS was, n.state::text AS becomes,
        n.state::text <> 'imported' AS asked, o.state::text <> 'imported' AS was_asked,
        n.state::text <> 'imported' AND n.confirmed_at IS NOT NULL AS proven,
        o.state::text <> 'imported' AND o.confirmed_at IS NOT NULL AS was_proven
      FROM added n JOIN removed o USING (id)
      WHERE n.state <> o.state OR n.signed_at <> o.signed_at OR n.confirmed_at IS DISTINCT FROM o.confirmed_at
    ) r
    JOIN supporters p ON p.id = r.supporter_id
    CROSS JOIN LATERAL (VALUES
      ('signed', r.signed_at, mail_provider(p.email_canonical), 1, r.asked AND NOT (r.was_asked AND r.signed_at = r.o_signed_at)),
      ('signed-gone', r.o_signed_at, '', 1, r.was_asked AND NOT (r.asked AND r.signed_at = r.o_signed_at)),
      ('confirmed', r.confirmed_at, mail_provider(p.email_canonical), 1, r.proven AND NOT (r.was_proven AND r.confirmed_at = r.o_confirmed_at)),
      ('confirmed-gone', r.o_confirmed_at, '', 1, r.was_proven AND NOT (r.proven AND r.confirmed_at = r.o_confirmed_at)),
      ('wait', r.signed_at, mail_provider(p.email_canonical) || ' ' || wait_step(r.confirmed_at - r.signed_at), 1, r.proven AND NOT r.was_proven),
      -- What a review lets through joins now. What was declared invalid and is valid again has joined before.
      ('joined', CASE r.was WHEN 'quarantined' THEN now() ELSE r.confirmed_at END, '', 1, r.becomes = 'confirmed' AND r.was NOT IN ('confirmed', 'invalidated')),
      ('country', CASE r.was WHEN 'quarantined' THEN now() ELSE r.confirmed_at END, p.country::text, 1, r.becomes = 'confirmed' AND r.was NOT IN ('confirmed', 'invalidated')),
      ('source', CASE r.was WHEN 'quarantined' THEN now() ELSE r.confirmed_at END, coalesce(r.source, ''), 1, r.becomes = 'confirmed' AND r.was NOT IN ('confirmed', 'invalidated')),
      ('referrer', CASE r.was WHEN 'quarantined' THEN now() ELSE r.confirmed_at END, left(r.referrer, 100), 1, r.referrer IS NOT NULL AND r.becomes = 'confirmed' AND r.was NOT IN ('confirmed', 'invalidated')),
      ('left', coalesce(r.withdrawn_at, r.invalidated_at, now()), '', 1, r.was = 'confirmed' AND r.becomes <> 'confirmed'),
      ('left', now(), '', -1, r.becomes = 'confirmed' AND r.was = 'invalidated')
    ) f (measure, at, value, many, holds)
    WHERE f.holds
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
END $$;--> statement-breakpoint
CREATE TRIGGER signatures_by_hour_on_insert AFTER INSERT ON signatures
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_signatures_by_hour();--> statement-breakpoint
CREATE TRIGGER signatures_by_hour_on_update AFTER UPDATE ON signatures
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_signatures_by_hour();--> statement-breakpoint
CREATE TRIGGER signatures_by_hour_on_delete AFTER DELETE ON signatures
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_signatures_by_hour();--> statement-breakpoint

-- Who was erased counts on: the row that goes takes one off, this one puts it back in the same transaction.
CREATE FUNCTION count_erased_by_hour() RETURNS trigger LANGUAGE plpgsql AS $$
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
END $$;--> statement-breakpoint
CREATE TRIGGER erased_by_hour_on_insert AFTER INSERT ON erased_signatures
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_erased_by_hour();--> statement-breakpoint
CREATE TRIGGER erased_by_hour_on_delete AFTER DELETE ON erased_signatures
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_erased_by_hour();--> statement-breakpoint

-- Pledges and letters by the hour they were confirmed in; an edit of a pledge is a version of it, and no pledge more.
CREATE FUNCTION is_act(confirmed_at timestamptz, act jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT confirmed_at IS NOT NULL AND coalesce(act ->> 'version', '1') = '1'
$$;--> statement-breakpoint
CREATE FUNCTION count_acts_by_hour() RETURNS trigger LANGUAGE plpgsql AS $$
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
END $$;--> statement-breakpoint
CREATE TRIGGER pledges_by_hour_on_insert AFTER INSERT ON pledges
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_acts_by_hour('pledge');--> statement-breakpoint
CREATE TRIGGER pledges_by_hour_on_update AFTER UPDATE ON pledges
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_acts_by_hour('pledge');--> statement-breakpoint
CREATE TRIGGER pledges_by_hour_on_delete AFTER DELETE ON pledges
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_acts_by_hour('pledge');--> statement-breakpoint
CREATE TRIGGER letters_by_hour_on_insert AFTER INSERT ON letters
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_acts_by_hour('letter');--> statement-breakpoint
CREATE TRIGGER letters_by_hour_on_update AFTER UPDATE ON letters
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_acts_by_hour('letter');--> statement-breakpoint
CREATE TRIGGER letters_by_hour_on_delete AFTER DELETE ON letters
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_acts_by_hour('letter');--> statement-breakpoint

-- What became of mails, by the hour it became so. A mail that came back was handed over first.
CREATE FUNCTION count_mails_by_hour() RETURNS trigger LANGUAGE plpgsql AS $$
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
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER deliveries_by_hour AFTER UPDATE ON deliveries
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_mails_by_hour();--> statement-breakpoint

-- What happened before: those who were erased since stand in the hour they were erased in, as theirs is not kept.
INSERT INTO activity_hours (campaign_id, measure, hour, value, slot, n)
SELECT s.campaign_id, f.measure, hour_of(f.at), f.value, 0, count(*)
FROM signatures s JOIN supporters p ON p.id = s.supporter_id
CROSS JOIN LATERAL (VALUES
  ('signed', s.signed_at, mail_provider(p.email_canonical), true),
  ('confirmed', s.confirmed_at, mail_provider(p.email_canonical), s.confirmed_at IS NOT NULL),
  ('wait', s.signed_at, mail_provider(p.email_canonical) || ' ' || wait_step(s.confirmed_at - s.signed_at), s.confirmed_at IS NOT NULL),
  ('joined', s.confirmed_at, '', s.confirmed_at IS NOT NULL AND s.state::text <> 'quarantined'),
  ('country', s.confirmed_at, p.country::text, s.confirmed_at IS NOT NULL AND s.state::text <> 'quarantined'),
  ('source', s.confirmed_at, coalesce(s.source, ''), s.confirmed_at IS NOT NULL AND s.state::text <> 'quarantined'),
  ('referrer', s.confirmed_at, left(s.referrer, 100), s.referrer IS NOT NULL AND s.confirmed_at IS NOT NULL AND s.state::text <> 'quarantined'),
  ('left', coalesce(s.withdrawn_at, s.invalidated_at), '', s.confirmed_at IS NOT NULL AND s.state::text IN ('withdrawn', 'invalidated'))
) f (measure, at, value, holds)
WHERE f.holds AND s.state::text <> 'imported'
GROUP BY 1, 2, 3, 4;--> statement-breakpoint
INSERT INTO activity_hours AS a (campaign_id, measure, hour, slot, n)
SELECT campaign_id, 'joined', hour_of(erased_at), 0, count(*) FROM erased_signatures GROUP BY 1, 3
ON CONFLICT (campaign_id, measure, hour, value, slot) DO UPDATE SET n = a.n + excluded.n;--> statement-breakpoint
INSERT INTO activity_hours (campaign_id, measure, hour, slot, n)
SELECT campaign_id, 'pledge', hour_of(confirmed_at), 0, count(*) FROM pledges WHERE confirmed_at IS NOT NULL AND version = 1 GROUP BY 1, 3
UNION ALL SELECT campaign_id, 'letter', hour_of(confirmed_at), 0, count(*) FROM letters WHERE confirmed_at IS NOT NULL GROUP BY 1, 3;--> statement-breakpoint
INSERT INTO activity_hours (campaign_id, measure, hour, value, slot, n)
SELECT campaign_id, 'mail', hour_of(coalesce(settled_at, created_at)), kind || ' ' || f.outcome, 0, count(*)
FROM (SELECT *, CASE WHEN template::text = 'update' THEN 'update' WHEN template::text ~ '^(confirm|already)-' THEN 'confirmation'
  WHEN template::text = 'letter-part' THEN 'company' ELSE 'other' END AS kind FROM deliveries WHERE campaign_id IS NOT NULL) d
CROSS JOIN LATERAL (VALUES
  ('accepted', state IN ('accepted', 'delivered', 'delayed', 'bounced', 'complained')),
  (state::text, state NOT IN ('queued', 'claimed', 'accepted'))
) f (outcome, holds)
WHERE f.holds GROUP BY 1, 3, 4;
