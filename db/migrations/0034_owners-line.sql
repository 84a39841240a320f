ALTER TYPE "public"."reminder_kind" ADD VALUE 'vote-tomorrow';--> statement-breakpoint
ALTER TYPE "public"."pledge_outcome" ADD VALUE 'voted';--> statement-breakpoint
ALTER TABLE "campaign_companies" ADD COLUMN "owners_line_until" date;