CREATE TABLE "campaign_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "campaign_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"campaign_id" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"thing" text NOT NULL,
	"thing_id" bigint,
	"field" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "campaign_changes_actor_shape" CHECK ("campaign_changes"."actor" ~ '^(organizer:[0-9a-f-]{36}|operator)$'),
	CONSTRAINT "campaign_changes_thing_known" CHECK ("campaign_changes"."thing" in ('campaign', 'claim', 'petition', 'correction', 'requests'))
);
--> statement-breakpoint
CREATE TABLE "data_requests" (
	"campaign_id" integer NOT NULL,
	"year" smallint NOT NULL,
	"kind" text NOT NULL,
	"received" integer NOT NULL,
	CONSTRAINT "data_requests_campaign_id_year_kind_pk" PRIMARY KEY("campaign_id","year","kind"),
	CONSTRAINT "data_requests_year" CHECK ("data_requests"."year" between 2000 and 2200),
	CONSTRAINT "data_requests_received" CHECK ("data_requests"."received" >= 0),
	CONSTRAINT "data_requests_kind_known" CHECK ("data_requests"."kind" in ('access', 'erasure', 'court', 'other'))
);
--> statement-breakpoint
CREATE TABLE "petition_counts" (
	"campaign_id" integer NOT NULL,
	"version" integer NOT NULL,
	"slot" smallint NOT NULL,
	"confirmed" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "petition_counts_campaign_id_version_slot_pk" PRIMARY KEY("campaign_id","version","slot")
);
--> statement-breakpoint
CREATE TABLE "petition_drafts" (
	"campaign_id" integer PRIMARY KEY NOT NULL,
	"summary" text NOT NULL,
	"body" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"edited_by" text NOT NULL,
	"edited_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "from_hash" "bytea";--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "share_texts" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "sender_name" text;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "retention_months" smallint DEFAULT 12 NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "personal_erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "final_counts" jsonb;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "first_published_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "corrections" ADD COLUMN "claim_id" bigint;--> statement-breakpoint
ALTER TABLE "petition_versions" ADD COLUMN "published_by" text;--> statement-breakpoint
ALTER TABLE "petition_versions" ADD COLUMN "same_meaning_as" integer;--> statement-breakpoint
ALTER TABLE "petition_versions" ADD COLUMN "earlier_signers" text;--> statement-breakpoint
ALTER TABLE "campaign_changes" ADD CONSTRAINT "campaign_changes_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_requests" ADD CONSTRAINT "data_requests_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_counts" ADD CONSTRAINT "petition_counts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_drafts" ADD CONSTRAINT "petition_drafts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaign_changes_page" ON "campaign_changes" USING btree ("campaign_id","id");--> statement-breakpoint
CREATE INDEX "campaign_changes_of_thing" ON "campaign_changes" USING btree ("campaign_id","thing","thing_id","id");--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entries_page" ON "audit_entries" USING btree ("campaign_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_entries_of_actor" ON "audit_entries" USING btree ("actor","id" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_from_hash_length" CHECK (octet_length("audit_entries"."from_hash") = 8);--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_retention_months" CHECK ("campaigns"."retention_months" between 1 and 24);--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_erased_after_closing" CHECK ("campaigns"."personal_erased_at" is null or "campaigns"."closed_at" is not null);--> statement-breakpoint
ALTER TABLE "petition_versions" ADD CONSTRAINT "petition_versions_same_as_an_earlier" CHECK ("petition_versions"."same_meaning_as" < "petition_versions"."version");--> statement-breakpoint
ALTER TABLE "petition_versions" ADD CONSTRAINT "petition_versions_earlier_signers" CHECK ("petition_versions"."earlier_signers" in ('told', 'apart'));--> statement-breakpoint

-- When a claim was published for the first time.
UPDATE claims SET first_published_at = now() WHERE published;--> statement-breakpoint
CREATE FUNCTION note_first_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.published AND new.first_published_at IS NULL THEN new.first_published_at := now(); END IF;
  RETURN new;
END $$;--> statement-breakpoint
CREATE TRIGGER claims_first_published BEFORE INSERT OR UPDATE ON claims
  FOR EACH ROW EXECUTE FUNCTION note_first_published();--> statement-breakpoint

-- A petition version is never edited, its summary neither.
DROP TRIGGER petition_versions_never_edited ON petition_versions;--> statement-breakpoint
CREATE TRIGGER petition_versions_never_edited BEFORE UPDATE ON petition_versions
  FOR EACH ROW WHEN (old.body <> new.body OR old.summary <> new.summary OR old.version <> new.version OR old.campaign_id <> new.campaign_id)
  EXECUTE FUNCTION refuse_move();--> statement-breakpoint

-- The history is added to and read, nothing else.
CREATE TRIGGER campaign_changes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON campaign_changes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint

-- Confirmed signatures by version, in slots like the counters of a campaign.
CREATE FUNCTION count_petition_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO petition_counts AS c (campaign_id, version, slot, confirmed)
    SELECT campaign_id, petition_version, (pg_backend_pid() % 16)::smallint, count(*)
    FROM added WHERE state::text = 'confirmed' GROUP BY 1, 2
    ON CONFLICT (campaign_id, version, slot) DO UPDATE SET confirmed = c.confirmed + excluded.confirmed;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO petition_counts AS c (campaign_id, version, slot, confirmed)
    SELECT campaign_id, petition_version, (pg_backend_pid() % 16)::smallint, -count(*)
    FROM removed WHERE state::text = 'confirmed' GROUP BY 1, 2
    ON CONFLICT (campaign_id, version, slot) DO UPDATE SET confirmed = c.confirmed + excluded.confirmed;
  ELSE
    INSERT INTO petition_counts AS c (campaign_id, version, slot, confirmed)
    SELECT campaign_id, petition_version, (pg_backend_pid() % 16)::smallint, sum(n) FROM (
      SELECT n.campaign_id, n.petition_version, 1 AS n FROM added n JOIN removed o USING (id)
      WHERE n.state::text = 'confirmed' AND (o.state::text <> 'confirmed' OR o.petition_version <> n.petition_version)
      UNION ALL
      SELECT o.campaign_id, o.petition_version, -1 FROM added n JOIN removed o USING (id)
      WHERE o.state::text = 'confirmed' AND (n.state::text <> 'confirmed' OR o.petition_version <> n.petition_version)
    ) moved GROUP BY 1, 2
    ON CONFLICT (campaign_id, version, slot) DO UPDATE SET confirmed = c.confirmed + excluded.confirmed;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER versions_counted_on_insert AFTER INSERT ON signatures
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_petition_versions();--> statement-breakpoint
CREATE TRIGGER versions_counted_on_update AFTER UPDATE ON signatures
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_petition_versions();--> statement-breakpoint
CREATE TRIGGER versions_counted_on_delete AFTER DELETE ON signatures
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_petition_versions();--> statement-breakpoint
INSERT INTO petition_counts (campaign_id, version, slot, confirmed)
SELECT campaign_id, petition_version, 0, count(*) FROM signatures WHERE state::text = 'confirmed' GROUP BY 1, 2;--> statement-breakpoint

-- The digest of an entry without an origin is what it was, so that seals made before still fit.
CREATE OR REPLACE FUNCTION audit_digest(before bytea, from_entry bigint, to_entry bigint) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(before || convert_to(coalesce(string_agg(
    (jsonb_build_array(id, (extract(epoch FROM at) * 1000000)::bigint, actor, action, campaign_id, subject, detail)
      || CASE WHEN from_hash IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(encode(from_hash, 'hex')) END)::text,
    E'\n' ORDER BY id), ''), 'UTF8'))
  FROM audit_entries WHERE id BETWEEN from_entry AND to_entry
$$;
