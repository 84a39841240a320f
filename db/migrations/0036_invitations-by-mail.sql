ALTER TYPE "public"."delivery_template" ADD VALUE IF NOT EXISTS 'organizer-invitation';--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "invitation_id" uuid;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_invitation_id_organizer_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."organizer_invitations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_invitation_given" CHECK (("deliveries"."template"::text = 'organizer-invitation') = ("deliveries"."invitation_id" is not null));--> statement-breakpoint
CREATE INDEX "deliveries_invitation" ON "deliveries" USING btree ("invitation_id") WHERE "deliveries"."invitation_id" is not null;--> statement-breakpoint
CREATE INDEX "organizer_invitations_open" ON "organizer_invitations" USING btree ("campaign_id","created_at" DESC NULLS LAST) WHERE "organizer_invitations"."used_at" is null;
