ALTER TABLE "campaigns" ADD COLUMN "draft" jsonb;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "place" smallint;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "draft" jsonb;