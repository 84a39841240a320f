CREATE OR REPLACE FUNCTION record_right_periods() RETURNS trigger LANGUAGE plpgsql AS $$
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
      INSERT INTO right_periods (campaign_id, organizer_id, "right", since)
      VALUES (NEW.campaign_id, NEW.organizer_id, one, CASE TG_OP WHEN 'INSERT' THEN NEW.created_at ELSE now() END);
    ELSIF had AND NOT has THEN
      UPDATE right_periods SET until = greatest(since, now())
      WHERE campaign_id = OLD.campaign_id AND organizer_id = OLD.organizer_id AND "right" = one AND until IS NULL;
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER campaign_organizers_right_periods AFTER INSERT OR UPDATE OR DELETE ON campaign_organizers
FOR EACH ROW EXECUTE FUNCTION record_right_periods();
