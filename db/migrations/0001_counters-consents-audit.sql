-- Counters: each statement folds what it changed into one of 16 slots a campaign, so that signers
-- wait for no common row and editing a campaign waits for no signer.
CREATE FUNCTION count_signatures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO campaign_counts AS c (campaign_id, slot, pending, confirmed, withdrawn, invalidated)
    SELECT campaign_id, (pg_backend_pid() % 16)::smallint,
      count(*) FILTER (WHERE state = 'pending'), count(*) FILTER (WHERE state = 'confirmed'),
      count(*) FILTER (WHERE state = 'withdrawn'), count(*) FILTER (WHERE state = 'invalidated')
    FROM added GROUP BY campaign_id
    ON CONFLICT (campaign_id, slot) DO UPDATE SET
      pending = c.pending + excluded.pending, confirmed = c.confirmed + excluded.confirmed,
      withdrawn = c.withdrawn + excluded.withdrawn, invalidated = c.invalidated + excluded.invalidated;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO campaign_counts AS c (campaign_id, slot, pending, confirmed, withdrawn, invalidated)
    SELECT n.campaign_id, (pg_backend_pid() % 16)::smallint,
      count(*) FILTER (WHERE n.state = 'pending') - count(*) FILTER (WHERE o.state = 'pending'),
      count(*) FILTER (WHERE n.state = 'confirmed') - count(*) FILTER (WHERE o.state = 'confirmed'),
      count(*) FILTER (WHERE n.state = 'withdrawn') - count(*) FILTER (WHERE o.state = 'withdrawn'),
      count(*) FILTER (WHERE n.state = 'invalidated') - count(*) FILTER (WHERE o.state = 'invalidated')
    FROM added n JOIN removed o USING (id) WHERE n.state <> o.state GROUP BY n.campaign_id
    ON CONFLICT (campaign_id, slot) DO UPDATE SET
      pending = c.pending + excluded.pending, confirmed = c.confirmed + excluded.confirmed,
      withdrawn = c.withdrawn + excluded.withdrawn, invalidated = c.invalidated + excluded.invalidated;
  ELSE
    INSERT INTO campaign_counts AS c (campaign_id, slot, pending, confirmed, withdrawn, invalidated)
    SELECT campaign_id, (pg_backend_pid() % 16)::smallint,
      -count(*) FILTER (WHERE state = 'pending'), -count(*) FILTER (WHERE state = 'confirmed'),
      -count(*) FILTER (WHERE state = 'withdrawn'), -count(*) FILTER (WHERE state = 'invalidated')
    FROM removed GROUP BY campaign_id
    ON CONFLICT (campaign_id, slot) DO UPDATE SET
      pending = c.pending + excluded.pending, confirmed = c.confirmed + excluded.confirmed,
      withdrawn = c.withdrawn + excluded.withdrawn, invalidated = c.invalidated + excluded.invalidated;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER signatures_counted_on_insert AFTER INSERT ON signatures
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_signatures();--> statement-breakpoint
CREATE TRIGGER signatures_counted_on_update AFTER UPDATE ON signatures
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_signatures();--> statement-breakpoint
CREATE TRIGGER signatures_counted_on_delete AFTER DELETE ON signatures
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_signatures();--> statement-breakpoint

CREATE FUNCTION refuse_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a signature stays with its campaign and person' USING ERRCODE = 'check_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER signatures_stay BEFORE UPDATE ON signatures FOR EACH ROW
  WHEN (old.campaign_id <> new.campaign_id OR old.supporter_id <> new.supporter_id)
  EXECUTE FUNCTION refuse_move();--> statement-breakpoint

CREATE FUNCTION count_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO campaign_counts AS c (campaign_id, slot, erased)
    SELECT campaign_id, (pg_backend_pid() % 16)::smallint, count(*) FROM added GROUP BY campaign_id
    ON CONFLICT (campaign_id, slot) DO UPDATE SET erased = c.erased + excluded.erased;
  ELSE
    INSERT INTO campaign_counts AS c (campaign_id, slot, erased)
    SELECT campaign_id, (pg_backend_pid() % 16)::smallint, -count(*) FROM removed GROUP BY campaign_id
    ON CONFLICT (campaign_id, slot) DO UPDATE SET erased = c.erased + excluded.erased;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER erased_counted_on_insert AFTER INSERT ON erased_signatures
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_erased();--> statement-breakpoint
CREATE TRIGGER erased_counted_on_delete AFTER DELETE ON erased_signatures
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_erased();--> statement-breakpoint

-- A consent is a record of what someone agreed to: it can be revoked once, and is otherwise never changed.
CREATE FUNCTION keep_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF old.revoked_at IS NOT NULL OR new.revoked_at IS NULL
    OR (old.id, old.supporter_id, old.campaign_id, old.purpose, old.text_version, old.locale, old.granted_at)
    IS DISTINCT FROM (new.id, new.supporter_id, new.campaign_id, new.purpose, new.text_version, new.locale, new.granted_at)
  THEN
    RAISE EXCEPTION 'a consent is never changed, only revoked' USING ERRCODE = 'check_violation';
  END IF;
  RETURN new;
END $$;--> statement-breakpoint
CREATE TRIGGER consents_only_revoked BEFORE UPDATE ON consents FOR EACH ROW EXECUTE FUNCTION keep_consent();--> statement-breakpoint

-- The words of a petition version are what people signed.
CREATE TRIGGER petition_versions_never_edited BEFORE UPDATE ON petition_versions
  FOR EACH ROW WHEN (old.body <> new.body OR old.version <> new.version OR old.campaign_id <> new.campaign_id)
  EXECUTE FUNCTION refuse_move();--> statement-breakpoint

-- Audit: entries and seals are added and read, nothing else.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is refused on %', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER audit_seals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seals
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint

-- sha256 over the seal before and the entries from..to in order of id. Times as microseconds, so that
-- no setting of a session changes the digest.
CREATE FUNCTION audit_digest(before bytea, from_entry bigint, to_entry bigint) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(before || convert_to(coalesce(string_agg(
    jsonb_build_array(id, (extract(epoch FROM at) * 1000000)::bigint, actor, action, campaign_id, subject, detail)::text,
    E'\n' ORDER BY id), ''), 'UTF8'))
  FROM audit_entries WHERE id BETWEEN from_entry AND to_entry
$$;--> statement-breakpoint

-- Seals what is not sealed yet. SHARE mode waits for every writer that has an entry under way, so the
-- newest visible id is the newest that exists: no entry can appear below it later.
CREATE FUNCTION seal_audit_entries() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE newest bigint; last_seal audit_seals; before bytea;
BEGIN
  LOCK TABLE audit_entries IN SHARE MODE;
  SELECT * INTO last_seal FROM audit_seals ORDER BY id DESC LIMIT 1;
  SELECT max(id) INTO newest FROM audit_entries;
  IF newest IS NULL OR newest <= coalesce(last_seal.to_id, 0) THEN RETURN 0; END IF;
  before := coalesce(last_seal.sha256, '\x'::bytea);
  INSERT INTO audit_seals (from_id, to_id, sha256, previous)
  VALUES (coalesce(last_seal.to_id, 0) + 1, newest, audit_digest(before, coalesce(last_seal.to_id, 0) + 1, newest), before);
  RETURN newest - coalesce(last_seal.to_id, 0);
END $$;
