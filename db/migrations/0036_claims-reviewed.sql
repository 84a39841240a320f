ALTER TABLE "claims" ADD COLUMN "archive_url" text;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "review_by" date;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "reviewed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_archives_are_https" CHECK (("claims"."archive_url" is null or "claims"."archive_url" ~ '^https://')
  and not jsonb_path_exists("claims"."more_sources",
    '$[*] ? (@.archiveUrl != null && !(@.archiveUrl like_regex "^https://"))'));