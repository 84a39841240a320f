ALTER TYPE "public"."delivery_template" ADD VALUE 'approval-withdrawn';--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_approval_request_given";--> statement-breakpoint
ALTER TABLE "approval_requests" ADD COLUMN "sent_back_to" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "approval_requests" ADD COLUMN "dealt_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "approval_requests" ADD CONSTRAINT "approval_requests_dealt_was_sent_back" CHECK ("approval_requests"."sent_back_at" is not null or "approval_requests"."dealt_at" is null);--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_approval_request_given" CHECK (("deliveries"."template"::text in ('approval-asked', 'approval-sent-back', 'approval-withdrawn')) = ("deliveries"."approval_request_id" is not null));