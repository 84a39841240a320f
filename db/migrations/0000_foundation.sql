-- Names are searched by any three letters of them; pg_trgm is a trusted extension since PostgreSQL 13.
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TYPE "public"."campaign_status" AS ENUM('draft', 'open', 'closed');--> statement-breakpoint
CREATE TYPE "public"."claim_kind" AS ENUM('reported', 'record', 'company_statement', 'opinion');--> statement-breakpoint
CREATE TYPE "public"."claim_section" AS ENUM('reported', 'company', 'acted', 'image', 'matters', 'ask');--> statement-breakpoint
CREATE TYPE "public"."date_precision" AS ENUM('day', 'month', 'year', 'by_month');--> statement-breakpoint
CREATE TYPE "public"."delivery_state" AS ENUM('queued', 'claimed', 'accepted', 'delivered', 'delayed', 'bounced', 'complained', 'suppressed', 'skipped', 'failed', 'unknown');--> statement-breakpoint
CREATE TYPE "public"."delivery_template" AS ENUM('confirm-signature', 'confirm-reminder', 'already-signed', 'receipt', 'manage-link', 'organizer-code');--> statement-breakpoint
CREATE TYPE "public"."organizer_role" AS ENUM('owner', 'organizer', 'reviewer', 'exporter', 'viewer');--> statement-breakpoint
CREATE TYPE "public"."signature_display" AS ENUM('anonymous', 'initials', 'public');--> statement-breakpoint
CREATE TYPE "public"."signature_state" AS ENUM('pending', 'confirmed', 'withdrawn', 'invalidated');--> statement-breakpoint
CREATE TYPE "public"."consent_purpose" AS ENUM('sign', 'updates', 'deliver_to_company', 'public_name', 'contact_cofile');--> statement-breakpoint
CREATE TYPE "public"."suppression_reason" AS ENUM('never', 'hard_bounce', 'complaint');--> statement-breakpoint
CREATE TYPE "public"."ballot_item_status" AS ENUM('proposed', 'filed', 'challenged', 'excluded', 'withdrawn', 'on_ballot', 'voted');--> statement-breakpoint
CREATE TYPE "public"."meeting_status" AS ENUM('expected', 'announced', 'open', 'closed', 'results');--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"campaign_id" integer,
	"subject" uuid,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "audit_entries_actor_shape" CHECK ("audit_entries"."actor" ~ '^(organizer:[0-9a-f-]{36}|operator|supporter|system)$'),
	CONSTRAINT "audit_entries_action_shape" CHECK ("audit_entries"."action" ~ '^[a-z]+(-[a-z]+)*$')
);
--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_seals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"from_id" bigint NOT NULL,
	"to_id" bigint NOT NULL,
	"sha256" "bytea" NOT NULL,
	"previous" "bytea" NOT NULL,
	"sealed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_seals_from_id_unique" UNIQUE("from_id"),
	CONSTRAINT "audit_seals_to_id_unique" UNIQUE("to_id")
);
--> statement-breakpoint
CREATE TABLE "exports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" integer NOT NULL,
	"organizer_id" uuid,
	"preset" text NOT NULL,
	"filter" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"completed_at" timestamp with time zone,
	"rows" bigint,
	"bytes" bigint,
	"sha256" "bytea"
);
--> statement-breakpoint
CREATE TABLE "switches" (
	"name" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaign_counts" (
	"campaign_id" integer NOT NULL,
	"slot" smallint NOT NULL,
	"pending" integer DEFAULT 0 NOT NULL,
	"confirmed" integer DEFAULT 0 NOT NULL,
	"withdrawn" integer DEFAULT 0 NOT NULL,
	"invalidated" integer DEFAULT 0 NOT NULL,
	"erased" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "campaign_counts_campaign_id_slot_pk" PRIMARY KEY("campaign_id","slot"),
	CONSTRAINT "campaign_counts_slot" CHECK ("campaign_counts"."slot" between 0 and 15)
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "campaigns_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"target_id" integer NOT NULL,
	"title" text NOT NULL,
	"eyebrow" text NOT NULL,
	"standfirst" text NOT NULL,
	"status" "campaign_status" DEFAULT 'draft' NOT NULL,
	"featured" boolean DEFAULT false NOT NULL,
	"petition_version" integer DEFAULT 1 NOT NULL,
	"goal_steps" integer[] NOT NULL,
	"operator" text,
	"postal_address" text,
	"contact_email" text,
	"privacy_contact" text,
	"funding_line" text,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaigns_slug_unique" UNIQUE("slug"),
	CONSTRAINT "campaigns_slug_shape" CHECK ("campaigns"."slug" ~ '^[a-z0-9]([a-z0-9-]{1,62})[a-z0-9]$'),
	CONSTRAINT "campaigns_closed_has_time" CHECK (("campaigns"."status" = 'closed') = ("campaigns"."closed_at" is not null)),
	CONSTRAINT "campaigns_goal_steps_given" CHECK (cardinality("campaigns"."goal_steps") > 0)
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "claims_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"campaign_id" integer NOT NULL,
	"position" smallint NOT NULL,
	"section" "claim_section" NOT NULL,
	"kind" "claim_kind" NOT NULL,
	"text" text NOT NULL,
	"quotation" text,
	"attribution" text NOT NULL,
	"publisher" text,
	"published_on" date,
	"published_precision" date_precision,
	"source_title" text,
	"source_url" text,
	"url_verified_at" timestamp with time zone,
	"limits" text,
	"open_question" text,
	"figure" jsonb,
	"published" boolean DEFAULT false NOT NULL,
	CONSTRAINT "claims_campaign_position" UNIQUE("campaign_id","position"),
	CONSTRAINT "claims_published_with_source" CHECK (not "claims"."published" or "claims"."kind" = 'opinion' or ("claims"."publisher" is not null and "claims"."published_on" is not null)),
	CONSTRAINT "claims_link_only_when_opened" CHECK (("claims"."source_title" is null and "claims"."source_url" is null) or "claims"."url_verified_at" is not null),
	CONSTRAINT "claims_date_has_precision" CHECK (("claims"."published_on" is null) = ("claims"."published_precision" is null)),
	CONSTRAINT "claims_url_is_https" CHECK ("claims"."source_url" is null or "claims"."source_url" ~ '^https://')
);
--> statement-breakpoint
CREATE TABLE "corrections" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "corrections_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"campaign_id" integer NOT NULL,
	"corrected_on" date NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "petition_versions" (
	"campaign_id" integer NOT NULL,
	"version" integer NOT NULL,
	"summary" text NOT NULL,
	"body" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "petition_versions_campaign_id_version_pk" PRIMARY KEY("campaign_id","version"),
	CONSTRAINT "petition_versions_count_up" CHECK ("petition_versions"."version" >= 1)
);
--> statement-breakpoint
CREATE TABLE "timeline_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "timeline_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"claim_id" bigint NOT NULL,
	"happened_on" date NOT NULL,
	"precision" date_precision NOT NULL,
	"label" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "deliveries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" integer,
	"supporter_id" bigint,
	"signature_id" bigint,
	"organizer_id" uuid,
	"ceremony_id" bigint,
	"template" "delivery_template" NOT NULL,
	"state" "delivery_state" DEFAULT 'queued' NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"provider_id" text,
	"problem" text,
	CONSTRAINT "deliveries_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "deliveries_one_recipient" CHECK (("deliveries"."supporter_id" is null) <> ("deliveries"."organizer_id" is null)),
	CONSTRAINT "deliveries_claimed_has_lease" CHECK (("deliveries"."state" = 'claimed') = ("deliveries"."lease_until" is not null)),
	CONSTRAINT "deliveries_problem_is_a_code" CHECK ("deliveries"."problem" ~ '^[a-z0-9_-]{1,64}$')
);
--> statement-breakpoint
CREATE TABLE "campaign_organizers" (
	"campaign_id" integer NOT NULL,
	"organizer_id" uuid NOT NULL,
	"role" "organizer_role" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaign_organizers_campaign_id_organizer_id_pk" PRIMARY KEY("campaign_id","organizer_id")
);
--> statement-breakpoint
CREATE TABLE "organizer_ceremonies" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "organizer_ceremonies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"token_hash" "bytea" NOT NULL,
	"email_hmac" "bytea" NOT NULL,
	"organizer_id" uuid,
	"invitation_id" uuid,
	"tries" smallint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "organizer_ceremonies_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "organizer_invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"campaign_id" integer NOT NULL,
	"email" text,
	"role" "organizer_role" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "organizer_invitations_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "organizer_sessions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "organizer_sessions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"token_hash" "bytea" NOT NULL,
	"organizer_id" uuid NOT NULL,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organizer_sessions_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "organizers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"activated_at" timestamp with time zone,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "organizers_email_unique" UNIQUE("email"),
	CONSTRAINT "organizers_email_lower" CHECK ("organizers"."email" = lower("organizers"."email"))
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "signatures_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" integer NOT NULL,
	"supporter_id" bigint NOT NULL,
	"petition_version" integer NOT NULL,
	"state" "signature_state" DEFAULT 'pending' NOT NULL,
	"display" "signature_display" DEFAULT 'anonymous' NOT NULL,
	"comment" text,
	"source" text,
	"referrer" text,
	"receipt_code" text NOT NULL,
	"signed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"invalidated_at" timestamp with time zone,
	"exclusion_reason" text,
	"reminded_at" timestamp with time zone,
	CONSTRAINT "signatures_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "signatures_receipt_code_unique" UNIQUE("receipt_code"),
	CONSTRAINT "signatures_one_a_person" UNIQUE("campaign_id","supporter_id"),
	CONSTRAINT "signatures_confirmed_has_time" CHECK ("signatures"."state" <> 'confirmed' or "signatures"."confirmed_at" is not null),
	CONSTRAINT "signatures_pending_is_unconfirmed" CHECK ("signatures"."state" <> 'pending' or "signatures"."confirmed_at" is null),
	CONSTRAINT "signatures_withdrawn_has_time" CHECK (("signatures"."state" = 'withdrawn') = ("signatures"."withdrawn_at" is not null)),
	CONSTRAINT "signatures_invalidated_has_time" CHECK (("signatures"."state" = 'invalidated') = ("signatures"."invalidated_at" is not null)),
	CONSTRAINT "signatures_comment_length" CHECK (char_length("signatures"."comment") between 1 and 1000),
	CONSTRAINT "signatures_source_shape" CHECK ("signatures"."source" ~ '^[A-Za-z0-9._-]{1,64}$'),
	CONSTRAINT "signatures_receipt_shape" CHECK ("signatures"."receipt_code" ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$')
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "consents_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"supporter_id" bigint NOT NULL,
	"campaign_id" integer NOT NULL,
	"purpose" "consent_purpose" NOT NULL,
	"text_version" text NOT NULL,
	"locale" text NOT NULL,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "consents_revoked_after_granted" CHECK ("consents"."revoked_at" >= "consents"."granted_at")
);
--> statement-breakpoint
CREATE TABLE "erased_signatures" (
	"campaign_id" integer NOT NULL,
	"address_hmac" "bytea" NOT NULL,
	"key_id" text NOT NULL,
	"erased_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "erased_signatures_campaign_id_address_hmac_pk" PRIMARY KEY("campaign_id","address_hmac")
);
--> statement-breakpoint
CREATE TABLE "supporters" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "supporters_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"email_canonical" text NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"country" char(2) NOT NULL,
	"postal_code" text,
	"locale" text DEFAULT 'en' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "supporters_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "supporters_email_canonical_unique" UNIQUE("email_canonical"),
	CONSTRAINT "supporters_email_length" CHECK (length("supporters"."email") between 3 and 254),
	CONSTRAINT "supporters_name_length" CHECK (char_length("supporters"."name") between 1 and 120),
	CONSTRAINT "supporters_no_control_characters" CHECK ("supporters"."name" !~ '[[:cntrl:]]' and "supporters"."email" !~ '[[:cntrl:][:space:]]'),
	CONSTRAINT "supporters_country_shape" CHECK ("supporters"."country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "supporters_postal_code_length" CHECK (char_length("supporters"."postal_code") between 1 and 16)
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"address_hmac" "bytea" NOT NULL,
	"key_id" text NOT NULL,
	"reason" "suppression_reason" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "suppressions_address_hmac_reason_pk" PRIMARY KEY("address_hmac","reason")
);
--> statement-breakpoint
CREATE TABLE "ballot_items" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ballot_items_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"meeting_id" integer NOT NULL,
	"number" smallint,
	"title" text NOT NULL,
	"proponent" text,
	"board_recommendation" text,
	"campaign_recommendation" text,
	"status" "ballot_item_status" NOT NULL,
	"votes_for" bigint,
	"votes_against" bigint,
	"votes_abstain" bigint,
	"broker_non_votes" bigint,
	"reported_result" text,
	"as_of" date,
	"source_url" text,
	"verified_at" timestamp with time zone,
	"verified_by" text
);
--> statement-breakpoint
CREATE TABLE "issuer_snapshots" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "issuer_snapshots_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"target_id" integer NOT NULL,
	"shares_outstanding" bigint,
	"price" numeric(18, 6),
	"price_high_60d" numeric(18, 6),
	"as_of" date,
	"source_url" text,
	"verified_at" timestamp with time zone,
	"verified_by" text
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "meetings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"target_id" integer NOT NULL,
	"year" smallint NOT NULL,
	"status" "meeting_status" NOT NULL,
	"meeting_on" date,
	"record_date" date,
	"vote_by" timestamp with time zone,
	"plan_vote_by" timestamp with time zone,
	"proxy_filed_on" date,
	"portal_url" text,
	"as_of" date,
	"source_url" text,
	"verified_at" timestamp with time zone,
	"verified_by" text,
	CONSTRAINT "meetings_target_year" UNIQUE("target_id","year"),
	CONSTRAINT "meetings_dated_unless_expected" CHECK ("meetings"."status" = 'expected' or "meetings"."meeting_on" is not null)
);
--> statement-breakpoint
CREATE TABLE "targets" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "targets_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"ticker" text NOT NULL,
	"exchange" text NOT NULL,
	"cik" text,
	"incorporated_in" text,
	"fiscal_year_end" text,
	"secretary_address" text,
	"investor_relations_email" text,
	"investor_relations_phone" text,
	"as_of" date,
	"source_url" text,
	"verified_at" timestamp with time zone,
	"verified_by" text,
	CONSTRAINT "targets_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_counts" ADD CONSTRAINT "campaign_counts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_target_id_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."targets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_versions" ADD CONSTRAINT "petition_versions_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timeline_events" ADD CONSTRAINT "timeline_events_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_supporter_id_supporters_id_fk" FOREIGN KEY ("supporter_id") REFERENCES "public"."supporters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_ceremony_id_organizer_ceremonies_id_fk" FOREIGN KEY ("ceremony_id") REFERENCES "public"."organizer_ceremonies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_organizers" ADD CONSTRAINT "campaign_organizers_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_organizers" ADD CONSTRAINT "campaign_organizers_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organizer_ceremonies" ADD CONSTRAINT "organizer_ceremonies_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organizer_ceremonies" ADD CONSTRAINT "organizer_ceremonies_invitation_id_organizer_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."organizer_invitations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organizer_invitations" ADD CONSTRAINT "organizer_invitations_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organizer_sessions" ADD CONSTRAINT "organizer_sessions_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_supporter_id_supporters_id_fk" FOREIGN KEY ("supporter_id") REFERENCES "public"."supporters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_petition_version" FOREIGN KEY ("campaign_id","petition_version") REFERENCES "public"."petition_versions"("campaign_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_supporter_id_supporters_id_fk" FOREIGN KEY ("supporter_id") REFERENCES "public"."supporters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erased_signatures" ADD CONSTRAINT "erased_signatures_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_items" ADD CONSTRAINT "ballot_items_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issuer_snapshots" ADD CONSTRAINT "issuer_snapshots_target_id_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."targets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_target_id_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."targets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "corrections_campaign" ON "corrections" USING btree ("campaign_id","corrected_on");--> statement-breakpoint
CREATE INDEX "timeline_events_claim" ON "timeline_events" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("due_at","id") WHERE "deliveries"."state" in ('queued', 'claimed');--> statement-breakpoint
CREATE INDEX "deliveries_supporter" ON "deliveries" USING btree ("supporter_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "deliveries_signature" ON "deliveries" USING btree ("signature_id");--> statement-breakpoint
CREATE INDEX "deliveries_organizer" ON "deliveries" USING btree ("organizer_id");--> statement-breakpoint
CREATE INDEX "deliveries_ceremony" ON "deliveries" USING btree ("ceremony_id");--> statement-breakpoint
CREATE INDEX "organizer_ceremonies_by_address" ON "organizer_ceremonies" USING btree ("email_hmac","created_at");--> statement-breakpoint
CREATE INDEX "organizer_sessions_organizer" ON "organizer_sessions" USING btree ("organizer_id");--> statement-breakpoint
CREATE INDEX "signatures_page" ON "signatures" USING btree ("campaign_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "signatures_state_page" ON "signatures" USING btree ("campaign_id","state","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "signatures_pending_by_age" ON "signatures" USING btree ("signed_at") WHERE "signatures"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "signatures_supporter" ON "signatures" USING btree ("supporter_id");--> statement-breakpoint
CREATE UNIQUE INDEX "consents_one_in_force" ON "consents" USING btree ("supporter_id","campaign_id","purpose") WHERE "consents"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "supporters_name_search" ON "supporters" USING gin (lower("name") gin_trgm_ops);