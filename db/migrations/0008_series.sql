ALTER TABLE "updates" DROP CONSTRAINT "updates_pause_reason_known";--> statement-breakpoint
ALTER TABLE "updates" ADD COLUMN "followed_through" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "updates" ADD COLUMN "brought" jsonb;--> statement-breakpoint
ALTER TABLE "updates" ADD COLUMN "brought_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_pause_reason_known" CHECK ("updates"."pause_reason" in ('organizer', 'quota', 'provider', 'bounces', 'complaints', 'not-ready',
          'differs', 'restored'));