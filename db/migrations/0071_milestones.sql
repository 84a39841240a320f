CREATE TABLE "campaign_milestones" (
	"campaign_id" integer NOT NULL,
	"signatures" integer NOT NULL,
	"reached_at" timestamp with time zone NOT NULL,
	CONSTRAINT "campaign_milestones_campaign_id_signatures_pk" PRIMARY KEY("campaign_id","signatures"),
	CONSTRAINT "campaign_milestones_positive" CHECK ("campaign_milestones"."signatures" > 0)
);
--> statement-breakpoint
ALTER TABLE "campaign_milestones" ADD CONSTRAINT "campaign_milestones_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;