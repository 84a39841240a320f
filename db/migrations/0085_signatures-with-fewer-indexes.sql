-- One index finds a person's signatures and holds them to one a campaign. A signature's campaign is there because the
-- version of its petition is (signatures_petition_version).
ALTER TABLE "signatures" DROP CONSTRAINT "signatures_one_a_person";--> statement-breakpoint
ALTER TABLE "signatures" DROP CONSTRAINT "signatures_campaign_id_campaigns_id_fk";--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_one_a_person" UNIQUE("supporter_id","campaign_id");--> statement-breakpoint
DROP INDEX "signatures_supporter";
