ALTER TABLE "deliveries" ADD COLUMN "transport" text;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "unanswered_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_transport_known" CHECK ("deliveries"."transport" in ('resend', 'smtp', 'file'));