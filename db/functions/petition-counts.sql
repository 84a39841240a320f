-- Counts confirmed signatures by the version of the text, in slots like the counters of a campaign.
CREATE OR REPLACE FUNCTION count_petition_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO petition_counts AS c (campaign_id, version, slot, confirmed)
    SELECT campaign_id, petition_version, (pg_backend_pid() % 16)::smallint, count(*)
    FROM added WHERE state::text = 'confirmed' GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (campaign_id, version, slot) DO UPDATE SET confirmed = c.confirmed + excluded.confirmed;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO petition_counts AS c (campaign_id, version, slot, confirmed)
    SELECT campaign_id, petition_version, (pg_backend_pid() % 16)::smallint, -count(*)
    FROM removed WHERE state::text = 'confirmed' GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (campaign_id, version, slot) DO UPDATE SET confirmed = c.confirmed + excluded.confirmed;
  ELSE
    INSERT INTO petition_counts AS c (campaign_id, version, slot, confirmed)
    SELECT campaign_id, petition_version, (pg_backend_pid() % 16)::smallint, sum(n) FROM (
      SELECT n.campaign_id, n.petition_version, 1 AS n FROM added n JOIN removed o USING (id)
      WHERE n.state::text = 'confirmed' AND (o.state::text <> 'confirmed' OR o.petition_version <> n.petition_version)
      UNION ALL
      SELECT o.campaign_id, o.petition_version, -1 FROM added n JOIN removed o USING (id)
      WHERE o.state::text = 'confirmed' AND (n.state::text <> 'confirmed' OR o.petition_version <> n.petition_version)
    ) moved GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (campaign_id, version, slot) DO UPDATE SET confirmed = c.confirmed + excluded.confirmed;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER versions_counted_on_insert AFTER INSERT ON signatures
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_petition_versions();
CREATE OR REPLACE TRIGGER versions_counted_on_update AFTER UPDATE ON signatures
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_petition_versions();
CREATE OR REPLACE TRIGGER versions_counted_on_delete AFTER DELETE ON signatures
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_petition_versions();

-- Counts erased people under the text they signed.
CREATE OR REPLACE FUNCTION count_erased_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO petition_counts AS c (campaign_id, version, slot, erased)
    SELECT campaign_id, petition_version, (pg_backend_pid() % 16)::smallint, count(*) FROM added GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (campaign_id, version, slot) DO UPDATE SET erased = c.erased + excluded.erased;
  ELSE
    INSERT INTO petition_counts AS c (campaign_id, version, slot, erased)
    SELECT campaign_id, petition_version, (pg_backend_pid() % 16)::smallint, -count(*) FROM removed GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (campaign_id, version, slot) DO UPDATE SET erased = c.erased + excluded.erased;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER erased_versions_counted_on_insert AFTER INSERT ON erased_signatures
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_erased_versions();
CREATE OR REPLACE TRIGGER erased_versions_counted_on_delete AFTER DELETE ON erased_signatures
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_erased_versions();
