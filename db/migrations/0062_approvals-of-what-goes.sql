CREATE TABLE "rights_held" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rights_held_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"campaign_id" integer NOT NULL,
	"organizer_id" uuid NOT NULL,
	"right" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"until" timestamp with time zone,
	"given_by_operator" boolean DEFAULT false NOT NULL,
	"taken_by_operator" boolean DEFAULT false NOT NULL,
	CONSTRAINT "rights_held_known" CHECK ("rights_held"."right" in ('approve', 'manage'))
);
--> statement-breakpoint
ALTER TABLE "updates" DROP CONSTRAINT "updates_approved_before_they_go";--> statement-breakpoint
ALTER TABLE "updates" DROP CONSTRAINT "updates_pause_reason_known";--> statement-breakpoint
ALTER TABLE "petition_notices" ADD COLUMN "asked_frame" jsonb;--> statement-breakpoint
ALTER TABLE "petition_notices" ADD COLUMN "approved_frame" jsonb;--> statement-breakpoint
ALTER TABLE "petition_notices" ADD COLUMN "held_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "updates" ADD COLUMN "submitted_frame" jsonb;--> statement-breakpoint
ALTER TABLE "updates" ADD COLUMN "approved_frame" jsonb;--> statement-breakpoint
ALTER TABLE "rights_held" ADD CONSTRAINT "rights_held_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rights_held" ADD CONSTRAINT "rights_held_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "rights_held_now" ON "rights_held" USING btree ("campaign_id","organizer_id","right") WHERE "rights_held"."until" is null;--> statement-breakpoint
CREATE INDEX "rights_held_of_campaign" ON "rights_held" USING btree ("campaign_id","right");--> statement-breakpoint
CREATE INDEX "rights_held_of_organizer" ON "rights_held" USING btree ("organizer_id");--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_approved_before_they_go" CHECK ("updates"."state" in ('draft', 'cancelled') or ("updates"."state" = 'paused' and "updates"."pause_reason" = 'differs')
        or ("updates"."approved_at" is not null and "updates"."approved_sha256" is not null));--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_pause_reason_known" CHECK ("updates"."pause_reason" in ('organizer', 'quota', 'provider', 'bounces', 'complaints', 'not-ready', 'differs'));--> statement-breakpoint
CREATE FUNCTION note_rights_held() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  one text;
  had boolean;
  has boolean;
BEGIN
  FOREACH one IN ARRAY ARRAY['approve', 'manage'] LOOP
    had := TG_OP <> 'INSERT' AND (OLD.role = 'owner' OR one = ANY (OLD.rights));
    has := TG_OP <> 'DELETE' AND (NEW.role = 'owner' OR one = ANY (NEW.rights));
    IF has AND NOT had THEN
      INSERT INTO rights_held (campaign_id, organizer_id, "right", since)
      VALUES (NEW.campaign_id, NEW.organizer_id, one, CASE TG_OP WHEN 'INSERT' THEN NEW.created_at ELSE now() END);
    ELSIF had AND NOT has THEN
      UPDATE rights_held SET until = greatest(since, now())
      WHERE campaign_id = OLD.campaign_id AND organizer_id = OLD.organizer_id AND "right" = one AND until IS NULL;
    END IF;
  END LOOP;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER campaign_organizers_rights_held AFTER INSERT OR UPDATE OR DELETE ON campaign_organizers
FOR EACH ROW EXECUTE FUNCTION note_rights_held();--> statement-breakpoint
INSERT INTO rights_held (campaign_id, organizer_id, "right", since)
SELECT m.campaign_id, m.organizer_id, r.one, m.created_at
FROM campaign_organizers m CROSS JOIN (VALUES ('approve'), ('manage')) AS r (one)
WHERE m.role = 'owner' OR r.one = ANY (m.rights);
