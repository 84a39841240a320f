-- The queue holds what is quarantined and undecided, so that a page of it costs the same however many never confirmed or
-- have withdrawn.
CREATE OR REPLACE FUNCTION move_in_review_queue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE signature_reviews SET waiting = new.state::text = 'quarantined' AND state = 'queued' WHERE signature_id = new.id;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER signatures_review_queue AFTER UPDATE OF state ON signatures FOR EACH ROW
  WHEN ((old.state::text = 'quarantined') <> (new.state::text = 'quarantined'))
  EXECUTE FUNCTION move_in_review_queue();

-- What was approved is what is carried out.
CREATE OR REPLACE FUNCTION keep_bulk_conditions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the conditions of a bulk invalidation stay as they were asked for' USING ERRCODE = 'check_violation';
END $$;

CREATE OR REPLACE TRIGGER bulk_invalidations_stay BEFORE UPDATE ON bulk_invalidations FOR EACH ROW
  WHEN (((old.campaign_id, old.number, old.up_to_id, old.asked_by_id)
      IS DISTINCT FROM (new.campaign_id, new.number, new.up_to_id, new.asked_by_id)
    OR (old.conditions IS DISTINCT FROM new.conditions AND new.conditions IS DISTINCT FROM
      CASE jsonb_typeof(old.conditions) WHEN 'object' THEN jsonb_set(old.conditions, '{block}', '"gone"') END))
    AND new.asked_by_id IS NOT NULL)
  EXECUTE FUNCTION keep_bulk_conditions();
