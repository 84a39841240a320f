ALTER TABLE "letter_names" ADD COLUMN "approved_sha256" "bytea";--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "approved_sha256" "bytea";--> statement-breakpoint
ALTER TABLE "packs" ADD COLUMN "discarded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "packs" ADD COLUMN "discarded_by_id" uuid;--> statement-breakpoint
ALTER TABLE "supporters" ADD COLUMN "corrected_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "packs" ADD CONSTRAINT "packs_discarded_by_id_organizers_id_fk" FOREIGN KEY ("discarded_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packs" ADD CONSTRAINT "packs_discarded_was_made" CHECK ("packs"."discarded_at" is null or ("packs"."made_at" is not null and "packs"."handed_over_at" is null));