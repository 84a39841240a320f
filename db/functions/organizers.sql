CREATE OR REPLACE FUNCTION note_rights_held() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  one text;
  had boolean;
  has boolean;
BEGIN
  FOREACH one IN ARRAY ARRAY['view', 'approve', 'manage'] LOOP
    -- Everyone who belongs to a campaign may view it.
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
END $$;

CREATE OR REPLACE TRIGGER campaign_organizers_rights_held AFTER INSERT OR UPDATE OR DELETE ON campaign_organizers
FOR EACH ROW EXECUTE FUNCTION note_rights_held();
