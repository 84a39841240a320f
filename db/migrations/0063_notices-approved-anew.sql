DROP TRIGGER petition_notices_never_edited ON petition_notices;--> statement-breakpoint
CREATE TRIGGER petition_notices_never_edited BEFORE UPDATE ON petition_notices
  FOR EACH ROW WHEN (old.change <> new.change OR old.version <> new.version OR old.campaign_id <> new.campaign_id
    OR old.approved_at IS NOT NULL AND new.approved_at IS DISTINCT FROM old.approved_at
      AND old.held_at IS NULL AND old.queued_through > 0)
  EXECUTE FUNCTION refuse_move();
