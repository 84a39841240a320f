CREATE TYPE "public"."fund_outcome" AS ENUM('supports', 'declines', 'no_position', 'no_answer', 'policy', 'not_yet', 'not_sent', 'unknown');--> statement-breakpoint
ALTER TYPE "public"."reminder_kind" ADD VALUE 'fund-letter-14';--> statement-breakpoint
ALTER TYPE "public"."reminder_kind" ADD VALUE 'fund-letter-outcome';--> statement-breakpoint
ALTER TABLE "pledges" ADD COLUMN "fund_outcome" "fund_outcome" DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE "pledges" ADD COLUMN "fund_outcome_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "pledges_fund_outcomes" ON "pledges" USING btree ("campaign_id","meeting_id","fund_outcome") WHERE "pledges"."status" = 'active' and "pledges"."fund_outcome" <> 'unknown';--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_fund_outcome_of_a_fund" CHECK ("pledges"."fund_outcome" = 'unknown' or ("pledges"."kind" = 'fund' and "pledges"."confirmed_at" is not null));--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_fund_outcome_has_time" CHECK (("pledges"."fund_outcome" = 'unknown') = ("pledges"."fund_outcome_at" is null));