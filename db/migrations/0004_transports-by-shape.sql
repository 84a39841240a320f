ALTER TABLE "email_batches" DROP CONSTRAINT "email_batches_transport_known";--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_transport_known";--> statement-breakpoint
ALTER TABLE "email_batches" ADD CONSTRAINT "email_batches_transport_known" CHECK ("email_batches"."transport" ~ '^[a-z]{2,20}$');--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_transport_known" CHECK ("outbox"."transport" ~ '^[a-z]{2,20}$') NOT VALID;