CREATE TYPE "public"."update_state" AS ENUM('draft', 'scheduled', 'sending', 'paused', 'sent', 'cancelled');--> statement-breakpoint
-- A new word of an enum cannot be used in the transaction that adds it, so both types are made anew.
ALTER TABLE "delivery_batches" DROP COLUMN "template";--> statement-breakpoint
ALTER TABLE "deliveries" ALTER COLUMN "template" TYPE text;--> statement-breakpoint
DROP TYPE "delivery_template";--> statement-breakpoint
CREATE TYPE "public"."delivery_template" AS ENUM('confirm-signature', 'confirm-reminder', 'already-signed', 'receipt', 'manage-link', 'organizer-code', 'update', 'update-test', 'update-paused');--> statement-breakpoint
ALTER TABLE "deliveries" ALTER COLUMN "template" TYPE "delivery_template" USING "template"::"delivery_template";--> statement-breakpoint
ALTER TABLE "delivery_batches" DROP CONSTRAINT "delivery_batches_settled_has_time";--> statement-breakpoint
ALTER TABLE "delivery_batches" ALTER COLUMN "state" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "delivery_batches" ALTER COLUMN "state" TYPE text;--> statement-breakpoint
DROP TYPE "delivery_batch_state";--> statement-breakpoint
CREATE TYPE "public"."delivery_batch_state" AS ENUM('queued', 'frozen', 'accepted', 'failed', 'unknown', 'split', 'skipped');--> statement-breakpoint
ALTER TABLE "delivery_batches" ALTER COLUMN "state" TYPE "delivery_batch_state" USING "state"::"delivery_batch_state";--> statement-breakpoint
CREATE TABLE "bulk_days" (
	"day" date PRIMARY KEY NOT NULL,
	"handed_over" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "update_counts" (
	"update_id" bigint NOT NULL,
	"slot" smallint NOT NULL,
	"queued" integer DEFAULT 0 NOT NULL,
	"claimed" integer DEFAULT 0 NOT NULL,
	"accepted" integer DEFAULT 0 NOT NULL,
	"delivered" integer DEFAULT 0 NOT NULL,
	"delayed" integer DEFAULT 0 NOT NULL,
	"bounced" integer DEFAULT 0 NOT NULL,
	"complained" integer DEFAULT 0 NOT NULL,
	"suppressed" integer DEFAULT 0 NOT NULL,
	"skipped" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"unknown" integer DEFAULT 0 NOT NULL,
	"erased" integer DEFAULT 0 NOT NULL,
	"hard_bounced" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "update_counts_update_id_slot_pk" PRIMARY KEY("update_id","slot"),
	CONSTRAINT "update_counts_slot" CHECK ("update_counts"."slot" between 0 and 15)
);
--> statement-breakpoint
CREATE TABLE "update_texts" (
	"update_id" bigint NOT NULL,
	"locale" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "update_texts_update_id_locale_pk" PRIMARY KEY("update_id","locale"),
	CONSTRAINT "update_texts_locale_shape" CHECK ("update_texts"."locale" ~ '^[a-z]{2}$'),
	CONSTRAINT "update_texts_subject_is_one_line" CHECK (char_length("update_texts"."subject") <= 150 and "update_texts"."subject" !~ '[[:cntrl:]]'),
	CONSTRAINT "update_texts_body_length" CHECK (char_length("update_texts"."body") <= 50000)
);
--> statement-breakpoint
CREATE TABLE "updates" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "updates_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" integer NOT NULL,
	"number" integer NOT NULL,
	"state" "update_state" DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"audience" jsonb NOT NULL,
	"continues_id" bigint,
	"in_archive" boolean DEFAULT true NOT NULL,
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
	"send_at" timestamp with time zone,
	"started_at" timestamp with time zone,
	"snapshot_cursor" bigint DEFAULT 0 NOT NULL,
	"prepared_at" timestamp with time zone,
	"audience_size" integer DEFAULT 0 NOT NULL,
	"paused_at" timestamp with time zone,
	"pause_reason" text,
	"pause_problem" text,
	"breaker_base" integer[] DEFAULT '{0,0,0}' NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "updates_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "updates_campaign_number" UNIQUE("campaign_id","number"),
	CONSTRAINT "updates_count_up" CHECK ("updates"."number" >= 1 and "updates"."version" >= 1),
	CONSTRAINT "updates_approved_before_they_go" CHECK ("updates"."state" in ('draft', 'cancelled') or ("updates"."approved_at" is not null and "updates"."approved_sha256" is not null)),
	CONSTRAINT "updates_submitted_before_approved" CHECK ("updates"."approved_at" is null or "updates"."submitted_at" is not null),
	CONSTRAINT "updates_never_approved_by_their_author" CHECK ("updates"."approved_alone" or "updates"."approved_by_id" is distinct from "updates"."submitted_by_id" or "updates"."approved_by_id" is null),
	CONSTRAINT "updates_scheduled_has_time" CHECK ("updates"."state" <> 'scheduled' or "updates"."send_at" is not null),
	CONSTRAINT "updates_started_has_time" CHECK ("updates"."state" not in ('sending', 'sent') or "updates"."started_at" is not null),
	CONSTRAINT "updates_paused_says_why" CHECK (("updates"."state" = 'paused') = ("updates"."paused_at" is not null) and ("updates"."state" = 'paused') = ("updates"."pause_reason" is not null)),
	CONSTRAINT "updates_pause_reason_known" CHECK ("updates"."pause_reason" in ('organizer', 'quota', 'provider', 'bounces', 'complaints', 'not-ready')),
	CONSTRAINT "updates_pause_problem_is_a_code" CHECK ("updates"."pause_problem" ~ '^[a-z0-9_-]{1,64}$'),
	CONSTRAINT "updates_sent_is_finished" CHECK ("updates"."state" <> 'sent' or "updates"."finished_at" is not null),
	CONSTRAINT "updates_breaker_base_shape" CHECK (cardinality("updates"."breaker_base") = 3)
);
--> statement-breakpoint
DROP INDEX "deliveries_due";--> statement-breakpoint
DROP INDEX "deliveries_signature";--> statement-breakpoint
DROP INDEX "deliveries_organizer";--> statement-breakpoint
DROP INDEX "deliveries_ceremony";--> statement-breakpoint
ALTER TABLE "delivery_batches" ALTER COLUMN "template_version" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_batches" ALTER COLUMN "body_sha256" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_batches" ALTER COLUMN "idempotency_key" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_batches" ALTER COLUMN "transport" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_batches" ALTER COLUMN "state" SET DEFAULT 'queued';--> statement-breakpoint
ALTER TABLE "delivery_batches" ALTER COLUMN "frozen_at" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "delivery_batches" ALTER COLUMN "frozen_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "languages" text[] DEFAULT '{"en"}' NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "update_id" bigint;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "locale" text;--> statement-breakpoint
ALTER TABLE "delivery_batches" ADD COLUMN "update_id" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_batches" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_batches" ADD COLUMN "due_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_batches" ADD COLUMN "lease_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "delivery_batches" ADD COLUMN "problem" text;--> statement-breakpoint
ALTER TABLE "update_counts" ADD CONSTRAINT "update_counts_update_id_updates_id_fk" FOREIGN KEY ("update_id") REFERENCES "public"."updates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "update_texts" ADD CONSTRAINT "update_texts_update_id_updates_id_fk" FOREIGN KEY ("update_id") REFERENCES "public"."updates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_continues_id_updates_id_fk" FOREIGN KEY ("continues_id") REFERENCES "public"."updates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_author_id_organizers_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_edited_by_id_organizers_id_fk" FOREIGN KEY ("edited_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_submitted_by_id_organizers_id_fk" FOREIGN KEY ("submitted_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_approved_by_id_organizers_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "updates_at_work" ON "updates" USING btree ("send_at") WHERE "updates"."state" in ('scheduled', 'sending', 'cancelled');--> statement-breakpoint
CREATE INDEX "updates_continued" ON "updates" USING btree ("continues_id");--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_update_id_updates_id_fk" FOREIGN KEY ("update_id") REFERENCES "public"."updates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_batches" ADD CONSTRAINT "delivery_batches_update_id_updates_id_fk" FOREIGN KEY ("update_id") REFERENCES "public"."updates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_one_an_update" ON "deliveries" USING btree ("update_id","supporter_id") WHERE "deliveries"."template" = 'update';--> statement-breakpoint
CREATE INDEX "delivery_batches_due" ON "delivery_batches" USING btree ("due_at","id") WHERE "delivery_batches"."state" in ('queued', 'frozen');--> statement-breakpoint
CREATE INDEX "delivery_batches_update" ON "delivery_batches" USING btree ("update_id","id") WHERE "delivery_batches"."state" in ('queued', 'frozen');--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("due_at","id") WHERE "deliveries"."state" in ('queued', 'claimed') and "deliveries"."template" <> 'update';--> statement-breakpoint
CREATE INDEX "deliveries_signature" ON "deliveries" USING btree ("signature_id") WHERE "deliveries"."signature_id" is not null;--> statement-breakpoint
CREATE INDEX "deliveries_organizer" ON "deliveries" USING btree ("organizer_id") WHERE "deliveries"."organizer_id" is not null;--> statement-breakpoint
CREATE INDEX "deliveries_ceremony" ON "deliveries" USING btree ("ceremony_id") WHERE "deliveries"."ceremony_id" is not null;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_languages_given" CHECK (cardinality("campaigns"."languages") > 0);--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_update_given" CHECK (("deliveries"."template" in ('update', 'update-test', 'update-paused')) = ("deliveries"."update_id" is not null));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_update_to_supporter" CHECK ("deliveries"."template" <> 'update' or "deliveries"."supporter_id" is not null);--> statement-breakpoint
ALTER TABLE "delivery_batches" ADD CONSTRAINT "delivery_batches_frozen_is_whole" CHECK ("delivery_batches"."state" <> 'frozen' or num_nonnulls("delivery_batches"."template_version", "delivery_batches"."body_sha256", "delivery_batches"."idempotency_key", "delivery_batches"."transport", "delivery_batches"."frozen_at") = 5);--> statement-breakpoint
ALTER TABLE "delivery_batches" ADD CONSTRAINT "delivery_batches_problem_is_a_code" CHECK ("delivery_batches"."problem" ~ '^[a-z0-9_-]{1,64}$');--> statement-breakpoint
ALTER TABLE "delivery_batches" ADD CONSTRAINT "delivery_batches_settled_has_time" CHECK (("delivery_batches"."state" in ('queued', 'frozen')) = ("delivery_batches"."settled_at" is null));--> statement-breakpoint

