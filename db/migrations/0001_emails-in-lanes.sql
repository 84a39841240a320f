-- Locks the table for a moment each and reads no row: the default of a new column is stored once, and the next migration
-- compares the rows with the constraints.
CREATE TYPE "public"."email_lane" AS ENUM('asked', 'free', 'bulk');--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "lane" "email_lane" DEFAULT 'free' NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_update_given";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_pledge_given";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_reminder_given";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_letter_given";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_dispatch_given";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_letter_part_given";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_invitation_given";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_notice_given";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_held_notice_given";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_right_held_given";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_refusal_warning_given";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_approval_request_given";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_update_to_supporter";--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_about_one_thing" CHECK (num_nonnulls(coalesce("deliveries"."notice_id", "deliveries"."signature_id"), "deliveries"."pledge_id", "deliveries"."letter_id", "deliveries"."update_id", "deliveries"."dispatch_id", "deliveries"."letter_part_id", "deliveries"."ceremony_id", "deliveries"."invitation_id", "deliveries"."right_held_id", "deliveries"."refusal_warning_id", "deliveries"."approval_request_id") <= 1) NOT VALID;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_reminder_of_pledge" CHECK ("deliveries"."reminder" is null or "deliveries"."pledge_id" is not null) NOT VALID;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_part_to_office" CHECK (("deliveries"."letter_part_id" is null) = ("deliveries"."letter_recipient_id" is null)) NOT VALID;
