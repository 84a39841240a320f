CREATE TABLE "campaign_companies" (
	"campaign_id" integer NOT NULL,
	"company_id" integer NOT NULL,
	"place" smallint NOT NULL,
	"meeting_id" integer,
	CONSTRAINT "campaign_companies_campaign_id_company_id_pk" PRIMARY KEY("campaign_id","company_id"),
	CONSTRAINT "campaign_companies_place" UNIQUE("campaign_id","place"),
	CONSTRAINT "campaign_companies_place_counts" CHECK ("campaign_companies"."place" >= 1)
);--> statement-breakpoint
ALTER TABLE "letter_dispatches" ADD COLUMN "company_id" integer;--> statement-breakpoint
ALTER TABLE "letter_names" ADD COLUMN "company_id" integer;--> statement-breakpoint
ALTER TABLE "letter_recipients" ADD COLUMN "company_id" integer;--> statement-breakpoint
ALTER TABLE "erased_letters" ADD COLUMN "company_id" integer;--> statement-breakpoint
ALTER TABLE "letter_counts" ADD COLUMN "company_id" integer;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "company_id" integer;--> statement-breakpoint
ALTER TABLE "packs" ADD COLUMN "company_id" integer;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "asked_company_ids" integer[];--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "company_id" integer;--> statement-breakpoint
INSERT INTO "campaign_companies" ("campaign_id", "company_id", "place", "meeting_id")
SELECT "id", "target_id", 1, "meeting_id" FROM "campaigns";--> statement-breakpoint
-- Nothing happens to these rows: they are counted, noted and kept as they were.
ALTER TABLE "consents" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "consents" k SET "company_id" = c."target_id" FROM "campaigns" c
WHERE c."id" = k."campaign_id" AND k."purpose" NOT IN ('sign', 'updates', 'public_name');--> statement-breakpoint
ALTER TABLE "consents" ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "letter_dispatches" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "letter_dispatches" x SET "company_id" = c."target_id" FROM "campaigns" c WHERE c."id" = x."campaign_id";--> statement-breakpoint
ALTER TABLE "letter_dispatches" ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "letter_recipients" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "letter_recipients" x SET "company_id" = c."target_id" FROM "campaigns" c WHERE c."id" = x."campaign_id";--> statement-breakpoint
ALTER TABLE "letter_recipients" ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "erased_letters" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "erased_letters" x SET "company_id" = c."target_id" FROM "campaigns" c WHERE c."id" = x."campaign_id";--> statement-breakpoint
ALTER TABLE "erased_letters" ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "letter_counts" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "letter_counts" x SET "company_id" = c."target_id" FROM "campaigns" c WHERE c."id" = x."campaign_id";--> statement-breakpoint
ALTER TABLE "letter_counts" ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "letters" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "letters" x SET "company_id" = c."target_id" FROM "campaigns" c WHERE c."id" = x."campaign_id";--> statement-breakpoint
ALTER TABLE "letters" ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "packs" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "packs" x SET "company_id" = c."target_id" FROM "campaigns" c WHERE c."id" = x."campaign_id";--> statement-breakpoint
ALTER TABLE "packs" ENABLE TRIGGER USER;--> statement-breakpoint
UPDATE "letter_names" n SET "company_id" = x."company_id" FROM "letter_dispatches" x WHERE x."id" = n."dispatch_id";--> statement-breakpoint
ALTER TABLE "letter_recipients" DROP CONSTRAINT "letter_recipients_once";--> statement-breakpoint
ALTER TABLE "campaigns" DROP CONSTRAINT "campaigns_meeting_id_meetings_id_fk";--> statement-breakpoint
DROP INDEX "letters_one_at_a_time";--> statement-breakpoint
DROP INDEX "consents_one_in_force";--> statement-breakpoint
ALTER TABLE "letter_counts" DROP CONSTRAINT "letter_counts_campaign_id_slot_pk";--> statement-breakpoint
ALTER TABLE "letter_names" DROP CONSTRAINT "letter_names_pkey";--> statement-breakpoint
ALTER TABLE "letter_dispatches" ALTER COLUMN "company_id" SET DEFAULT null;--> statement-breakpoint
ALTER TABLE "letter_dispatches" ALTER COLUMN "company_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "letter_names" ALTER COLUMN "company_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "letter_recipients" ALTER COLUMN "company_id" SET DEFAULT null;--> statement-breakpoint
ALTER TABLE "letter_recipients" ALTER COLUMN "company_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "erased_letters" ALTER COLUMN "company_id" SET DEFAULT null;--> statement-breakpoint
ALTER TABLE "erased_letters" ALTER COLUMN "company_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "letter_counts" ALTER COLUMN "company_id" SET DEFAULT null;--> statement-breakpoint
ALTER TABLE "letter_counts" ALTER COLUMN "company_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ALTER COLUMN "company_id" SET DEFAULT null;--> statement-breakpoint
ALTER TABLE "letters" ALTER COLUMN "company_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "packs" ALTER COLUMN "company_id" SET DEFAULT null;--> statement-breakpoint
ALTER TABLE "packs" ALTER COLUMN "company_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "letter_names" ADD CONSTRAINT "letter_names_signature_id_company_id_pk" PRIMARY KEY("signature_id","company_id");--> statement-breakpoint
ALTER TABLE "letter_counts" ADD CONSTRAINT "letter_counts_campaign_id_company_id_slot_pk" PRIMARY KEY("campaign_id","company_id","slot");--> statement-breakpoint
ALTER TABLE "letter_dispatches" ADD CONSTRAINT "letter_dispatches_of_company" UNIQUE("id","company_id");--> statement-breakpoint
ALTER TABLE "letter_recipients" ADD CONSTRAINT "letter_recipients_of_company" UNIQUE("id","company_id");--> statement-breakpoint
ALTER TABLE "campaigns" DROP COLUMN "meeting_id";--> statement-breakpoint
ALTER TABLE "campaign_companies" ADD CONSTRAINT "campaign_companies_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_companies" ADD CONSTRAINT "campaign_companies_company_id_targets_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."targets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_companies" ADD CONSTRAINT "campaign_companies_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_dispatches" ADD CONSTRAINT "letter_dispatches_company_id_targets_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."targets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_dispatches" ADD CONSTRAINT "letter_dispatches_to_an_office_of_their_company" FOREIGN KEY ("recipient_id","company_id") REFERENCES "public"."letter_recipients"("id","company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_names" ADD CONSTRAINT "letter_names_to_their_company" FOREIGN KEY ("dispatch_id","company_id") REFERENCES "public"."letter_dispatches"("id","company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_recipients" ADD CONSTRAINT "letter_recipients_company_id_targets_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."targets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erased_letters" ADD CONSTRAINT "erased_letters_company_id_targets_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."targets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_counts" ADD CONSTRAINT "letter_counts_company_id_targets_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."targets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_company_id_targets_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."targets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_to_a_company_of_the_campaign" FOREIGN KEY ("campaign_id","company_id") REFERENCES "public"."campaign_companies"("campaign_id","company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_in_a_dispatch_to_their_company" FOREIGN KEY ("dispatch_id","company_id") REFERENCES "public"."letter_dispatches"("id","company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packs" ADD CONSTRAINT "packs_company_id_targets_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."targets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_company_id_targets_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."targets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "letters_one_at_a_time" ON "letters" USING btree ("campaign_id","supporter_id","company_id") WHERE "letters"."state" in ('confirmed', 'queued');--> statement-breakpoint
CREATE UNIQUE INDEX "consents_one_in_force" ON "consents" USING btree ("supporter_id","campaign_id","purpose",coalesce("company_id", 0)) WHERE "consents"."revoked_at" is null;--> statement-breakpoint
ALTER TABLE "letter_recipients" ADD CONSTRAINT "letter_recipients_once" UNIQUE("campaign_id","company_id","email");--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_name_their_company" CHECK (("consents"."company_id" is null) = ("consents"."purpose" in ('sign', 'updates', 'public_name')));--> statement-breakpoint
DROP FUNCTION IF EXISTS add_letter_counts(integer, letter_state, integer, integer);
