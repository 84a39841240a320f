-- Requests to undo that nobody has approved lapse.
UPDATE "bulk_invalidations" SET "undo_asked_at" = NULL, "undo_asked_by_id" = NULL WHERE "undo_approved_at" IS NULL AND "undone_at" IS NULL;--> statement-breakpoint
UPDATE "approval_requests" SET "dealt_at" = now() WHERE "kind" = 'bulk-undo' AND "sent_back_at" IS NOT NULL AND "dealt_at" IS NULL;--> statement-breakpoint
ALTER TABLE "bulk_invalidations" DROP CONSTRAINT "bulk_invalidations_undo_never_approved_by_who_asked";--> statement-breakpoint
ALTER TABLE "bulk_invalidations" DROP CONSTRAINT "bulk_invalidations_undo_approved_by_id_organizers_id_fk";
--> statement-breakpoint
DROP INDEX "bulk_invalidations_to_undo";--> statement-breakpoint
CREATE INDEX "bulk_invalidations_to_undo" ON "bulk_invalidations" USING btree ("id") WHERE "bulk_invalidations"."undo_asked_at" is not null and "bulk_invalidations"."undone_at" is null;--> statement-breakpoint
ALTER TABLE "bulk_invalidations" DROP COLUMN "undo_approved_at";--> statement-breakpoint
ALTER TABLE "bulk_invalidations" DROP COLUMN "undo_approved_by_id";--> statement-breakpoint
ALTER TABLE "bulk_invalidations" DROP COLUMN "undo_begun_at";--> statement-breakpoint
ALTER TABLE "bulk_invalidations" DROP COLUMN "undo_approved_alone";--> statement-breakpoint
ALTER TABLE "bulk_invalidations" ADD CONSTRAINT "bulk_invalidations_undone_once_over" CHECK ("bulk_invalidations"."undo_asked_at" is null or "bulk_invalidations"."finished_at" is not null or "bulk_invalidations"."cancelled_at" is not null);