CREATE TYPE "public"."delivery_batch_state" AS ENUM('frozen', 'accepted', 'failed', 'unknown');--> statement-breakpoint
CREATE TYPE "public"."vote_intention" AS ENUM('for', 'against', 'abstain', 'undecided');--> statement-breakpoint
CREATE TYPE "public"."willingness" AS ENUM('cofile', 'attend', 'ask_question', 'write_ir', 'media');--> statement-breakpoint
CREATE TYPE "public"."holding_form" AS ENUM('registered', 'broker', 'foreign_broker', 'employee_plan', 'ira_brokerage', 'unsure');--> statement-breakpoint
CREATE TYPE "public"."pledge_kind" AS ENUM('direct', 'fund', 'institution');--> statement-breakpoint
CREATE TYPE "public"."pledge_outcome" AS ENUM('voted_as_pledged', 'voted_otherwise', 'did_not_vote', 'unknown');--> statement-breakpoint
CREATE TYPE "public"."pledge_status" AS ENUM('email_pending', 'active', 'withdrawn', 'expired', 'superseded', 'flagged');--> statement-breakpoint
CREATE TYPE "public"."pledge_verification" AS ENUM('self_reported', 'email_confirmed', 'document_checked', 'broker_letter');--> statement-breakpoint
CREATE TYPE "public"."record_date_holding" AS ENUM('yes', 'no', 'unsure', 'not_applicable');--> statement-breakpoint
CREATE TYPE "public"."standing_instruction" AS ENUM('yes', 'no', 'unsure');--> statement-breakpoint
CREATE TYPE "public"."tenure_bucket" AS ENUM('under_1_year', '1_to_2_years', '2_to_3_years', '3_years_or_more', 'unsure');--> statement-breakpoint
CREATE TABLE "address_day_keys" (
	"day" date PRIMARY KEY NOT NULL,
	"key" "bytea" NOT NULL,
	CONSTRAINT "address_day_keys_key_unique" UNIQUE("key"),
	CONSTRAINT "address_day_keys_are_256_bits" CHECK (octet_length("address_day_keys"."key") = 32)
);
--> statement-breakpoint
CREATE TABLE "delivery_batches" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "delivery_batches_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"delivery_ids" bigint[] NOT NULL,
	"template" "delivery_template" NOT NULL,
	"template_version" text NOT NULL,
	"body_sha256" "bytea" NOT NULL,
	"idempotency_key" text NOT NULL,
	"transport" text NOT NULL,
	"state" "delivery_batch_state" DEFAULT 'frozen' NOT NULL,
	"frozen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"unanswered_since" timestamp with time zone,
	"settled_at" timestamp with time zone,
	CONSTRAINT "delivery_batches_idempotency_key_unique" UNIQUE("idempotency_key"),
	CONSTRAINT "delivery_batches_size" CHECK (cardinality("delivery_batches"."delivery_ids") between 1 and 100 and array_position("delivery_batches"."delivery_ids", null) is null),
	CONSTRAINT "delivery_batches_template_version_given" CHECK ("delivery_batches"."template_version" ~ '^[A-Za-z0-9._-]{1,64}$'),
	CONSTRAINT "delivery_batches_sha256_length" CHECK (octet_length("delivery_batches"."body_sha256") = 32),
	CONSTRAINT "delivery_batches_key_shape" CHECK ("delivery_batches"."idempotency_key" ~ '^[A-Za-z0-9._:/-]+$' and length("delivery_batches"."idempotency_key") between 16 and 256),
	CONSTRAINT "delivery_batches_transport_known" CHECK ("delivery_batches"."transport" in ('resend', 'smtp', 'file')),
	CONSTRAINT "delivery_batches_settled_has_time" CHECK (("delivery_batches"."state" = 'frozen') = ("delivery_batches"."settled_at" is null))
);
--> statement-breakpoint
CREATE TABLE "mail_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mail_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"svix_id" text NOT NULL,
	"type" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"delivery_id" bigint,
	CONSTRAINT "mail_events_svix_id_unique" UNIQUE("svix_id"),
	CONSTRAINT "mail_events_svix_id_shape" CHECK ("mail_events"."svix_id" ~ '^[A-Za-z0-9_.-]{1,128}$'),
	CONSTRAINT "mail_events_type_shape" CHECK ("mail_events"."type" ~ '^[a-z_]+([.][a-z_]+)+$' and length("mail_events"."type") <= 64)
);
--> statement-breakpoint
CREATE TABLE "pledge_intentions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pledge_intentions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"pledge_id" bigint NOT NULL,
	"meeting_id" integer NOT NULL,
	"kind" "pledge_kind" NOT NULL,
	"ballot_item_id" integer,
	"intention" "vote_intention" NOT NULL,
	CONSTRAINT "pledge_intentions_one_an_item" UNIQUE NULLS NOT DISTINCT("pledge_id","ballot_item_id"),
	CONSTRAINT "pledge_intentions_fund_in_general" CHECK ("pledge_intentions"."kind" <> 'fund' or "pledge_intentions"."ballot_item_id" is null)
);
--> statement-breakpoint
CREATE TABLE "pledge_willing" (
	"pledge_id" bigint NOT NULL,
	"willing" "willingness" NOT NULL,
	CONSTRAINT "pledge_willing_pledge_id_willing_pk" PRIMARY KEY("pledge_id","willing")
);
--> statement-breakpoint
CREATE TABLE "pledge_totals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pledge_totals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"meeting_id" integer NOT NULL,
	"kind" "pledge_kind" NOT NULL,
	"verification" "pledge_verification" NOT NULL,
	"holding_form" "holding_form" NOT NULL,
	"ballot_item_id" integer,
	"intention" "vote_intention",
	"holders" integer DEFAULT 0 NOT NULL,
	"shares" numeric(25, 6) DEFAULT '0' NOT NULL,
	"whole_shares" numeric(19, 0) DEFAULT '0' NOT NULL,
	"bucket_holders" integer DEFAULT 0 NOT NULL,
	"bucket_min" numeric(19, 0) DEFAULT '0' NOT NULL,
	"bucket_max" numeric(19, 0) DEFAULT '0' NOT NULL,
	CONSTRAINT "pledge_totals_one_row_a_cell" UNIQUE NULLS NOT DISTINCT("meeting_id","kind","verification","holding_form","ballot_item_id","intention"),
	CONSTRAINT "pledge_totals_item_has_intention" CHECK ("pledge_totals"."ballot_item_id" is null or "pledge_totals"."intention" is not null),
	CONSTRAINT "pledge_totals_never_negative" CHECK (least("pledge_totals"."holders", "pledge_totals"."shares", "pledge_totals"."whole_shares", "pledge_totals"."bucket_holders", "pledge_totals"."bucket_min", "pledge_totals"."bucket_max") >= 0),
	CONSTRAINT "pledge_totals_are_numbers" CHECK (greatest("pledge_totals"."shares", "pledge_totals"."whole_shares", "pledge_totals"."bucket_min", "pledge_totals"."bucket_max") < 'NaN'),
	CONSTRAINT "pledge_totals_whole_within_shares" CHECK ("pledge_totals"."whole_shares" <= "pledge_totals"."shares"),
	CONSTRAINT "pledge_totals_bucket_is_a_range" CHECK ("pledge_totals"."bucket_min" <= "pledge_totals"."bucket_max"),
	CONSTRAINT "pledge_totals_bucket_holders_within" CHECK ("pledge_totals"."bucket_holders" <= "pledge_totals"."holders"),
	CONSTRAINT "pledge_totals_shares_have_holders" CHECK (("pledge_totals"."shares" = 0 or "pledge_totals"."holders" > "pledge_totals"."bucket_holders") and ("pledge_totals"."bucket_max" = 0 or "pledge_totals"."bucket_holders" > 0)),
	CONSTRAINT "pledge_totals_fund_in_general" CHECK ("pledge_totals"."kind" <> 'fund' or ("pledge_totals"."ballot_item_id" is null and "pledge_totals"."shares" = 0 and "pledge_totals"."bucket_holders" = 0))
);
--> statement-breakpoint
CREATE TABLE "pledges" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pledges_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"supporter_id" bigint NOT NULL,
	"meeting_id" integer NOT NULL,
	"kind" "pledge_kind" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"holding_form" "holding_form" NOT NULL,
	"shares_enc" "bytea",
	"bucket_enc" "bytea",
	"key_id" text,
	"held_since_month" date,
	"tenure_bucket" "tenure_bucket",
	"account_flags" text[] DEFAULT '{}' NOT NULL,
	"held_on_record_date" "record_date_holding" DEFAULT 'not_applicable' NOT NULL,
	"standing_instruction" "standing_instruction" DEFAULT 'unsure' NOT NULL,
	"verification" "pledge_verification" DEFAULT 'self_reported' NOT NULL,
	"display" "signature_display" DEFAULT 'anonymous' NOT NULL,
	"status" "pledge_status" DEFAULT 'email_pending' NOT NULL,
	"disclosure_version" text NOT NULL,
	"attested_at" timestamp with time zone NOT NULL,
	"outcome" "pledge_outcome" DEFAULT 'unknown' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "pledges_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "pledges_one_row_a_version" UNIQUE("supporter_id","meeting_id","kind","version"),
	CONSTRAINT "pledges_meeting_and_kind" UNIQUE("id","meeting_id","kind"),
	CONSTRAINT "pledges_versions_count_up" CHECK ("pledges"."version" >= 1),
	CONSTRAINT "pledges_one_holding_unless_fund" CHECK (num_nonnulls("pledges"."shares_enc", "pledges"."bucket_enc") = case "pledges"."kind" when 'fund' then 0 else 1 end),
	CONSTRAINT "pledges_holding_has_key" CHECK (("pledges"."key_id" is not null) = (num_nonnulls("pledges"."shares_enc", "pledges"."bucket_enc") > 0)),
	CONSTRAINT "pledges_holding_is_ciphertext" CHECK (octet_length(coalesce("pledges"."shares_enc", "pledges"."bucket_enc")) between 29 and 128),
	CONSTRAINT "pledges_tenure_told_once" CHECK (num_nonnulls("pledges"."held_since_month", "pledges"."tenure_bucket") <= 1),
	CONSTRAINT "pledges_held_since_possible" CHECK ("pledges"."held_since_month" between date '1986-03-01' and ("pledges"."created_at" at time zone 'UTC')::date),
	CONSTRAINT "pledges_held_since_is_a_month" CHECK (extract(day from "pledges"."held_since_month") = 1),
	CONSTRAINT "pledges_account_flags_known" CHECK (cardinality("pledges"."account_flags") = ("pledges"."account_flags" @> '{cash}')::int + ("pledges"."account_flags" @> '{margin}')::int + ("pledges"."account_flags" @> '{lending}')::int + ("pledges"."account_flags" @> '{unsure}')::int),
	CONSTRAINT "pledges_disclosure_version_given" CHECK ("pledges"."disclosure_version" ~ '^[A-Za-z0-9._-]{1,64}$'),
	CONSTRAINT "pledges_active_is_confirmed" CHECK ("pledges"."status" <> 'active' or "pledges"."confirmed_at" is not null),
	CONSTRAINT "pledges_pending_is_unconfirmed" CHECK ("pledges"."status" <> 'email_pending' or "pledges"."confirmed_at" is null),
	CONSTRAINT "pledges_withdrawn_has_time" CHECK (("pledges"."status" = 'withdrawn') = ("pledges"."withdrawn_at" is not null)),
	CONSTRAINT "pledges_verified_is_confirmed" CHECK ("pledges"."verification" <> 'email_confirmed' or "pledges"."confirmed_at" is not null),
	CONSTRAINT "pledges_outcome_of_confirmed" CHECK ("pledges"."outcome" = 'unknown' or "pledges"."confirmed_at" is not null)
);
--> statement-breakpoint
-- Before the keys that refer to it.
ALTER TABLE "ballot_items" ADD CONSTRAINT "ballot_items_of_meeting" UNIQUE("id","meeting_id");--> statement-breakpoint
ALTER TABLE "mail_events" ADD CONSTRAINT "mail_events_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledge_intentions" ADD CONSTRAINT "pledge_intentions_pledge" FOREIGN KEY ("pledge_id","meeting_id","kind") REFERENCES "public"."pledges"("id","meeting_id","kind") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledge_intentions" ADD CONSTRAINT "pledge_intentions_item_of_meeting" FOREIGN KEY ("ballot_item_id","meeting_id") REFERENCES "public"."ballot_items"("id","meeting_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledge_willing" ADD CONSTRAINT "pledge_willing_pledge_id_pledges_id_fk" FOREIGN KEY ("pledge_id") REFERENCES "public"."pledges"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledge_totals" ADD CONSTRAINT "pledge_totals_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledge_totals" ADD CONSTRAINT "pledge_totals_item_of_meeting" FOREIGN KEY ("ballot_item_id","meeting_id") REFERENCES "public"."ballot_items"("id","meeting_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_supporter_id_supporters_id_fk" FOREIGN KEY ("supporter_id") REFERENCES "public"."supporters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_events_delivery" ON "mail_events" USING btree ("delivery_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pledges_one_active" ON "pledges" USING btree ("supporter_id","meeting_id","kind") WHERE "pledges"."status" = 'active';