-- Each statement folds the mails of updates that it moved into one of 16 slots an update: states and
-- erased people add up to the audience at every instant, whoever moved them.
CREATE FUNCTION count_update_mails() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO update_counts AS c (update_id, slot, queued, claimed, accepted, delivered, delayed, bounced, complained, suppressed, skipped, failed, unknown, erased, hard_bounced)
    SELECT update_id, (pg_backend_pid() % 16)::smallint,
      coalesce(sum(n) FILTER (WHERE state = 'queued'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'claimed'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'accepted'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'delivered'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'delayed'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'bounced'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'complained'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'suppressed'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'skipped'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'failed'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'unknown'), 0),
      0, coalesce(sum(n) FILTER (WHERE state = 'bounced' AND problem = 'hard-bounce'), 0)
    FROM (SELECT update_id, state, problem, 1 AS n FROM added WHERE template = 'update') AS moved GROUP BY update_id ORDER BY update_id
    ON CONFLICT (update_id, slot) DO UPDATE SET
      queued = c.queued + excluded.queued,
      claimed = c.claimed + excluded.claimed,
      accepted = c.accepted + excluded.accepted,
      delivered = c.delivered + excluded.delivered,
      delayed = c.delayed + excluded.delayed,
      bounced = c.bounced + excluded.bounced,
      complained = c.complained + excluded.complained,
      suppressed = c.suppressed + excluded.suppressed,
      skipped = c.skipped + excluded.skipped,
      failed = c.failed + excluded.failed,
      unknown = c.unknown + excluded.unknown,
      erased = c.erased + excluded.erased,
      hard_bounced = c.hard_bounced + excluded.hard_bounced;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO update_counts AS c (update_id, slot, queued, claimed, accepted, delivered, delayed, bounced, complained, suppressed, skipped, failed, unknown, erased, hard_bounced)
    SELECT update_id, (pg_backend_pid() % 16)::smallint,
      coalesce(sum(n) FILTER (WHERE state = 'queued'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'claimed'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'accepted'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'delivered'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'delayed'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'bounced'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'complained'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'suppressed'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'skipped'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'failed'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'unknown'), 0),
      0, coalesce(sum(n) FILTER (WHERE state = 'bounced' AND problem = 'hard-bounce'), 0)
    FROM (SELECT a.update_id, a.state, a.problem, 1 AS n FROM added a WHERE a.template = 'update'
      UNION ALL SELECT r.update_id, r.state, r.problem, -1 FROM removed r WHERE r.template = 'update') AS moved GROUP BY update_id ORDER BY update_id
    ON CONFLICT (update_id, slot) DO UPDATE SET
      queued = c.queued + excluded.queued,
      claimed = c.claimed + excluded.claimed,
      accepted = c.accepted + excluded.accepted,
      delivered = c.delivered + excluded.delivered,
      delayed = c.delayed + excluded.delayed,
      bounced = c.bounced + excluded.bounced,
      complained = c.complained + excluded.complained,
      suppressed = c.suppressed + excluded.suppressed,
      skipped = c.skipped + excluded.skipped,
      failed = c.failed + excluded.failed,
      unknown = c.unknown + excluded.unknown,
      erased = c.erased + excluded.erased,
      hard_bounced = c.hard_bounced + excluded.hard_bounced;
  ELSE
    INSERT INTO update_counts AS c (update_id, slot, queued, claimed, accepted, delivered, delayed, bounced, complained, suppressed, skipped, failed, unknown, erased, hard_bounced)
    SELECT update_id, (pg_backend_pid() % 16)::smallint,
      coalesce(sum(n) FILTER (WHERE state = 'queued'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'claimed'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'accepted'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'delivered'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'delayed'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'bounced'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'complained'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'suppressed'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'skipped'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'failed'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'unknown'), 0),
      count(*), coalesce(sum(n) FILTER (WHERE state = 'bounced' AND problem = 'hard-bounce'), 0)
    FROM (SELECT update_id, state, problem, -1 AS n FROM removed WHERE template = 'update') AS moved GROUP BY update_id ORDER BY update_id
    ON CONFLICT (update_id, slot) DO UPDATE SET
      queued = c.queued + excluded.queued,
      claimed = c.claimed + excluded.claimed,
      accepted = c.accepted + excluded.accepted,
      delivered = c.delivered + excluded.delivered,
      delayed = c.delayed + excluded.delayed,
      bounced = c.bounced + excluded.bounced,
      complained = c.complained + excluded.complained,
      suppressed = c.suppressed + excluded.suppressed,
      skipped = c.skipped + excluded.skipped,
      failed = c.failed + excluded.failed,
      unknown = c.unknown + excluded.unknown,
      erased = c.erased + excluded.erased,
      hard_bounced = c.hard_bounced + excluded.hard_bounced;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER deliveries_counted_on_insert AFTER INSERT ON deliveries
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_update_mails();--> statement-breakpoint
CREATE TRIGGER deliveries_counted_on_update AFTER UPDATE ON deliveries
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_update_mails();--> statement-breakpoint
CREATE TRIGGER deliveries_counted_on_delete AFTER DELETE ON deliveries
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_update_mails();--> statement-breakpoint

