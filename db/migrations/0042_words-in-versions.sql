ALTER TABLE "campaign_changes" ADD COLUMN "stage" text DEFAULT 'public' NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "sender_address" text;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "reply_to" text;--> statement-breakpoint
ALTER TABLE "corrections" ADD COLUMN "kind" text DEFAULT 'statement' NOT NULL;--> statement-breakpoint
ALTER TABLE "petition_versions" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "campaign_changes" ADD CONSTRAINT "campaign_changes_stage_known" CHECK ("campaign_changes"."stage" in ('draft', 'public'));--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_kind_known" CHECK ("corrections"."kind" in ('statement', 'figure', 'source', 'wording', 'removed'));--> statement-breakpoint
ALTER TABLE "petition_versions" ADD CONSTRAINT "petition_versions_note_of_same_meaning" CHECK ("petition_versions"."note" is null or "petition_versions"."same_meaning_as" is not null);