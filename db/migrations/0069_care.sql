ALTER TABLE "campaigns" ADD COLUMN "care" text;--> statement-breakpoint
-- The page on privacy said it of every campaign.
UPDATE "campaigns" SET "care" = 'Authorities have used administrative subpoenas to learn who criticizes ICE.' WHERE "slug" = 'microsoft-ice';