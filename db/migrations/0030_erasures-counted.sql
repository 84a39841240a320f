CREATE TABLE "erasure_mark" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"log_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"number" bigint DEFAULT 0 NOT NULL,
	"opened" boolean DEFAULT false NOT NULL,
	"marked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "erasure_mark_is_one_row" CHECK ("erasure_mark"."only")
);
--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_one_recipient";--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "sealed_to" "bytea";--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "sealed_key_id" text;--> statement-breakpoint
CREATE INDEX "outbox_sealed" ON "outbox" USING btree ("created_at") WHERE "outbox"."sealed_to" is not null;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_sealed_until_sent" CHECK (num_nonnulls("outbox"."sealed_to", "outbox"."sealed_key_id")
        = case when "outbox"."template"::text = 'data-erased' and "outbox"."state" in ('queued', 'claimed') then 2 else 0 end);--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_one_recipient" CHECK (num_nonnulls("outbox"."supporter_id", "outbox"."organizer_id", "outbox"."letter_recipient_id")
        = case "outbox"."template"::text when 'data-erased' then 0 else 1 end);