CREATE TYPE "public"."letter_dispatch_kind" AS ENUM('consolidated', 'individual');--> statement-breakpoint
CREATE TYPE "public"."letter_dispatch_state" AS ENUM('draft', 'sending', 'paused', 'sent', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."name_review_state" AS ENUM('queued', 'kept', 'hidden', 'asked');--> statement-breakpoint
CREATE TYPE "public"."letter_publication" AS ENUM('private', 'awaiting', 'published', 'hidden');--> statement-breakpoint
CREATE TYPE "public"."letter_role" AS ENUM('customer', 'shareholder', 'neighbour', 'touched');--> statement-breakpoint
CREATE TYPE "public"."letter_state" AS ENUM('email_pending', 'confirmed', 'queued', 'filed', 'sent', 'accepted', 'bounced', 'unknown', 'withdrawn', 'refused');--> statement-breakpoint
ALTER TYPE "public"."delivery_template" ADD VALUE 'confirm-letter';--> statement-breakpoint
ALTER TYPE "public"."delivery_template" ADD VALUE 'confirm-letter-reminder';--> statement-breakpoint
ALTER TYPE "public"."delivery_template" ADD VALUE 'already-written';--> statement-breakpoint
ALTER TYPE "public"."delivery_template" ADD VALUE 'letter-receipt';--> statement-breakpoint
ALTER TYPE "public"."delivery_template" ADD VALUE 'letter-held';--> statement-breakpoint
ALTER TYPE "public"."delivery_template" ADD VALUE 'letter-refused';--> statement-breakpoint
ALTER TYPE "public"."delivery_template" ADD VALUE 'letter-sent';--> statement-breakpoint
ALTER TYPE "public"."delivery_template" ADD VALUE 'letter-replied';--> statement-breakpoint
ALTER TYPE "public"."delivery_template" ADD VALUE 'letter-part';--> statement-breakpoint
ALTER TYPE "public"."delivery_template" ADD VALUE 'dispatch-waits';--> statement-breakpoint
ALTER TYPE "public"."delivery_template" ADD VALUE 'dispatch-paused';--> statement-breakpoint
ALTER TYPE "public"."delivery_template" ADD VALUE 'ask-name';--> statement-breakpoint
ALTER TYPE "public"."consent_purpose" ADD VALUE 'letter';--> statement-breakpoint
ALTER TYPE "public"."consent_purpose" ADD VALUE 'reply_to';--> statement-breakpoint
CREATE TABLE "letter_dispatches" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "letter_dispatches_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" integer NOT NULL,
	"number" integer NOT NULL,
	"kind" "letter_dispatch_kind" NOT NULL,
	"state" "letter_dispatch_state" DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"recipient_id" bigint NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"with_names" boolean DEFAULT true NOT NULL,
	"cause" text DEFAULT 'organizer' NOT NULL,
	"author_id" uuid,
	"edited_by_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp with time zone DEFAULT now() NOT NULL,
	"submitted_at" timestamp with time zone,
	"submitted_by_id" uuid,
	"approved_at" timestamp with time zone,
	"approved_by_id" uuid,
	"approved_alone" boolean DEFAULT false NOT NULL,
	"approved_sha256" "bytea",
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"paused_at" timestamp with time zone,
	"pause_reason" text,
	CONSTRAINT "letter_dispatches_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "letter_dispatches_number" UNIQUE("campaign_id","number"),
	CONSTRAINT "letter_dispatches_count_up" CHECK ("letter_dispatches"."number" >= 1 and "letter_dispatches"."version" >= 1),
	CONSTRAINT "letter_dispatches_subject_is_one_line" CHECK (char_length("letter_dispatches"."subject") between 1 and 150 and "letter_dispatches"."subject" !~ '[[:cntrl:]]'),
	CONSTRAINT "letter_dispatches_body_length" CHECK (char_length("letter_dispatches"."body") between 1 and 10000),
	CONSTRAINT "letter_dispatches_cause_known" CHECK ("letter_dispatches"."cause" in ('weekly', 'milestone', 'organizer')),
	CONSTRAINT "letter_dispatches_approved_before_they_go" CHECK ("letter_dispatches"."state" in ('draft', 'cancelled') or ("letter_dispatches"."approved_at" is not null and "letter_dispatches"."approved_sha256" is not null)),
	CONSTRAINT "letter_dispatches_submitted_before_approved" CHECK ("letter_dispatches"."approved_at" is null or "letter_dispatches"."submitted_at" is not null),
	CONSTRAINT "letter_dispatches_never_approved_by_their_author" CHECK ("letter_dispatches"."approved_alone" or "letter_dispatches"."approved_by_id" is distinct from "letter_dispatches"."submitted_by_id" or "letter_dispatches"."approved_by_id" is null),
	CONSTRAINT "letter_dispatches_paused_says_why" CHECK (("letter_dispatches"."state" = 'paused') = ("letter_dispatches"."paused_at" is not null) and ("letter_dispatches"."state" = 'paused') = ("letter_dispatches"."pause_reason" is not null)),
	CONSTRAINT "letter_dispatches_pause_reason_known" CHECK ("letter_dispatches"."pause_reason" in ('organizer', 'bounces', 'recipient', 'provider', 'quota', 'not-ready', 'too-large', 'restored')),
	CONSTRAINT "letter_dispatches_sent_is_finished" CHECK ("letter_dispatches"."state" <> 'sent' or "letter_dispatches"."finished_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "letter_names" (
	"signature_id" bigint PRIMARY KEY NOT NULL,
	"dispatch_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letter_parts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "letter_parts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"dispatch_id" bigint NOT NULL,
	"part" integer NOT NULL,
	"letter_ids" bigint[] NOT NULL,
	"signature_ids" bigint[] DEFAULT '{}' NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"frozen_at" timestamp with time zone,
	"letters" integer,
	"names" integer,
	"mail_sha256" "bytea",
	"text_sha256" "bytea",
	"file_sha256s" "bytea"[],
	CONSTRAINT "letter_parts_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "letter_parts_of_dispatch" UNIQUE("dispatch_id","part"),
	CONSTRAINT "letter_parts_say_something" CHECK (cardinality("letter_parts"."letter_ids") + cardinality("letter_parts"."signature_ids") > 0),
	CONSTRAINT "letter_parts_frozen_is_whole" CHECK (num_nonnulls("letter_parts"."frozen_at", "letter_parts"."letters", "letter_parts"."names", "letter_parts"."mail_sha256", "letter_parts"."text_sha256", "letter_parts"."file_sha256s") in (0, 6)),
	CONSTRAINT "letter_parts_sha256_length" CHECK (octet_length("letter_parts"."mail_sha256") = 32 and octet_length("letter_parts"."text_sha256") = 32)
);
--> statement-breakpoint
CREATE TABLE "letter_recipients" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "letter_recipients_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" integer NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"postal_address" text,
	"per_day" smallint DEFAULT 20 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"verified_at" timestamp with time zone,
	"verified_by" text,
	"verified_by_id" uuid,
	"verified_where" text,
	"retired_at" timestamp with time zone,
	CONSTRAINT "letter_recipients_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "letter_recipients_once" UNIQUE("campaign_id","email"),
	CONSTRAINT "letter_recipients_name_length" CHECK (char_length("letter_recipients"."name") between 1 and 120 and "letter_recipients"."name" !~ '[[:cntrl:]]'),
	CONSTRAINT "letter_recipients_email_shape" CHECK ("letter_recipients"."email" ~ '^[^[:space:][:cntrl:],\x3b<>"]+@[^[:space:][:cntrl:],\x3b<>"@]+$' and length("letter_recipients"."email") <= 254),
	CONSTRAINT "letter_recipients_postal_length" CHECK (char_length("letter_recipients"."postal_address") between 1 and 500),
	CONSTRAINT "letter_recipients_per_day" CHECK ("letter_recipients"."per_day" between 1 and 200),
	CONSTRAINT "letter_recipients_verified_whole" CHECK (num_nonnulls("letter_recipients"."verified_at", "letter_recipients"."verified_by", "letter_recipients"."verified_where") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "letter_settings" (
	"campaign_id" integer PRIMARY KEY NOT NULL,
	"every_days" smallint DEFAULT 7 NOT NULL,
	"milestone" integer DEFAULT 500,
	"edited_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_by_id" uuid,
	CONSTRAINT "letter_settings_counts" CHECK ("letter_settings"."every_days" between 1 and 90 and "letter_settings"."milestone" >= 10)
);
--> statement-breakpoint
CREATE TABLE "name_reviews" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "name_reviews_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"signature_id" bigint NOT NULL,
	"campaign_id" integer NOT NULL,
	"reasons" text[] NOT NULL,
	"state" "name_review_state" DEFAULT 'queued' NOT NULL,
	"name_sha256" "bytea" NOT NULL,
	"found_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by_id" uuid,
	CONSTRAINT "name_reviews_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "name_reviews_say_why" CHECK (cardinality("name_reviews"."reasons") > 0),
	CONSTRAINT "name_reviews_decided_has_time" CHECK (("name_reviews"."state" = 'queued') = ("name_reviews"."decided_at" is null)),
	CONSTRAINT "name_reviews_sha256_length" CHECK (octet_length("name_reviews"."name_sha256") = 32)
);
--> statement-breakpoint
CREATE TABLE "packs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "packs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" integer NOT NULL,
	"number" integer NOT NULL,
	"asked_by_id" uuid,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"approved_by_id" uuid,
	"approved_at" timestamp with time zone,
	"approved_alone" boolean DEFAULT false NOT NULL,
	"made_at" timestamp with time zone,
	"signatures" integer,
	"letters" integer,
	"manifest_sha256" "bytea",
	"letter_ids" bigint[],
	"aborted_at" timestamp with time zone,
	"handed_over_at" timestamp with time zone,
	"handed_over_to" text,
	"handed_over_by_id" uuid,
	CONSTRAINT "packs_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "packs_number" UNIQUE("campaign_id","number"),
	CONSTRAINT "packs_approved_before_made" CHECK ("packs"."made_at" is null or "packs"."approved_at" is not null),
	CONSTRAINT "packs_never_approved_by_who_asked" CHECK ("packs"."approved_alone" or "packs"."approved_by_id" is distinct from "packs"."asked_by_id" or "packs"."approved_by_id" is null),
	CONSTRAINT "packs_made_is_whole" CHECK (num_nonnulls("packs"."made_at", "packs"."signatures", "packs"."letters", "packs"."manifest_sha256", "packs"."letter_ids") in (0, 5)),
	CONSTRAINT "packs_handed_over_is_whole" CHECK (("packs"."handed_over_at" is null) = ("packs"."handed_over_to" is null)),
	CONSTRAINT "packs_handed_over_to_length" CHECK (char_length("packs"."handed_over_to") between 1 and 300)
);
--> statement-breakpoint
CREATE TABLE "watched_names" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "watched_names_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"campaign_id" integer NOT NULL,
	"name" text NOT NULL,
	"added_by_id" uuid,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "watched_names_once" UNIQUE("campaign_id","name"),
	CONSTRAINT "watched_names_length" CHECK (char_length("watched_names"."name") between 2 and 120 and "watched_names"."name" !~ '[[:cntrl:]]')
);
--> statement-breakpoint
CREATE TABLE "erased_letters" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "erased_letters_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"campaign_id" integer NOT NULL,
	"state" "letter_state" NOT NULL,
	"erased_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letter_counts" (
	"campaign_id" integer NOT NULL,
	"slot" smallint NOT NULL,
	"email_pending" integer DEFAULT 0 NOT NULL,
	"confirmed" integer DEFAULT 0 NOT NULL,
	"queued" integer DEFAULT 0 NOT NULL,
	"filed" integer DEFAULT 0 NOT NULL,
	"sent" integer DEFAULT 0 NOT NULL,
	"accepted" integer DEFAULT 0 NOT NULL,
	"bounced" integer DEFAULT 0 NOT NULL,
	"unknown" integer DEFAULT 0 NOT NULL,
	"withdrawn" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"erased" integer DEFAULT 0 NOT NULL,
	"self_sent" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "letter_counts_campaign_id_slot_pk" PRIMARY KEY("campaign_id","slot"),
	CONSTRAINT "letter_counts_slot" CHECK ("letter_counts"."slot" between 0 and 15)
);
--> statement-breakpoint
CREATE TABLE "letter_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "letter_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"letter_id" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"event" text NOT NULL,
	"delivery_id" bigint,
	"problem" text,
	CONSTRAINT "letter_events_event_is_a_code" CHECK ("letter_events"."event" ~ '^[a-z_-]{1,40}$'),
	CONSTRAINT "letter_events_problem_is_a_code" CHECK ("letter_events"."problem" ~ '^[a-z0-9_-]{1,64}$')
);
--> statement-breakpoint
CREATE TABLE "letter_replies" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "letter_replies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" integer NOT NULL,
	"dispatch_id" bigint NOT NULL,
	"received_on" date NOT NULL,
	"from_whom" text NOT NULL,
	"text" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by_id" uuid,
	"removed_at" timestamp with time zone,
	CONSTRAINT "letter_replies_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "letter_replies_text_length" CHECK (char_length("letter_replies"."text") between 1 and 20000),
	CONSTRAINT "letter_replies_from_length" CHECK (char_length("letter_replies"."from_whom") between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "letter_reports" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "letter_reports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"letter_id" bigint NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by_id" uuid,
	CONSTRAINT "letter_reports_reason_is_a_code" CHECK ("letter_reports"."reason" ~ '^[a-z-]{1,40}$')
);
--> statement-breakpoint
CREATE TABLE "letter_templates" (
	"campaign_id" integer NOT NULL,
	"locale" text NOT NULL,
	"ask" text NOT NULL,
	"edited_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_by_id" uuid,
	CONSTRAINT "letter_templates_campaign_id_locale_pk" PRIMARY KEY("campaign_id","locale"),
	CONSTRAINT "letter_templates_locale_shape" CHECK ("letter_templates"."locale" ~ '^[a-z]{2}$'),
	CONSTRAINT "letter_templates_ask_length" CHECK (char_length("letter_templates"."ask") between 1 and 2000)
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "letters_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" integer NOT NULL,
	"supporter_id" bigint NOT NULL,
	"state" "letter_state" DEFAULT 'email_pending' NOT NULL,
	"locale" text NOT NULL,
	"role" "letter_role",
	"body" text NOT NULL,
	"shares_enc" "bytea",
	"key_id" text,
	"reply_to" boolean DEFAULT false NOT NULL,
	"display" "signature_display" DEFAULT 'anonymous' NOT NULL,
	"publication" "letter_publication" DEFAULT 'private' NOT NULL,
	"agreed" text[] DEFAULT '{}' NOT NULL,
	"links" smallint DEFAULT 0 NOT NULL,
	"template_similarity" real,
	"nearest_similarity" real,
	"nearest_letter_id" bigint,
	"scored_at" timestamp with time zone,
	"held_reason" text,
	"moderated_at" timestamp with time zone,
	"moderated_by_id" uuid,
	"moderation_reason" text,
	"dispatch_id" bigint,
	"sent_sha256" "bytea",
	"handed_over_at" timestamp with time zone,
	"self_sent_at" timestamp with time zone,
	"self_sent_way" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"search" "tsvector" GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, body)) STORED,
	CONSTRAINT "letters_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "letters_body_length" CHECK (char_length("letters"."body") between 1 and 5000),
	CONSTRAINT "letters_body_is_text" CHECK ("letters"."body" !~ '[\x01-\x08\x0b-\x1f\x7f]'),
	CONSTRAINT "letters_locale_shape" CHECK ("letters"."locale" ~ '^[a-z]{2}$'),
	CONSTRAINT "letters_shares_have_key" CHECK (("letters"."key_id" is not null) = ("letters"."shares_enc" is not null)),
	CONSTRAINT "letters_shares_are_ciphertext" CHECK (octet_length("letters"."shares_enc") between 29 and 128),
	CONSTRAINT "letters_similarity_is_a_part" CHECK (least("letters"."template_similarity", "letters"."nearest_similarity") >= 0 and greatest("letters"."template_similarity", "letters"."nearest_similarity") <= 1),
	CONSTRAINT "letters_held_reason_is_a_code" CHECK ("letters"."held_reason" ~ '^[a-z-]{1,40}$'),
	CONSTRAINT "letters_moderation_reason_is_a_code" CHECK ("letters"."moderation_reason" ~ '^[a-z-]{1,40}$'),
	CONSTRAINT "letters_self_sent_way_known" CHECK ("letters"."self_sent_way" in ('mail', 'post')),
	CONSTRAINT "letters_self_sent_has_way" CHECK (("letters"."self_sent_at" is null) = ("letters"."self_sent_way" is null)),
	CONSTRAINT "letters_pending_is_unconfirmed" CHECK (("letters"."state" = 'email_pending') = ("letters"."confirmed_at" is null)),
	CONSTRAINT "letters_withdrawn_has_time" CHECK (("letters"."state" = 'withdrawn') = ("letters"."withdrawn_at" is not null)),
	CONSTRAINT "letters_queued_with_a_dispatch" CHECK ("letters"."state" <> 'queued' or "letters"."dispatch_id" is not null),
	CONSTRAINT "letters_handed_over_is_proved" CHECK ("letters"."state" not in ('filed', 'sent', 'accepted') or ("letters"."sent_sha256" is not null and "letters"."handed_over_at" is not null)),
	CONSTRAINT "letters_sha256_length" CHECK (octet_length("letters"."sent_sha256") = 32),
	CONSTRAINT "letters_published_by_consent" CHECK ("letters"."publication" = 'private' or "letters"."display" <> 'anonymous'),
	CONSTRAINT "letters_refused_says_why" CHECK ("letters"."state" <> 'refused' or "letters"."moderation_reason" is not null)
);
--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_one_recipient";--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "letter_id" bigint;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "dispatch_id" bigint;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "letter_part_id" bigint;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "letter_recipient_id" bigint;--> statement-breakpoint
ALTER TABLE "letter_dispatches" ADD CONSTRAINT "letter_dispatches_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_dispatches" ADD CONSTRAINT "letter_dispatches_recipient_id_letter_recipients_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."letter_recipients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_dispatches" ADD CONSTRAINT "letter_dispatches_author_id_organizers_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_dispatches" ADD CONSTRAINT "letter_dispatches_edited_by_id_organizers_id_fk" FOREIGN KEY ("edited_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_dispatches" ADD CONSTRAINT "letter_dispatches_submitted_by_id_organizers_id_fk" FOREIGN KEY ("submitted_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_dispatches" ADD CONSTRAINT "letter_dispatches_approved_by_id_organizers_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_names" ADD CONSTRAINT "letter_names_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_names" ADD CONSTRAINT "letter_names_dispatch_id_letter_dispatches_id_fk" FOREIGN KEY ("dispatch_id") REFERENCES "public"."letter_dispatches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_parts" ADD CONSTRAINT "letter_parts_dispatch_id_letter_dispatches_id_fk" FOREIGN KEY ("dispatch_id") REFERENCES "public"."letter_dispatches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_recipients" ADD CONSTRAINT "letter_recipients_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_recipients" ADD CONSTRAINT "letter_recipients_verified_by_id_organizers_id_fk" FOREIGN KEY ("verified_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_settings" ADD CONSTRAINT "letter_settings_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_settings" ADD CONSTRAINT "letter_settings_edited_by_id_organizers_id_fk" FOREIGN KEY ("edited_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "name_reviews" ADD CONSTRAINT "name_reviews_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "name_reviews" ADD CONSTRAINT "name_reviews_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "name_reviews" ADD CONSTRAINT "name_reviews_decided_by_id_organizers_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packs" ADD CONSTRAINT "packs_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packs" ADD CONSTRAINT "packs_asked_by_id_organizers_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packs" ADD CONSTRAINT "packs_approved_by_id_organizers_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packs" ADD CONSTRAINT "packs_handed_over_by_id_organizers_id_fk" FOREIGN KEY ("handed_over_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watched_names" ADD CONSTRAINT "watched_names_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watched_names" ADD CONSTRAINT "watched_names_added_by_id_organizers_id_fk" FOREIGN KEY ("added_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erased_letters" ADD CONSTRAINT "erased_letters_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_counts" ADD CONSTRAINT "letter_counts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_events" ADD CONSTRAINT "letter_events_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_replies" ADD CONSTRAINT "letter_replies_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_replies" ADD CONSTRAINT "letter_replies_dispatch_id_letter_dispatches_id_fk" FOREIGN KEY ("dispatch_id") REFERENCES "public"."letter_dispatches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_replies" ADD CONSTRAINT "letter_replies_recorded_by_id_organizers_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_reports" ADD CONSTRAINT "letter_reports_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_reports" ADD CONSTRAINT "letter_reports_settled_by_id_organizers_id_fk" FOREIGN KEY ("settled_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_templates" ADD CONSTRAINT "letter_templates_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_templates" ADD CONSTRAINT "letter_templates_edited_by_id_organizers_id_fk" FOREIGN KEY ("edited_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_supporter_id_supporters_id_fk" FOREIGN KEY ("supporter_id") REFERENCES "public"."supporters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_moderated_by_id_organizers_id_fk" FOREIGN KEY ("moderated_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_dispatch_id_letter_dispatches_id_fk" FOREIGN KEY ("dispatch_id") REFERENCES "public"."letter_dispatches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letter_dispatches_at_work" ON "letter_dispatches" USING btree ("id") WHERE "letter_dispatches"."state" in ('sending', 'paused');--> statement-breakpoint
CREATE INDEX "letter_names_dispatch" ON "letter_names" USING btree ("dispatch_id");--> statement-breakpoint
CREATE UNIQUE INDEX "name_reviews_one_a_signature" ON "name_reviews" USING btree ("signature_id");--> statement-breakpoint
CREATE INDEX "name_reviews_page" ON "name_reviews" USING btree ("campaign_id","state","id");--> statement-breakpoint
CREATE INDEX "erased_letters_campaign" ON "erased_letters" USING btree ("campaign_id","state");--> statement-breakpoint
CREATE INDEX "letter_events_letter" ON "letter_events" USING btree ("letter_id","id");--> statement-breakpoint
CREATE INDEX "letter_replies_dispatch" ON "letter_replies" USING btree ("dispatch_id");--> statement-breakpoint
CREATE INDEX "letter_replies_campaign" ON "letter_replies" USING btree ("campaign_id","received_on");--> statement-breakpoint
CREATE INDEX "letter_reports_letter" ON "letter_reports" USING btree ("letter_id");--> statement-breakpoint
CREATE INDEX "letter_reports_open" ON "letter_reports" USING btree ("letter_id") WHERE "letter_reports"."settled_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "letters_one_at_a_time" ON "letters" USING btree ("campaign_id","supporter_id") WHERE "letters"."state" in ('email_pending', 'confirmed', 'queued');--> statement-breakpoint
CREATE INDEX "letters_page" ON "letters" USING btree ("campaign_id","created_at","id");--> statement-breakpoint
CREATE INDEX "letters_state_page" ON "letters" USING btree ("campaign_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "letters_supporter" ON "letters" USING btree ("supporter_id");--> statement-breakpoint
CREATE INDEX "letters_dispatch" ON "letters" USING btree ("dispatch_id") WHERE "letters"."dispatch_id" is not null;--> statement-breakpoint
CREATE INDEX "letters_pending_by_age" ON "letters" USING btree ("created_at") WHERE "letters"."state" = 'email_pending';--> statement-breakpoint
CREATE INDEX "letters_by_key" ON "letters" USING btree ("key_id") WHERE "letters"."key_id" is not null;--> statement-breakpoint
CREATE INDEX "letters_unscored" ON "letters" USING btree ("id") WHERE "letters"."scored_at" is null and "letters"."state" <> 'email_pending';--> statement-breakpoint
CREATE INDEX "letters_published" ON "letters" USING btree ("campaign_id","confirmed_at","id") WHERE "letters"."publication" = 'published';--> statement-breakpoint
CREATE INDEX "letters_search" ON "letters" USING gin ("search") WHERE "letters"."publication" = 'published';--> statement-breakpoint
CREATE INDEX "letters_moderation" ON "letters" USING btree ("campaign_id","id") WHERE "letters"."publication" = 'awaiting' or ("letters"."held_reason" is not null and "letters"."moderated_at" is null);--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_dispatch_id_letter_dispatches_id_fk" FOREIGN KEY ("dispatch_id") REFERENCES "public"."letter_dispatches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_letter_part_id_letter_parts_id_fk" FOREIGN KEY ("letter_part_id") REFERENCES "public"."letter_parts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_letter_recipient_id_letter_recipients_id_fk" FOREIGN KEY ("letter_recipient_id") REFERENCES "public"."letter_recipients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_letter" ON "deliveries" USING btree ("letter_id") WHERE "deliveries"."letter_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_one_a_letter_part" ON "deliveries" USING btree ("letter_part_id") WHERE "deliveries"."letter_part_id" is not null;--> statement-breakpoint
CREATE INDEX "deliveries_letter_recipient" ON "deliveries" USING btree ("letter_recipient_id","created_at") WHERE "deliveries"."letter_recipient_id" is not null;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_letter_given" CHECK (("deliveries"."template"::text in ('confirm-letter', 'confirm-letter-reminder', 'already-written', 'letter-receipt', 'letter-held', 'letter-refused', 'letter-sent', 'letter-replied')) = ("deliveries"."letter_id" is not null));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_dispatch_given" CHECK (("deliveries"."template"::text in ('dispatch-waits', 'dispatch-paused')) = ("deliveries"."dispatch_id" is not null));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_letter_part_given" CHECK (("deliveries"."template"::text = 'letter-part') = ("deliveries"."letter_part_id" is not null) and ("deliveries"."letter_part_id" is null) = ("deliveries"."letter_recipient_id" is null));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_one_recipient" CHECK (num_nonnulls("deliveries"."supporter_id", "deliveries"."organizer_id", "deliveries"."letter_recipient_id") = 1);