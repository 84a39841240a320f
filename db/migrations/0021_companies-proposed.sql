CREATE TABLE "company_proposals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "company_proposals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" integer NOT NULL,
	"company_ids" integer[] NOT NULL,
	"asked_by_id" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"approved_by_id" uuid,
	"approved_at" timestamp with time zone,
	"approved_alone" boolean DEFAULT false NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "company_proposals_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "company_proposals_name_one" CHECK (cardinality("company_proposals"."company_ids") > 0),
	CONSTRAINT "company_proposals_ended_once" CHECK ("company_proposals"."approved_at" is null or "company_proposals"."withdrawn_at" is null),
	CONSTRAINT "company_proposals_never_approved_by_who_asked" CHECK ("company_proposals"."approved_alone" or "company_proposals"."approved_by_id" is null
        or "company_proposals"."approved_by_id" is distinct from "company_proposals"."asked_by_id")
);
--> statement-breakpoint
ALTER TABLE "company_proposals" ADD CONSTRAINT "company_proposals_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_proposals" ADD CONSTRAINT "company_proposals_asked_by_id_organizers_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_proposals" ADD CONSTRAINT "company_proposals_approved_by_id_organizers_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "company_proposals_one_waits" ON "company_proposals" USING btree ("campaign_id") WHERE "company_proposals"."approved_at" is null and "company_proposals"."withdrawn_at" is null;