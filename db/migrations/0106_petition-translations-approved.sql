ALTER TABLE "petition_proposals" DROP CONSTRAINT "petition_proposals_of_a_text";--> statement-breakpoint
ALTER TABLE "petition_proposals" ADD COLUMN "locale" text;--> statement-breakpoint
ALTER TABLE "petition_proposals" ADD COLUMN "note_in" text;--> statement-breakpoint
ALTER TABLE "petition_proposals" ADD COLUMN "translations" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "petition_proposals" ADD COLUMN "translated_by" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "campaign_translations" ADD COLUMN "drafted_by" text;--> statement-breakpoint
ALTER TABLE "petition_proposals" ADD CONSTRAINT "petition_proposals_note_in_length" CHECK (char_length("petition_proposals"."note_in") between 1 and 500);--> statement-breakpoint
ALTER TABLE "petition_proposals" ADD CONSTRAINT "petition_proposals_of_a_text" CHECK (num_nonnulls("petition_proposals"."draft_version", "petition_proposals"."again", "petition_proposals"."locale") > 0);