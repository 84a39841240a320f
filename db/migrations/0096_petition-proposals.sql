CREATE TABLE "petition_proposals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "petition_proposals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" integer NOT NULL,
	"draft_version" integer,
	"again" integer,
	"tell" text,
	"count_before" integer NOT NULL,
	"count_after" integer NOT NULL,
	"asked_by_id" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"edited_by_id" uuid,
	"approved_by_id" uuid,
	"approved_at" timestamp with time zone,
	"approved_alone" boolean DEFAULT false NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "petition_proposals_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "petition_proposals_of_a_text" CHECK ("petition_proposals"."draft_version" is not null or "petition_proposals"."again" is not null),
	CONSTRAINT "petition_proposals_tell_length" CHECK (char_length("petition_proposals"."tell") between 1 and 500),
	CONSTRAINT "petition_proposals_ended_once" CHECK ("petition_proposals"."approved_at" is null or "petition_proposals"."withdrawn_at" is null),
	CONSTRAINT "petition_proposals_never_approved_by_who_asked" CHECK ("petition_proposals"."approved_alone" or "petition_proposals"."approved_by_id" is null or "petition_proposals"."approved_by_id" is distinct from "petition_proposals"."asked_by_id")
);
--> statement-breakpoint
ALTER TABLE "petition_proposals" ADD CONSTRAINT "petition_proposals_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_proposals" ADD CONSTRAINT "petition_proposals_asked_by_id_organizers_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_proposals" ADD CONSTRAINT "petition_proposals_edited_by_id_organizers_id_fk" FOREIGN KEY ("edited_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_proposals" ADD CONSTRAINT "petition_proposals_approved_by_id_organizers_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "petition_proposals_one_waits" ON "petition_proposals" USING btree ("campaign_id") WHERE "petition_proposals"."approved_at" is null and "petition_proposals"."withdrawn_at" is null;