ALTER TYPE "public"."delivery_template" ADD VALUE 'petition-changed';--> statement-breakpoint
CREATE TABLE "petition_answers" (
	"notice_id" bigint NOT NULL,
	"signature_id" bigint NOT NULL,
	"answer" text NOT NULL,
	"from_version" integer NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "petition_answers_notice_id_signature_id_pk" PRIMARY KEY("notice_id","signature_id"),
	CONSTRAINT "petition_answers_known" CHECK ("petition_answers"."answer" in ('kept', 'moved', 'withdrawn'))
);--> statement-breakpoint
CREATE TABLE "petition_notices" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "petition_notices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" integer NOT NULL,
	"version" integer NOT NULL,
	"change" text NOT NULL,
	"asked_by_id" uuid,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"approved_by_id" uuid,
	"approved_at" timestamp with time zone,
	"approved_alone" boolean DEFAULT false NOT NULL,
	"cancelled_by_id" uuid,
	"cancelled_at" timestamp with time zone,
	"queued_through" bigint DEFAULT 0 NOT NULL,
	"queued_at" timestamp with time zone,
	CONSTRAINT "petition_notices_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "petition_notices_never_approved_by_who_asked" CHECK ("petition_notices"."approved_alone" or "petition_notices"."approved_by_id" is null or "petition_notices"."approved_by_id" is distinct from "petition_notices"."asked_by_id"),
	CONSTRAINT "petition_notices_queued_once_approved" CHECK ("petition_notices"."queued_through" = 0 or "petition_notices"."approved_at" is not null),
	CONSTRAINT "petition_notices_change_length" CHECK (char_length("petition_notices"."change") between 1 and 500)
);--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "notice_id" bigint;--> statement-breakpoint
ALTER TABLE "petition_answers" ADD CONSTRAINT "petition_answers_notice_id_petition_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."petition_notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_answers" ADD CONSTRAINT "petition_answers_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_notices" ADD CONSTRAINT "petition_notices_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_notices" ADD CONSTRAINT "petition_notices_asked_by_id_organizers_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_notices" ADD CONSTRAINT "petition_notices_approved_by_id_organizers_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_notices" ADD CONSTRAINT "petition_notices_cancelled_by_id_organizers_id_fk" FOREIGN KEY ("cancelled_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_notices" ADD CONSTRAINT "petition_notices_of_a_version" FOREIGN KEY ("campaign_id","version") REFERENCES "public"."petition_versions"("campaign_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "petition_answers_signature" ON "petition_answers" USING btree ("signature_id");--> statement-breakpoint
CREATE UNIQUE INDEX "petition_notices_one_a_version" ON "petition_notices" USING btree ("campaign_id","version") WHERE "petition_notices"."cancelled_at" is null or "petition_notices"."approved_at" is not null;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_notice_id_petition_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."petition_notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_one_a_notice" ON "deliveries" USING btree ("notice_id","signature_id") WHERE "deliveries"."notice_id" is not null;--> statement-breakpoint
DROP INDEX "deliveries_due";--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree (("reminder" is not null or "notice_id" is not null),"due_at","id") WHERE "deliveries"."state" in ('queued', 'claimed') and "deliveries"."template" <> 'update';--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_notice_given" CHECK (("deliveries"."template"::text = 'petition-changed') = ("deliveries"."notice_id" is not null));--> statement-breakpoint

-- What a notice tells, and of which text, is never edited; who lets it go is noted once.
CREATE TRIGGER petition_notices_never_edited BEFORE UPDATE ON petition_notices
  FOR EACH ROW WHEN (old.change <> new.change OR old.version <> new.version OR old.campaign_id <> new.campaign_id
    OR old.approved_at IS NOT NULL AND new.approved_at IS DISTINCT FROM old.approved_at)
  EXECUTE FUNCTION refuse_move();