-- A mail stays with its update and its person, and what was approved stays as it was.
CREATE TRIGGER update_mails_stay BEFORE UPDATE ON deliveries FOR EACH ROW
  WHEN (old.template = 'update' AND (old.update_id, old.supporter_id) IS DISTINCT FROM (new.update_id, new.supporter_id))
  EXECUTE FUNCTION refuse_move();--> statement-breakpoint
CREATE FUNCTION keep_approved_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM updates WHERE id = coalesce(new.update_id, old.update_id)
      AND (approved_at IS NOT NULL OR state <> 'draft')) THEN
    RAISE EXCEPTION 'the words of an approved update stay as they are' USING ERRCODE = 'check_violation';
  END IF;
  RETURN coalesce(new, old);
END $$;--> statement-breakpoint
CREATE TRIGGER update_texts_kept BEFORE UPDATE OR DELETE ON update_texts
  FOR EACH ROW EXECUTE FUNCTION keep_approved_update();--> statement-breakpoint
CREATE FUNCTION keep_update_audience() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audience of an approved update stays as it is' USING ERRCODE = 'check_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER updates_audience_kept BEFORE UPDATE ON updates FOR EACH ROW
  WHEN ((old.campaign_id, old.number) IS DISTINCT FROM (new.campaign_id, new.number)
    OR (old.approved_at IS NOT NULL AND new.approved_at IS NOT NULL AND old.audience <> new.audience))
  EXECUTE FUNCTION keep_update_audience();
