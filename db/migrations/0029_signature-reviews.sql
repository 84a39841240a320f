CREATE TYPE "public"."signature_proof" AS ENUM('not-asked', 'solved', 'went-on');--> statement-breakpoint
CREATE TYPE "public"."signature_review_state" AS ENUM('queued', 'kept', 'invalidated');--> statement-breakpoint
CREATE TYPE "public"."trace_group_kind" AS ENUM('block', 'domain', 'series', 'alias', 'name');--> statement-breakpoint
ALTER TYPE "public"."signature_state" ADD VALUE 'quarantined';--> statement-breakpoint
CREATE TABLE "bulk_invalidated" (
	"bulk_id" bigint NOT NULL,
	"signature_id" bigint NOT NULL,
	"was_state" "signature_state" NOT NULL,
	CONSTRAINT "bulk_invalidated_bulk_id_signature_id_pk" PRIMARY KEY("bulk_id","signature_id")
);
--> statement-breakpoint
CREATE TABLE "bulk_invalidations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "bulk_invalidations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" integer NOT NULL,
	"number" integer NOT NULL,
	"conditions" jsonb NOT NULL,
	"up_to_id" bigint NOT NULL,
	"matched" integer NOT NULL,
	"note" text,
	"asked_by_id" uuid,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"approved_by_id" uuid,
	"approved_at" timestamp with time zone,
	"approved_alone" boolean DEFAULT false NOT NULL,
	"done_to_id" bigint DEFAULT 0 NOT NULL,
	"invalidated" integer DEFAULT 0 NOT NULL,
	"finished_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"undo_asked_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	CONSTRAINT "bulk_invalidations_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "bulk_invalidations_number" UNIQUE("campaign_id","number"),
	CONSTRAINT "bulk_invalidations_never_approved_by_who_asked" CHECK ("bulk_invalidations"."approved_alone" or "bulk_invalidations"."approved_by_id" is distinct from "bulk_invalidations"."asked_by_id" or "bulk_invalidations"."approved_by_id" is null),
	CONSTRAINT "bulk_invalidations_approved_before_done" CHECK ("bulk_invalidations"."approved_at" is not null or ("bulk_invalidations"."invalidated" = 0 and "bulk_invalidations"."finished_at" is null)),
	CONSTRAINT "bulk_invalidations_note_length" CHECK (char_length("bulk_invalidations"."note") between 1 and 1000)
);
--> statement-breakpoint
CREATE TABLE "comment_reviews" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "comment_reviews_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"signature_id" bigint NOT NULL,
	"campaign_id" integer NOT NULL,
	"reasons" text[] NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"comment_sha256" "bytea" NOT NULL,
	"found_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by_id" uuid,
	CONSTRAINT "comment_reviews_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "comment_reviews_state_known" CHECK ("comment_reviews"."state" in ('queued', 'kept', 'hidden')),
	CONSTRAINT "comment_reviews_decided_has_time" CHECK (("comment_reviews"."state" = 'queued') = ("comment_reviews"."decided_at" is null)),
	CONSTRAINT "comment_reviews_sha256_length" CHECK (octet_length("comment_reviews"."comment_sha256") = 32)
);
--> statement-breakpoint
CREATE TABLE "signature_reviews" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "signature_reviews_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"signature_id" bigint NOT NULL,
	"campaign_id" integer NOT NULL,
	"reasons" text[] NOT NULL,
	"score" smallint NOT NULL,
	"state" "signature_review_state" DEFAULT 'queued' NOT NULL,
	"found_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by_id" uuid,
	"was_state" "signature_state",
	CONSTRAINT "signature_reviews_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "signature_reviews_say_why" CHECK (cardinality("signature_reviews"."reasons") > 0),
	CONSTRAINT "signature_reviews_decided_has_time" CHECK (("signature_reviews"."state" = 'queued') = ("signature_reviews"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "signature_traces" (
	"signature_id" bigint PRIMARY KEY NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"block" "bytea",
	"honeypot" boolean DEFAULT false NOT NULL,
	"foreign_language" boolean DEFAULT false NOT NULL,
	"proof" "signature_proof" DEFAULT 'not-asked' NOT NULL,
	"scored_at" timestamp with time zone,
	"looks" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "signature_traces_block_length" CHECK (octet_length("signature_traces"."block") = 16)
);
--> statement-breakpoint
CREATE TABLE "spent_proofs" (
	"sha256" "bytea" PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "spent_proofs_sha256_length" CHECK (octet_length("spent_proofs"."sha256") = 32)
);
--> statement-breakpoint
CREATE TABLE "trace_groups" (
	"campaign_id" integer NOT NULL,
	"kind" "trace_group_kind" NOT NULL,
	"hash" "bytea" NOT NULL,
	"signature_id" bigint NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "trace_groups_signature_id_kind_pk" PRIMARY KEY("signature_id","kind"),
	CONSTRAINT "trace_groups_hash_length" CHECK (octet_length("trace_groups"."hash") = 16)
);
--> statement-breakpoint
ALTER TABLE "signatures" DROP CONSTRAINT "signatures_confirmed_has_time";--> statement-breakpoint
ALTER TABLE "campaign_counts" ADD COLUMN "quarantined" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "organizer_ceremonies" ADD COLUMN "bulk_id" bigint;--> statement-breakpoint
ALTER TABLE "bulk_invalidated" ADD CONSTRAINT "bulk_invalidated_bulk_id_bulk_invalidations_id_fk" FOREIGN KEY ("bulk_id") REFERENCES "public"."bulk_invalidations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_invalidated" ADD CONSTRAINT "bulk_invalidated_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_invalidations" ADD CONSTRAINT "bulk_invalidations_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_invalidations" ADD CONSTRAINT "bulk_invalidations_asked_by_id_organizers_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_invalidations" ADD CONSTRAINT "bulk_invalidations_approved_by_id_organizers_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_reviews" ADD CONSTRAINT "comment_reviews_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_reviews" ADD CONSTRAINT "comment_reviews_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_reviews" ADD CONSTRAINT "comment_reviews_decided_by_id_organizers_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_reviews" ADD CONSTRAINT "signature_reviews_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_reviews" ADD CONSTRAINT "signature_reviews_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_reviews" ADD CONSTRAINT "signature_reviews_decided_by_id_organizers_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_traces" ADD CONSTRAINT "signature_traces_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trace_groups" ADD CONSTRAINT "trace_groups_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trace_groups" ADD CONSTRAINT "trace_groups_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_invalidated_signature" ON "bulk_invalidated" USING btree ("signature_id");--> statement-breakpoint
CREATE INDEX "bulk_invalidations_open" ON "bulk_invalidations" USING btree ("id") WHERE "bulk_invalidations"."approved_at" is not null and "bulk_invalidations"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "bulk_invalidations_to_undo" ON "bulk_invalidations" USING btree ("id") WHERE "bulk_invalidations"."undo_asked_at" is not null and "bulk_invalidations"."undone_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "comment_reviews_one_a_signature" ON "comment_reviews" USING btree ("signature_id");--> statement-breakpoint
CREATE INDEX "comment_reviews_page" ON "comment_reviews" USING btree ("campaign_id","state","id");--> statement-breakpoint
CREATE UNIQUE INDEX "signature_reviews_one_a_signature" ON "signature_reviews" USING btree ("signature_id");--> statement-breakpoint
CREATE INDEX "signature_reviews_page" ON "signature_reviews" USING btree ("campaign_id","state","id");--> statement-breakpoint
CREATE INDEX "signature_traces_to_score" ON "signature_traces" USING btree ("signature_id") WHERE "signature_traces"."scored_at" is null;--> statement-breakpoint
CREATE INDEX "signature_traces_age" ON "signature_traces" USING brin ("seen_at");--> statement-breakpoint
CREATE INDEX "spent_proofs_age" ON "spent_proofs" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "trace_groups_members" ON "trace_groups" USING btree ("campaign_id","kind","hash","seen_at");--> statement-breakpoint
CREATE INDEX "trace_groups_age" ON "trace_groups" USING brin ("seen_at");--> statement-breakpoint
ALTER TABLE "organizer_ceremonies" ADD CONSTRAINT "organizer_ceremonies_bulk_id_bulk_invalidations_id_fk" FOREIGN KEY ("bulk_id") REFERENCES "public"."bulk_invalidations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_confirmed_has_time" CHECK ("signatures"."state"::text not in ('confirmed', 'quarantined') or "signatures"."confirmed_at" is not null);--> statement-breakpoint

-- The new state has its counter. Compared as text: a value of an enum cannot be used in the transaction that adds it.
CREATE OR REPLACE FUNCTION count_signatures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO campaign_counts AS c (campaign_id, slot, pending, confirmed, withdrawn, invalidated, imported, quarantined)
    SELECT campaign_id, (pg_backend_pid() % 16)::smallint,
      count(*) FILTER (WHERE state = 'pending'), count(*) FILTER (WHERE state = 'confirmed'),
      count(*) FILTER (WHERE state = 'withdrawn'), count(*) FILTER (WHERE state = 'invalidated'),
      count(*) FILTER (WHERE state::text = 'imported'), count(*) FILTER (WHERE state::text = 'quarantined')
    FROM added GROUP BY campaign_id
    ON CONFLICT (campaign_id, slot) DO UPDATE SET
      pending = c.pending + excluded.pending, confirmed = c.confirmed + excluded.confirmed,
      withdrawn = c.withdrawn + excluded.withdrawn, invalidated = c.invalidated + excluded.invalidated,
      imported = c.imported + excluded.imported, quarantined = c.quarantined + excluded.quarantined;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO campaign_counts AS c (campaign_id, slot, pending, confirmed, withdrawn, invalidated, imported, quarantined)
    SELECT n.campaign_id, (pg_backend_pid() % 16)::smallint,
      count(*) FILTER (WHERE n.state = 'pending') - count(*) FILTER (WHERE o.state = 'pending'),
      count(*) FILTER (WHERE n.state = 'confirmed') - count(*) FILTER (WHERE o.state = 'confirmed'),
      count(*) FILTER (WHERE n.state = 'withdrawn') - count(*) FILTER (WHERE o.state = 'withdrawn'),
      count(*) FILTER (WHERE n.state = 'invalidated') - count(*) FILTER (WHERE o.state = 'invalidated'),
      count(*) FILTER (WHERE n.state::text = 'imported') - count(*) FILTER (WHERE o.state::text = 'imported'),
      count(*) FILTER (WHERE n.state::text = 'quarantined') - count(*) FILTER (WHERE o.state::text = 'quarantined')
    FROM added n JOIN removed o USING (id) WHERE n.state <> o.state GROUP BY n.campaign_id
    ON CONFLICT (campaign_id, slot) DO UPDATE SET
      pending = c.pending + excluded.pending, confirmed = c.confirmed + excluded.confirmed,
      withdrawn = c.withdrawn + excluded.withdrawn, invalidated = c.invalidated + excluded.invalidated,
      imported = c.imported + excluded.imported, quarantined = c.quarantined + excluded.quarantined;
  ELSE
    INSERT INTO campaign_counts AS c (campaign_id, slot, pending, confirmed, withdrawn, invalidated, imported, quarantined)
    SELECT campaign_id, (pg_backend_pid() % 16)::smallint,
      -count(*) FILTER (WHERE state = 'pending'), -count(*) FILTER (WHERE state = 'confirmed'),
      -count(*) FILTER (WHERE state = 'withdrawn'), -count(*) FILTER (WHERE state = 'invalidated'),
      -count(*) FILTER (WHERE state::text = 'imported'), -count(*) FILTER (WHERE state::text = 'quarantined')
    FROM removed GROUP BY campaign_id
    ON CONFLICT (campaign_id, slot) DO UPDATE SET
      pending = c.pending + excluded.pending, confirmed = c.confirmed + excluded.confirmed,
      withdrawn = c.withdrawn + excluded.withdrawn, invalidated = c.invalidated + excluded.invalidated,
      imported = c.imported + excluded.imported, quarantined = c.quarantined + excluded.quarantined;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint

-- A comment that is changed is looked at anew, with the name it goes out with.
CREATE TRIGGER signatures_comment_changed AFTER UPDATE OF comment ON signatures FOR EACH ROW
  WHEN (new.state = 'confirmed' AND new.comment IS NOT NULL AND old.comment IS DISTINCT FROM new.comment)
  EXECUTE FUNCTION look_at_name_of_signature();--> statement-breakpoint

-- What was approved is what is done.
CREATE FUNCTION keep_bulk_conditions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the conditions of a bulk invalidation stay as they were asked for' USING ERRCODE = 'check_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER bulk_invalidations_stay BEFORE UPDATE ON bulk_invalidations FOR EACH ROW
  WHEN ((old.campaign_id, old.number, old.conditions, old.up_to_id, old.asked_by_id)
    IS DISTINCT FROM (new.campaign_id, new.number, new.conditions, new.up_to_id, new.asked_by_id)
    AND new.asked_by_id IS NOT NULL)
  EXECUTE FUNCTION keep_bulk_conditions();
