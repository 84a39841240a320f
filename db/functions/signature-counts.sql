-- Each statement adds what it changed to one of 16 slots a campaign, so that those who sign at once do not wait for one row
-- (docs/decisions/0006-counters-in-slots.md). Triggers fire by name: these come before all others that count signatures, so that
-- a transaction has its slot of a campaign before it changes any other count of it. Two in one slot wait here, and never deadlock.
CREATE OR REPLACE FUNCTION count_signatures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO campaign_counts AS c (campaign_id, slot, pending, confirmed, withdrawn, invalidated, imported, quarantined)
    SELECT campaign_id, (pg_backend_pid() % 16)::smallint,
      count(*) FILTER (WHERE state = 'pending'), count(*) FILTER (WHERE state = 'confirmed'),
      count(*) FILTER (WHERE state = 'withdrawn'), count(*) FILTER (WHERE state = 'invalidated'),
      count(*) FILTER (WHERE state::text = 'imported'), count(*) FILTER (WHERE state::text = 'quarantined')
    FROM added GROUP BY campaign_id ORDER BY 1
    ON CONFLICT (campaign_id, slot) DO UPDATE SET
      pending = c.pending + excluded.pending, confirmed = c.confirmed + excluded.confirmed,
      withdrawn = c.withdrawn + excluded.withdrawn, invalidated = c.invalidated + excluded.invalidated,
      imported = c.imported + excluded.imported, quarantined = c.quarantined + excluded.quarantined;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO campaign_counts AS c (campaign_id, slot, pending, confirmed, withdrawn, invalidated, imported, quarantined)
    SELECT n.campaign_id, (pg_backend_pid() % 16)::smallint,
      count(*) FILTER (WHERE n.state = 'pending') - count(*) FILTER (WHERE o.state = 'pending'),
      count(*) FILTER (WHERE n.state = 'confirmed') - count(*) FILTER (WHERE o.state = 'confirmed'),
      count(*) FILTER (WHERE n.state = 'withdrawn') - count(*) FILTER (WHERE o.state = 'withdrawn'),
      count(*) FILTER (WHERE n.state = 'invalidated') - count(*) FILTER (WHERE o.state = 'invalidated'),
      count(*) FILTER (WHERE n.state::text = 'imported') - count(*) FILTER (WHERE o.state::text = 'imported'),
      count(*) FILTER (WHERE n.state::text = 'quarantined') - count(*) FILTER (WHERE o.state::text = 'quarantined')
    FROM added n JOIN removed o USING (id) WHERE n.state <> o.state GROUP BY n.campaign_id ORDER BY 1
    ON CONFLICT (campaign_id, slot) DO UPDATE SET
      pending = c.pending + excluded.pending, confirmed = c.confirmed + excluded.confirmed,
      withdrawn = c.withdrawn + excluded.withdrawn, invalidated = c.invalidated + excluded.invalidated,
      imported = c.imported + excluded.imported, quarantined = c.quarantined + excluded.quarantined;
  ELSE
    INSERT INTO campaign_counts AS c (campaign_id, slot, pending, confirmed, withdrawn, invalidated, imported, quarantined)
    SELECT campaign_id, (pg_backend_pid() % 16)::smallint,
      -count(*) FILTER (WHERE state = 'pending'), -count(*) FILTER (WHERE state = 'confirmed'),
      -count(*) FILTER (WHERE state = 'withdrawn'), -count(*) FILTER (WHERE state = 'invalidated'),
      -count(*) FILTER (WHERE state::text = 'imported'), -count(*) FILTER (WHERE state::text = 'quarantined')
    FROM removed GROUP BY campaign_id ORDER BY 1
    ON CONFLICT (campaign_id, slot) DO UPDATE SET
      pending = c.pending + excluded.pending, confirmed = c.confirmed + excluded.confirmed,
      withdrawn = c.withdrawn + excluded.withdrawn, invalidated = c.invalidated + excluded.invalidated,
      imported = c.imported + excluded.imported, quarantined = c.quarantined + excluded.quarantined;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER campaigns_counted_on_insert AFTER INSERT ON signatures
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_signatures();
CREATE OR REPLACE TRIGGER campaigns_counted_on_update AFTER UPDATE ON signatures
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_signatures();
CREATE OR REPLACE TRIGGER campaigns_counted_on_delete AFTER DELETE ON signatures
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_signatures();

CREATE OR REPLACE FUNCTION count_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO campaign_counts AS c (campaign_id, slot, erased)
    SELECT campaign_id, (pg_backend_pid() % 16)::smallint, count(*) FROM added GROUP BY campaign_id ORDER BY 1
    ON CONFLICT (campaign_id, slot) DO UPDATE SET erased = c.erased + excluded.erased;
  ELSE
    INSERT INTO campaign_counts AS c (campaign_id, slot, erased)
    SELECT campaign_id, (pg_backend_pid() % 16)::smallint, -count(*) FROM removed GROUP BY campaign_id ORDER BY 1
    ON CONFLICT (campaign_id, slot) DO UPDATE SET erased = c.erased + excluded.erased;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER campaigns_erased_counted_on_insert AFTER INSERT ON erased_signatures
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_erased();
CREATE OR REPLACE TRIGGER campaigns_erased_counted_on_delete AFTER DELETE ON erased_signatures
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_erased();

CREATE OR REPLACE FUNCTION count_paper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO campaign_counts AS c (campaign_id, slot, on_paper)
    SELECT campaign_id, (pg_backend_pid() % 16)::smallint, count(*) FROM added GROUP BY campaign_id ORDER BY 1
    ON CONFLICT (campaign_id, slot) DO UPDATE SET on_paper = c.on_paper + excluded.on_paper;
  ELSE
    INSERT INTO campaign_counts AS c (campaign_id, slot, on_paper)
    SELECT campaign_id, (pg_backend_pid() % 16)::smallint, -count(*) FROM removed GROUP BY campaign_id ORDER BY 1
    ON CONFLICT (campaign_id, slot) DO UPDATE SET on_paper = c.on_paper + excluded.on_paper;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER paper_counted_on_insert AFTER INSERT ON paper_signatures
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_paper();
CREATE OR REPLACE TRIGGER paper_counted_on_delete AFTER DELETE ON paper_signatures
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_paper();
