ALTER TABLE "email_batches" ALTER COLUMN "update_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "together" smallint DEFAULT 100 NOT NULL;--> statement-breakpoint
CREATE INDEX "email_batches_of_no_update" ON "email_batches" USING btree ("due_at") WHERE "email_batches"."state" = 'frozen' and "email_batches"."update_id" is null;