ALTER TABLE "letter_dispatches" ADD COLUMN "recipient_name" text;--> statement-breakpoint
ALTER TABLE "letter_dispatches" ADD COLUMN "recipient_email" text;--> statement-breakpoint
ALTER TABLE "organizer_ceremonies" ADD COLUMN "dispatch_id" bigint;--> statement-breakpoint
ALTER TABLE "organizer_ceremonies" ADD CONSTRAINT "organizer_ceremonies_dispatch_id_letter_dispatches_id_fk" FOREIGN KEY ("dispatch_id") REFERENCES "public"."letter_dispatches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_dispatches" ADD CONSTRAINT "letter_dispatches_recipient_whole" CHECK (num_nonnulls("letter_dispatches"."recipient_name", "letter_dispatches"."recipient_email") in (0, 2));