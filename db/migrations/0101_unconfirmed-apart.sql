DROP INDEX "pledges_one_pending";--> statement-breakpoint
DROP INDEX "letters_one_at_a_time";--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "said_name" text;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "said_country" text;--> statement-breakpoint
ALTER TABLE "pledges" ADD COLUMN "said_name" text;--> statement-breakpoint
ALTER TABLE "pledges" ADD COLUMN "said_country" text;--> statement-breakpoint
CREATE INDEX "letters_unconfirmed" ON "letters" USING btree ("supporter_id","campaign_id") WHERE "letters"."state" = 'email_pending';--> statement-breakpoint
CREATE UNIQUE INDEX "letters_one_at_a_time" ON "letters" USING btree ("campaign_id","supporter_id") WHERE "letters"."state" in ('confirmed', 'queued');--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_said_while_unconfirmed" CHECK ("letters"."state" = 'email_pending' or "letters"."said_name" is null);--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_said_whole" CHECK (num_nonnulls("letters"."said_name", "letters"."said_country") in (0, 2));--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_said_shape" CHECK (char_length("letters"."said_name") between 1 and 120 and "letters"."said_name" !~ '[[:cntrl:]]' and "letters"."said_country" ~ '^[A-Z]{2}$');--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_said_while_unconfirmed" CHECK ("pledges"."status" = 'email_pending' or "pledges"."said_name" is null);--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_said_whole" CHECK (num_nonnulls("pledges"."said_name", "pledges"."said_country") in (0, 2));--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_said_shape" CHECK (char_length("pledges"."said_name") between 1 and 120 and "pledges"."said_name" !~ '[[:cntrl:]]' and "pledges"."said_country" ~ '^[A-Z]{2}$');