ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_held_notice_id_petition_notices_id_fk";
--> statement-breakpoint
ALTER TABLE "deliveries" DROP COLUMN "held_notice_id";