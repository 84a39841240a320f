ALTER TABLE "updates" DROP CONSTRAINT "updates_pause_reason_known";--> statement-breakpoint
ALTER TABLE "updates" ADD COLUMN "followed_through" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "updates" ADD COLUMN "brought" jsonb;--> statement-breakpoint
ALTER TABLE "updates" ADD COLUMN "brought_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "letters_confirmed" ON "letters" USING btree ("campaign_id","confirmed_at") WHERE "letters"."confirmed_at" is not null;--> statement-breakpoint
CREATE INDEX "pledges_confirmed" ON "pledges" USING btree ("campaign_id","confirmed_at") WHERE "pledges"."confirmed_at" is not null;--> statement-breakpoint
CREATE INDEX "pledges_outcome" ON "pledges" USING btree ("campaign_id","outcome_at") WHERE "pledges"."outcome_at" is not null;--> statement-breakpoint
CREATE INDEX "signatures_confirmed" ON "signatures" USING btree ("campaign_id","confirmed_at") WHERE "signatures"."confirmed_at" is not null;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_pause_reason_known" CHECK ("updates"."pause_reason" in ('organizer', 'quota', 'provider', 'bounces', 'complaints', 'not-ready',
          'differs', 'restored'));