CREATE TYPE "public"."co_filer_state" AS ENUM('interested', 'documents_asked', 'received', 'accepted', 'declined');--> statement-breakpoint
CREATE TYPE "public"."reminder_kind" AS ENUM('record-date-21', 'record-date-5', 'ballot-open', 'vote-by-14', 'vote-by-3', 'vote-by-1', 'meeting-day', 'outcome', 'tier-unlocks', 'proposal-deadline-60', 'proposal-deadline-30');--> statement-breakpoint
CREATE TYPE "public"."reminder_state" AS ENUM('scheduled', 'queued', 'cancelled', 'missed');--> statement-breakpoint
ALTER TYPE "public"."delivery_template" ADD VALUE 'confirm-pledge';--> statement-breakpoint
ALTER TYPE "public"."delivery_template" ADD VALUE 'confirm-pledge-reminder';--> statement-breakpoint
ALTER TYPE "public"."delivery_template" ADD VALUE 'already-pledged';--> statement-breakpoint
ALTER TYPE "public"."delivery_template" ADD VALUE 'pledge-receipt';--> statement-breakpoint
ALTER TYPE "public"."delivery_template" ADD VALUE 'pledge-reminder';--> statement-breakpoint
ALTER TYPE "public"."consent_purpose" ADD VALUE 'pledge';--> statement-breakpoint
CREATE TABLE "pledge_changes" (
	"campaign_id" integer NOT NULL,
	"meeting_id" integer NOT NULL,
	"cell" text NOT NULL,
	"series" uuid NOT NULL,
	CONSTRAINT "pledge_changes_campaign_id_meeting_id_cell_series_pk" PRIMARY KEY("campaign_id","meeting_id","cell","series")
);
--> statement-breakpoint
CREATE TABLE "pledge_publications" (
	"campaign_id" integer NOT NULL,
	"meeting_id" integer NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"totals" jsonb NOT NULL,
	CONSTRAINT "pledge_publications_campaign_id_meeting_id_pk" PRIMARY KEY("campaign_id","meeting_id")
);
--> statement-breakpoint
CREATE TABLE "co_filers" (
	"series" uuid PRIMARY KEY NOT NULL,
	"pledge_id" bigint NOT NULL,
	"state" "co_filer_state" NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" uuid
);
--> statement-breakpoint
CREATE TABLE "pledge_reminders" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pledge_reminders_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"series" uuid NOT NULL,
	"pledge_id" bigint NOT NULL,
	"reminder" "reminder_kind" NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"useless_at" timestamp with time zone NOT NULL,
	"state" "reminder_state" DEFAULT 'scheduled' NOT NULL,
	"reason" text,
	"queued_at" timestamp with time zone,
	CONSTRAINT "pledge_reminders_once" UNIQUE("series","reminder"),
	CONSTRAINT "pledge_reminders_due_while_useful" CHECK ("pledge_reminders"."due_at" < "pledge_reminders"."useless_at"),
	CONSTRAINT "pledge_reminders_queued_has_time" CHECK (("pledge_reminders"."state" = 'queued') = ("pledge_reminders"."queued_at" is not null)),
	CONSTRAINT "pledge_reminders_reason_is_a_code" CHECK ("pledge_reminders"."reason" ~ '^[a-z-]{1,40}$')
);
--> statement-breakpoint
CREATE TABLE "co_filing_rules" (
	"target_id" integer PRIMARY KEY NOT NULL,
	"tiers" jsonb NOT NULL,
	"price_window_days" smallint NOT NULL,
	"words_at_most" smallint NOT NULL,
	"cure_days" smallint NOT NULL,
	"as_of" date,
	"source_url" text,
	"verified_at" timestamp with time zone,
	"verified_by" text,
	CONSTRAINT "co_filing_rules_source_is_https" CHECK ("co_filing_rules"."source_url" ~ '^https://'),
	CONSTRAINT "co_filing_rules_verified_by_someone" CHECK (("co_filing_rules"."verified_at" is null) = ("co_filing_rules"."verified_by" is null)),
	CONSTRAINT "co_filing_rules_counts" CHECK (least("co_filing_rules"."price_window_days", "co_filing_rules"."words_at_most", "co_filing_rules"."cure_days") > 0)
);
--> statement-breakpoint
ALTER TABLE "pledge_totals" DROP CONSTRAINT "pledge_totals_one_row_a_cell";--> statement-breakpoint
ALTER TABLE "pledges" DROP CONSTRAINT "pledges_one_row_a_version";--> statement-breakpoint
ALTER TABLE "pledges" DROP CONSTRAINT "pledges_active_is_confirmed";--> statement-breakpoint
DROP INDEX "deliveries_due";--> statement-breakpoint
DROP INDEX "pledges_one_active";--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "meeting_id" integer;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "pledge_id" bigint;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "reminder" "reminder_kind";--> statement-breakpoint
ALTER TABLE "pledge_totals" ADD COLUMN "campaign_id" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "pledges" ADD COLUMN "series" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "pledges" ADD COLUMN "campaign_id" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "pledges" ADD COLUMN "verified_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "pledges" ADD COLUMN "verified_by" uuid;--> statement-breakpoint
ALTER TABLE "pledges" ADD COLUMN "comment" text;--> statement-breakpoint
ALTER TABLE "pledges" ADD COLUMN "outcome_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "pledges" ADD COLUMN "reminders" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "pledges" ADD COLUMN "reminded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "pledges" ADD COLUMN "reviewed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "pledges" ADD COLUMN "reviewed_by" uuid;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "meeting_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "ballot_open_on" date;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "proposal_deadline" date;--> statement-breakpoint
ALTER TABLE "pledge_changes" ADD CONSTRAINT "pledge_changes_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledge_changes" ADD CONSTRAINT "pledge_changes_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledge_publications" ADD CONSTRAINT "pledge_publications_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledge_publications" ADD CONSTRAINT "pledge_publications_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "co_filers" ADD CONSTRAINT "co_filers_pledge_id_pledges_id_fk" FOREIGN KEY ("pledge_id") REFERENCES "public"."pledges"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "co_filers" ADD CONSTRAINT "co_filers_changed_by_organizers_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledge_reminders" ADD CONSTRAINT "pledge_reminders_pledge_id_pledges_id_fk" FOREIGN KEY ("pledge_id") REFERENCES "public"."pledges"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "co_filing_rules" ADD CONSTRAINT "co_filing_rules_target_id_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."targets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pledge_reminders_due" ON "pledge_reminders" USING btree ("due_at") WHERE "pledge_reminders"."state" = 'scheduled';--> statement-breakpoint
CREATE INDEX "pledge_reminders_pledge" ON "pledge_reminders" USING btree ("pledge_id");--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_pledge_id_pledges_id_fk" FOREIGN KEY ("pledge_id") REFERENCES "public"."pledges"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledge_totals" ADD CONSTRAINT "pledge_totals_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_verified_by_organizers_id_fk" FOREIGN KEY ("verified_by") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_reviewed_by_organizers_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_pledge" ON "deliveries" USING btree ("pledge_id") WHERE "deliveries"."pledge_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "pledges_one_pending" ON "pledges" USING btree ("campaign_id","supporter_id","meeting_id","kind") WHERE "pledges"."status" = 'email_pending';--> statement-breakpoint
CREATE INDEX "pledges_page" ON "pledges" USING btree ("campaign_id","meeting_id","created_at","id");--> statement-breakpoint
CREATE INDEX "pledges_supporter" ON "pledges" USING btree ("supporter_id");--> statement-breakpoint
CREATE INDEX "pledges_pending_by_age" ON "pledges" USING btree ("created_at") WHERE "pledges"."status" = 'email_pending';--> statement-breakpoint
CREATE INDEX "pledges_by_key" ON "pledges" USING btree ("key_id") WHERE "pledges"."key_id" is not null;--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree (("reminder" is not null),"due_at","id") WHERE "deliveries"."state" in ('queued', 'claimed') and "deliveries"."template" <> 'update';--> statement-breakpoint
CREATE UNIQUE INDEX "pledges_one_active" ON "pledges" USING btree ("campaign_id","supporter_id","meeting_id","kind") WHERE "pledges"."status" in ('active', 'flagged');--> statement-breakpoint
ALTER TABLE "pledge_totals" ADD CONSTRAINT "pledge_totals_one_row_a_cell" UNIQUE NULLS NOT DISTINCT("campaign_id","meeting_id","kind","verification","holding_form","ballot_item_id","intention");--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_one_row_a_version" UNIQUE("campaign_id","supporter_id","meeting_id","kind","version");--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_pledge_given" CHECK (("deliveries"."template"::text in ('confirm-pledge', 'confirm-pledge-reminder', 'already-pledged', 'pledge-receipt', 'pledge-reminder')) = ("deliveries"."pledge_id" is not null));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_reminder_given" CHECK (("deliveries"."template"::text = 'pledge-reminder') = ("deliveries"."reminder" is not null));--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_papers_looked_at" CHECK (("pledges"."verification" in ('document_checked', 'broker_letter')) = ("pledges"."verified_at" is not null));--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_comment_length" CHECK (char_length("pledges"."comment") between 1 and 1000);--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_outcome_has_time" CHECK (("pledges"."outcome" = 'unknown') = ("pledges"."outcome_at" is null));--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_active_is_confirmed" CHECK ("pledges"."status" not in ('active', 'flagged') or "pledges"."confirmed_at" is not null);--> statement-breakpoint
ALTER TABLE "ballot_items" ADD CONSTRAINT "ballot_items_source_is_https" CHECK ("ballot_items"."source_url" ~ '^https://');--> statement-breakpoint
ALTER TABLE "ballot_items" ADD CONSTRAINT "ballot_items_verified_by_someone" CHECK (("ballot_items"."verified_at" is null) = ("ballot_items"."verified_by" is null));--> statement-breakpoint
ALTER TABLE "ballot_items" ADD CONSTRAINT "ballot_items_votes_are_counts" CHECK (least("ballot_items"."votes_for", "ballot_items"."votes_against", "ballot_items"."votes_abstain", "ballot_items"."broker_non_votes") >= 0);--> statement-breakpoint
ALTER TABLE "issuer_snapshots" ADD CONSTRAINT "issuer_snapshots_positive" CHECK (least("issuer_snapshots"."shares_outstanding", "issuer_snapshots"."price", "issuer_snapshots"."price_high_60d") > 0);--> statement-breakpoint
ALTER TABLE "issuer_snapshots" ADD CONSTRAINT "issuer_snapshots_source_is_https" CHECK ("issuer_snapshots"."source_url" ~ '^https://');--> statement-breakpoint
ALTER TABLE "issuer_snapshots" ADD CONSTRAINT "issuer_snapshots_verified_by_someone" CHECK (("issuer_snapshots"."verified_at" is null) = ("issuer_snapshots"."verified_by" is null));--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_time_on_its_day" CHECK (("meetings"."meeting_at" at time zone 'America/New_York')::date = "meetings"."meeting_on");--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_dates_in_order" CHECK ("meetings"."record_date" <= "meetings"."meeting_on" and ("meetings"."vote_by" at time zone 'America/New_York')::date <= "meetings"."meeting_on" and "meetings"."plan_vote_by" <= "meetings"."vote_by");--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_portal_is_https" CHECK ("meetings"."portal_url" ~ '^https://');--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_source_is_https" CHECK ("meetings"."source_url" ~ '^https://');--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_verified_by_someone" CHECK (("meetings"."verified_at" is null) = ("meetings"."verified_by" is null));