DROP TABLE "data_requests" CASCADE;--> statement-breakpoint
ALTER TABLE "audit_seals" ADD COLUMN "form" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_seals" ALTER COLUMN "form" SET DEFAULT 2;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "erasing_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_erasing_after_closing" CHECK ("campaigns"."erasing_since" is null or "campaigns"."closed_at" is not null);--> statement-breakpoint
CREATE TABLE "campaign_closings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "campaign_closings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" integer NOT NULL,
	"retention_months" smallint NOT NULL,
	"asked_by_id" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"approved_by_id" uuid,
	"approved_at" timestamp with time zone,
	"approved_alone" boolean DEFAULT false NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "campaign_closings_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "campaign_closings_months" CHECK ("campaign_closings"."retention_months" between 1 and 24),
	CONSTRAINT "campaign_closings_ended_once" CHECK ("campaign_closings"."approved_at" is null or "campaign_closings"."withdrawn_at" is null),
	CONSTRAINT "campaign_closings_never_approved_by_who_asked" CHECK ("campaign_closings"."approved_alone" or "campaign_closings"."approved_by_id" is null or "campaign_closings"."approved_by_id" is distinct from "campaign_closings"."asked_by_id")
);
--> statement-breakpoint
CREATE TABLE "data_requests" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "data_requests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" integer NOT NULL,
	"kind" text NOT NULL,
	"received_on" date NOT NULL,
	"received" integer NOT NULL,
	"answer" text NOT NULL,
	"note" text,
	"recorded_by_id" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "data_requests_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "data_requests_received" CHECK ("data_requests"."received" between 1 and 100000),
	CONSTRAINT "data_requests_kind_known" CHECK ("data_requests"."kind" in ('authority', 'person', 'other')),
	CONSTRAINT "data_requests_answer_known" CHECK ("data_requests"."answer" in ('open', 'refused', 'partly', 'given')),
	CONSTRAINT "data_requests_note_length" CHECK (char_length("data_requests"."note") between 1 and 500)
);
--> statement-breakpoint
ALTER TABLE "campaign_closings" ADD CONSTRAINT "campaign_closings_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_closings" ADD CONSTRAINT "campaign_closings_asked_by_id_organizers_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_closings" ADD CONSTRAINT "campaign_closings_approved_by_id_organizers_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_requests" ADD CONSTRAINT "data_requests_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_requests" ADD CONSTRAINT "data_requests_recorded_by_id_organizers_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "campaign_closings_one_waits" ON "campaign_closings" USING btree ("campaign_id") WHERE "campaign_closings"."approved_at" is null and "campaign_closings"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "data_requests_of_campaign" ON "data_requests" USING btree ("campaign_id","received_on");--> statement-breakpoint

-- An entry as the text that is sealed. Times as microseconds, so that no setting of a session changes it.
CREATE FUNCTION audit_text(entry audit_entries) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT (jsonb_build_array(entry.id, (extract(epoch FROM entry.at) * 1000000)::bigint, entry.actor, entry.action,
      entry.campaign_id, entry.subject, entry.detail)
    || CASE WHEN entry.from_hash IS NULL THEN '[]'::jsonb
       ELSE jsonb_build_array(encode(entry.from_hash, 'hex')) END)::text
$$;--> statement-breakpoint

-- Form 2 goes over the digests of the entries: who may read some of them can check a seal with the digests of the others.
CREATE FUNCTION audit_digest(before bytea, from_entry bigint, to_entry bigint, form smallint) RETURNS bytea
LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN form = 1 THEN audit_digest(before, from_entry, to_entry) ELSE
    (SELECT sha256(before || coalesce(string_agg(sha256(convert_to(audit_text(e), 'UTF8')), ''::bytea ORDER BY id), ''::bytea))
     FROM audit_entries e WHERE id BETWEEN from_entry AND to_entry) END
$$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION seal_audit_entries() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE newest bigint; last_seal audit_seals; before bytea; from_entry bigint;
BEGIN
  LOCK TABLE audit_entries IN SHARE MODE;
  SELECT * INTO last_seal FROM audit_seals ORDER BY id DESC LIMIT 1;
  SELECT max(id) INTO newest FROM audit_entries;
  IF newest IS NULL OR newest <= coalesce(last_seal.to_id, 0) THEN RETURN 0; END IF;
  before := coalesce(last_seal.sha256, '\x'::bytea);
  from_entry := coalesce(last_seal.to_id, 0) + 1;
  INSERT INTO audit_seals (from_id, to_id, form, sha256, previous)
  VALUES (from_entry, newest, 2, audit_digest(before, from_entry, newest, 2::smallint), before);
  RETURN newest - coalesce(last_seal.to_id, 0);
END $$;
