ALTER TYPE "public"."delivery_template" ADD VALUE 'notice-held';--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "held_notice_id" bigint;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_held_notice_id_petition_notices_id_fk" FOREIGN KEY ("held_notice_id") REFERENCES "public"."petition_notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_held_notice_given" CHECK (("deliveries"."template"::text = 'notice-held') = ("deliveries"."held_notice_id" is not null));