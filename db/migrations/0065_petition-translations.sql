CREATE TABLE "petition_translations" (
	"campaign_id" integer NOT NULL,
	"version" integer NOT NULL,
	"locale" text NOT NULL,
	"summary" text NOT NULL,
	"body" text NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "petition_translations_campaign_id_version_locale_pk" PRIMARY KEY("campaign_id","version","locale")
);
--> statement-breakpoint
ALTER TABLE "petition_translations" ADD CONSTRAINT "petition_translations_of_a_version" FOREIGN KEY ("campaign_id","version") REFERENCES "public"."petition_versions"("campaign_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint

-- What people sign in another language stays as they signed it, as what it translates does.
CREATE TRIGGER petition_translations_never_edited BEFORE UPDATE OR DELETE OR TRUNCATE ON petition_translations
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint

-- Keeps what the text in force says in other languages once it is public. The first that is kept of a version stays.
CREATE FUNCTION keep_petition_translations(of_campaign integer) RETURNS void LANGUAGE sql AS $$
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
$$;--> statement-breakpoint

-- At the end of a transaction, so that texts which become public together are kept together.
CREATE FUNCTION keep_translations_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_petition_translations(new.campaign_id);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION keep_translations_in_force() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_petition_translations(new.id);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER campaign_translations_kept AFTER INSERT OR UPDATE ON campaign_translations
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (new.translation IS NOT NULL)
  EXECUTE FUNCTION keep_translations_published();--> statement-breakpoint
CREATE CONSTRAINT TRIGGER campaigns_translations_kept AFTER UPDATE ON campaigns
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (old.petition_version <> new.petition_version OR old.status <> new.status)
  EXECUTE FUNCTION keep_translations_in_force();--> statement-breakpoint

-- What people may have signed so far, since the day on which it was last published.
INSERT INTO petition_translations (campaign_id, version, locale, summary, body, published_at)
SELECT c.id, v.version, s.locale, s.translation, b.translation, greatest(v.published_at, (
  SELECT max(h.at) FROM campaign_changes h WHERE h.campaign_id = c.id AND h.thing = 'translation' AND h.stage = 'public'
    AND h.field IN (s.locale || ': ' || left(v.summary, 60), s.locale || ': ' || left(v.body, 60))))
FROM campaigns c
JOIN petition_versions v ON v.campaign_id = c.id
JOIN campaign_translations s ON s.campaign_id = c.id AND s.translation IS NOT NULL
  AND s.original_sha256 = sha256(convert_to(v.summary, 'UTF8'))
JOIN campaign_translations b ON b.campaign_id = c.id AND b.translation IS NOT NULL AND b.locale = s.locale
  AND b.original_sha256 = sha256(convert_to(v.body, 'UTF8'))
WHERE c.status <> 'draft';
