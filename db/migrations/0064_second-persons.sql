ALTER TYPE "public"."delivery_template" ADD VALUE 'approver-changed';--> statement-breakpoint
DROP INDEX "bulk_invalidations_to_undo";--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "right_held_id" bigint;--> statement-breakpoint
ALTER TABLE "letter_replies" ADD COLUMN "approved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "letter_replies" ADD COLUMN "approved_by_id" uuid;--> statement-breakpoint
ALTER TABLE "letter_replies" ADD COLUMN "approved_alone" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "rights_held" ADD COLUMN "given_by_id" uuid;--> statement-breakpoint
ALTER TABLE "rights_held" ADD COLUMN "taken_by_id" uuid;--> statement-breakpoint
ALTER TABLE "packs" ADD COLUMN "told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "packs" ADD COLUMN "told_by_id" uuid;--> statement-breakpoint
ALTER TABLE "packs" ADD COLUMN "told_handed_over_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "packs" ADD COLUMN "told_handed_over_to" text;--> statement-breakpoint
ALTER TABLE "packs" ADD COLUMN "hand_over_approved_by_id" uuid;--> statement-breakpoint
ALTER TABLE "packs" ADD COLUMN "hand_over_alone" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "bulk_invalidations" ADD COLUMN "undo_asked_by_id" uuid;--> statement-breakpoint
ALTER TABLE "bulk_invalidations" ADD COLUMN "undo_approved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "bulk_invalidations" ADD COLUMN "undo_approved_by_id" uuid;--> statement-breakpoint
ALTER TABLE "bulk_invalidations" ADD COLUMN "undo_approved_alone" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_right_held_id_rights_held_id_fk" FOREIGN KEY ("right_held_id") REFERENCES "public"."rights_held"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_replies" ADD CONSTRAINT "letter_replies_approved_by_id_organizers_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rights_held" ADD CONSTRAINT "rights_held_given_by_id_organizers_id_fk" FOREIGN KEY ("given_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rights_held" ADD CONSTRAINT "rights_held_taken_by_id_organizers_id_fk" FOREIGN KEY ("taken_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packs" ADD CONSTRAINT "packs_told_by_id_organizers_id_fk" FOREIGN KEY ("told_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packs" ADD CONSTRAINT "packs_hand_over_approved_by_id_organizers_id_fk" FOREIGN KEY ("hand_over_approved_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_invalidations" ADD CONSTRAINT "bulk_invalidations_undo_asked_by_id_organizers_id_fk" FOREIGN KEY ("undo_asked_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_invalidations" ADD CONSTRAINT "bulk_invalidations_undo_approved_by_id_organizers_id_fk" FOREIGN KEY ("undo_approved_by_id") REFERENCES "public"."organizers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_invalidations_to_undo" ON "bulk_invalidations" USING btree ("id") WHERE "bulk_invalidations"."undo_approved_at" is not null and "bulk_invalidations"."undone_at" is null;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_right_held_given" CHECK (("deliveries"."template"::text = 'approver-changed') = ("deliveries"."right_held_id" is not null));--> statement-breakpoint
ALTER TABLE "letter_replies" ADD CONSTRAINT "letter_replies_never_approved_by_who_recorded" CHECK ("letter_replies"."approved_alone" or "letter_replies"."approved_by_id" is distinct from "letter_replies"."recorded_by_id" or "letter_replies"."approved_by_id" is null);--> statement-breakpoint
ALTER TABLE "packs" ADD CONSTRAINT "packs_told_is_whole" CHECK (num_nonnulls("packs"."told_at", "packs"."told_handed_over_at", "packs"."told_handed_over_to") in (0, 3));--> statement-breakpoint
ALTER TABLE "packs" ADD CONSTRAINT "packs_told_to_length" CHECK (char_length("packs"."told_handed_over_to") between 1 and 300);--> statement-breakpoint
ALTER TABLE "packs" ADD CONSTRAINT "packs_hand_over_never_approved_by_who_told" CHECK ("packs"."hand_over_alone" or "packs"."hand_over_approved_by_id" is distinct from "packs"."handed_over_by_id" or "packs"."hand_over_approved_by_id" is null);--> statement-breakpoint
ALTER TABLE "bulk_invalidations" ADD CONSTRAINT "bulk_invalidations_undo_never_approved_by_who_asked" CHECK ("bulk_invalidations"."undo_approved_alone" or "bulk_invalidations"."undo_approved_by_id" is distinct from "bulk_invalidations"."undo_asked_by_id" or "bulk_invalidations"."undo_approved_by_id" is null);
--> statement-breakpoint
ALTER TABLE "organizer_ceremonies" DROP CONSTRAINT "organizer_ceremonies_update_id_updates_id_fk";
--> statement-breakpoint
ALTER TABLE "organizer_ceremonies" DROP CONSTRAINT "organizer_ceremonies_dispatch_id_letter_dispatches_id_fk";
--> statement-breakpoint
ALTER TABLE "organizer_ceremonies" DROP CONSTRAINT "organizer_ceremonies_pack_id_packs_id_fk";
--> statement-breakpoint
ALTER TABLE "organizer_ceremonies" DROP CONSTRAINT "organizer_ceremonies_bulk_id_bulk_invalidations_id_fk";
--> statement-breakpoint
ALTER TABLE "organizer_ceremonies" DROP COLUMN "update_id";--> statement-breakpoint
ALTER TABLE "organizer_ceremonies" DROP COLUMN "dispatch_id";--> statement-breakpoint
ALTER TABLE "organizer_ceremonies" DROP COLUMN "pack_id";--> statement-breakpoint
ALTER TABLE "organizer_ceremonies" DROP COLUMN "bulk_id";
--> statement-breakpoint
ALTER TABLE "organizer_ceremonies" ADD COLUMN "proves" text;
--> statement-breakpoint
UPDATE letter_replies SET approved_at = recorded_at, approved_alone = true;--> statement-breakpoint
UPDATE packs SET hand_over_alone = true WHERE handed_over_at IS NOT NULL;--> statement-breakpoint
UPDATE bulk_invalidations SET undo_approved_at = undo_asked_at, undo_approved_alone = true WHERE undo_asked_at IS NOT NULL;
