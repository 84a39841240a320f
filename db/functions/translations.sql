-- Keeps what the text in force says in other languages once it is public. The first that is kept of a version stays.
CREATE OR REPLACE FUNCTION keep_petition_translations(of_campaign integer) RETURNS void LANGUAGE sql AS $$
  INSERT INTO petition_translations (campaign_id, version, locale, summary, body)
  SELECT c.id, v.version, s.locale, s.translation, b.translation
  FROM campaigns c
  JOIN petition_versions v ON v.campaign_id = c.id AND v.version = c.petition_version
  JOIN campaign_translations s ON s.campaign_id = c.id AND s.translation IS NOT NULL
    AND s.original_sha256 = sha256(convert_to(v.summary, 'UTF8'))
  JOIN campaign_translations b ON b.campaign_id = c.id AND b.translation IS NOT NULL AND b.locale = s.locale
    AND b.original_sha256 = sha256(convert_to(v.body, 'UTF8'))
  WHERE c.id = of_campaign AND c.status <> 'draft'
  ON CONFLICT DO NOTHING
$$;

-- The triggers fire at the end of a transaction, so that texts which become public together are kept together.
CREATE OR REPLACE FUNCTION keep_translations_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_petition_translations(new.campaign_id);
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER campaign_translations_kept AFTER INSERT OR UPDATE ON campaign_translations
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (new.translation IS NOT NULL)
  EXECUTE FUNCTION keep_translations_published();

CREATE OR REPLACE FUNCTION keep_translations_in_force() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_petition_translations(new.id);
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER campaigns_translations_kept AFTER UPDATE ON campaigns
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (old.petition_version <> new.petition_version OR old.status <> new.status)
  EXECUTE FUNCTION keep_translations_in_force();

-- Returns whether the case and the petition are complete in a language: all that listOriginals calls needed.
CREATE OR REPLACE FUNCTION is_complete_in(of_campaign integer, of_locale text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT EXISTS (
    SELECT FROM (
      SELECT unnest(ARRAY[c.title, c.eyebrow, c.standfirst, c.method, c.care]) FROM campaigns c WHERE c.id = of_campaign
      UNION ALL SELECT unnest(ARRAY[v.summary, v.body, v.note]) FROM petition_versions v
        JOIN campaigns c ON c.id = v.campaign_id AND c.petition_version = v.version WHERE c.id = of_campaign
      UNION ALL SELECT unnest(ARRAY[k.text, k.attribution, k.limits, k.open_question, k.brief]
          || ARRAY(SELECT e ->> 'label' FROM jsonb_array_elements(k.timeline) e)) FROM claims k
        WHERE k.campaign_id = of_campaign AND k.published
    ) AS originals (words)
    WHERE originals.words <> '' AND NOT EXISTS (SELECT FROM campaign_translations t
      WHERE t.campaign_id = of_campaign AND t.locale = of_locale AND t.translation IS NOT NULL
        AND t.original_sha256 = sha256(convert_to(originals.words, 'UTF8'))))
$$;

-- A language is offered once it is complete in a campaign that is public. Later edits leave it offered, until somebody takes
-- it out of the campaign's languages.
CREATE OR REPLACE FUNCTION note_offered_languages(of_campaign integer) RETURNS void LANGUAGE sql AS $$
  UPDATE campaigns c SET offered_languages = n.offered
  FROM (
    SELECT k.id, ARRAY(
      SELECT l.locale FROM unnest(k.languages) WITH ORDINALITY AS l (locale, n)
      WHERE l.n = 1 OR l.locale = ANY (k.offered_languages) OR is_complete_in(k.id, l.locale) ORDER BY l.n) AS offered
    FROM campaigns k WHERE k.id = of_campaign AND k.status <> 'draft'
  ) n
  WHERE c.id = n.id AND c.offered_languages <> n.offered
$$;

CREATE OR REPLACE FUNCTION note_offered_in_campaign() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_offered_languages(new.id);
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER campaigns_offered_at_first AFTER INSERT ON campaigns
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_offered_in_campaign();
CREATE CONSTRAINT TRIGGER campaigns_offered AFTER UPDATE ON campaigns
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((old.status, old.languages, old.title, old.eyebrow, old.standfirst, old.method, old.care, old.petition_version)
    IS DISTINCT FROM (new.status, new.languages, new.title, new.eyebrow, new.standfirst, new.method, new.care, new.petition_version))
  EXECUTE FUNCTION note_offered_in_campaign();

CREATE OR REPLACE FUNCTION note_offered_by_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_offered_languages(CASE TG_OP WHEN 'DELETE' THEN old.campaign_id ELSE new.campaign_id END);
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER claims_offered AFTER INSERT OR UPDATE OR DELETE ON claims
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_offered_by_words();
CREATE CONSTRAINT TRIGGER campaign_translations_offered AFTER INSERT OR UPDATE ON campaign_translations
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (new.translation IS NOT NULL)
  EXECUTE FUNCTION note_offered_by_words();
