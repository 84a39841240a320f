CREATE TYPE "public"."proposer" AS ENUM('company', 'shareholder');--> statement-breakpoint
ALTER TABLE "ballot_items" ADD COLUMN "proposed_by" "proposer";