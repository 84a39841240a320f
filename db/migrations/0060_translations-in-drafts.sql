-- A translation is written down before it is published, as all other words are.
ALTER TABLE "campaign_translations" ALTER COLUMN "translation" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "campaign_translations" ADD COLUMN "draft" text;--> statement-breakpoint
ALTER TABLE "campaign_translations" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "campaign_translations" ADD CONSTRAINT "campaign_translations_says_something" CHECK (num_nonnulls("campaign_translations"."translation", nullif("campaign_translations"."draft", '')) > 0 and "campaign_translations"."draft" <> '');--> statement-breakpoint
ALTER TABLE "campaign_changes" DROP CONSTRAINT "campaign_changes_thing_known";--> statement-breakpoint
ALTER TABLE "campaign_changes" ADD CONSTRAINT "campaign_changes_thing_known" CHECK ("campaign_changes"."thing" in ('campaign', 'claim', 'petition', 'correction', 'requests', 'translation'));
