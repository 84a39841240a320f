ALTER TABLE "rights_held" DROP CONSTRAINT "rights_held_known";--> statement-breakpoint
ALTER TABLE "rights_held" ADD COLUMN "noted_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "rights_held" ADD CONSTRAINT "rights_held_known" CHECK ("rights_held"."right" in ('view', 'approve', 'manage'));--> statement-breakpoint
CREATE OR REPLACE FUNCTION note_rights_held() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  one text;
  had boolean;
  has boolean;
BEGIN
  FOREACH one IN ARRAY ARRAY['view', 'approve', 'manage'] LOOP
    -- Whoever belongs to a campaign may view it, whatever else they may.
    had := TG_OP <> 'INSERT' AND (one = 'view' OR OLD.role = 'owner' OR one = ANY (OLD.rights));
    has := TG_OP <> 'DELETE' AND (one = 'view' OR NEW.role = 'owner' OR one = ANY (NEW.rights));
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
INSERT INTO rights_held (campaign_id, organizer_id, "right", since, given_by_operator)
SELECT m.campaign_id, m.organizer_id, 'view', m.created_at, EXISTS (
  SELECT FROM rights_held h WHERE h.campaign_id = m.campaign_id AND h.organizer_id = m.organizer_id
    AND h.since = m.created_at AND h.given_by_operator)
FROM campaign_organizers m;
