ALTER TYPE "public"."claim_section" ADD VALUE 'thesis' BEFORE 'reported';--> statement-breakpoint
ALTER TYPE "public"."claim_section" ADD VALUE 'people' BEFORE 'reported';--> statement-breakpoint
ALTER TYPE "public"."claim_section" ADD VALUE 'conclusion';--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "handover_on" date;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "candidates" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_candidates_are_whole" CHECK (jsonb_typeof("claims"."candidates") = 'array'
  and not jsonb_path_exists("claims"."candidates", '$[*] ? (@.publisher == null || (@.url != null && !(@.url like_regex "^https://")))'));