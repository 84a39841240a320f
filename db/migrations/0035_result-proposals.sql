CREATE TABLE "result_proposals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "result_proposals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" integer NOT NULL,
	"meeting_id" integer NOT NULL,
	"results" jsonb NOT NULL,
	"source_url" text NOT NULL,
	"as_of" date NOT NULL,
	"asked_by_id" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"approved_by_id" uuid,
	"approved_at" timestamp with time zone,
	"approved_alone" boolean DEFAULT false NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "result_proposals_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "result_proposals_source_is_https" CHECK ("result_proposals"."source_url" ~ '^https://'),
	CONSTRAINT "result_proposals_ended_once" CHECK ("result_proposals"."approved_at" is null or "result_proposals"."withdrawn_at" is null),
	CONSTRAINT "result_proposals_never_approved_by_who_asked" CHECK ("result_proposals"."approved_alone" or "result_proposals"."approved_by_id" is null
        or "result_proposals"."approved_by_id" is distinct from "result_proposals"."asked_by_id")
);
--> statement-breakpoint
ALTER TABLE "result_proposals" ADD CONSTRAINT "result_proposals_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_proposals" ADD CONSTRAINT "result_proposals_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_proposals" ADD CONSTRAINT "result_proposals_asked_by_id_organizers_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_proposals" ADD CONSTRAINT "result_proposals_approved_by_id_organizers_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "result_proposals_one_waits" ON "result_proposals" USING btree ("campaign_id","meeting_id") WHERE "result_proposals"."approved_at" is null and "result_proposals"."withdrawn_at" is null;