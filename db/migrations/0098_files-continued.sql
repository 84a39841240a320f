ALTER TABLE "exports" ADD COLUMN "lease_id" uuid;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "lease_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "progress" jsonb;--> statement-breakpoint
-- What is being made or sent by a process of the version before, which renews nothing.
UPDATE exports SET lease_until = started_at + interval '1 hour'
WHERE completed_at IS NULL AND started_at > now() - interval '1 hour' AND (aborted_at IS NULL OR aborted_at < started_at);
