-- Each statement adds the emails that it moved to one of 16 slots an update: states and erased people add up to the
-- audience at every instant.
CREATE OR REPLACE FUNCTION count_update_mails() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT FROM added WHERE template = 'update') THEN RETURN NULL; END IF;
    INSERT INTO update_counts AS c (update_id, slot, queued, claimed, accepted, delivered, delayed, bounced, complained, suppressed, skipped, failed, unknown, erased, hard_bounced)
    SELECT update_id, (pg_backend_pid() % 16)::smallint,
      coalesce(sum(n) FILTER (WHERE state = 'queued'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'claimed'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'accepted'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'delivered'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'delayed'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'bounced'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'complained'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'suppressed'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'skipped'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'failed'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'unknown'), 0),
      0, coalesce(sum(n) FILTER (WHERE state = 'bounced' AND problem = 'hard-bounce'), 0)
    FROM (SELECT update_id, state, problem, 1 AS n FROM added WHERE template = 'update') AS moved GROUP BY update_id ORDER BY update_id
    ON CONFLICT (update_id, slot) DO UPDATE SET
      queued = c.queued + excluded.queued,
      claimed = c.claimed + excluded.claimed,
      accepted = c.accepted + excluded.accepted,
      delivered = c.delivered + excluded.delivered,
      delayed = c.delayed + excluded.delayed,
      bounced = c.bounced + excluded.bounced,
      complained = c.complained + excluded.complained,
      suppressed = c.suppressed + excluded.suppressed,
      skipped = c.skipped + excluded.skipped,
      failed = c.failed + excluded.failed,
      unknown = c.unknown + excluded.unknown,
      erased = c.erased + excluded.erased,
      hard_bounced = c.hard_bounced + excluded.hard_bounced;
  ELSIF TG_OP = 'UPDATE' THEN
    IF NOT EXISTS (SELECT FROM added WHERE template = 'update')
      AND NOT EXISTS (SELECT FROM removed WHERE template = 'update') THEN RETURN NULL; END IF;
    INSERT INTO update_counts AS c (update_id, slot, queued, claimed, accepted, delivered, delayed, bounced, complained, suppressed, skipped, failed, unknown, erased, hard_bounced)
    SELECT update_id, (pg_backend_pid() % 16)::smallint,
      coalesce(sum(n) FILTER (WHERE state = 'queued'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'claimed'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'accepted'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'delivered'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'delayed'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'bounced'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'complained'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'suppressed'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'skipped'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'failed'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'unknown'), 0),
      0, coalesce(sum(n) FILTER (WHERE state = 'bounced' AND problem = 'hard-bounce'), 0)
    FROM (SELECT a.update_id, a.state, a.problem, 1 AS n FROM added a WHERE a.template = 'update'
      UNION ALL SELECT r.update_id, r.state, r.problem, -1 FROM removed r WHERE r.template = 'update') AS moved GROUP BY update_id ORDER BY update_id
    ON CONFLICT (update_id, slot) DO UPDATE SET
      queued = c.queued + excluded.queued,
      claimed = c.claimed + excluded.claimed,
      accepted = c.accepted + excluded.accepted,
      delivered = c.delivered + excluded.delivered,
      delayed = c.delayed + excluded.delayed,
      bounced = c.bounced + excluded.bounced,
      complained = c.complained + excluded.complained,
      suppressed = c.suppressed + excluded.suppressed,
      skipped = c.skipped + excluded.skipped,
      failed = c.failed + excluded.failed,
      unknown = c.unknown + excluded.unknown,
      erased = c.erased + excluded.erased,
      hard_bounced = c.hard_bounced + excluded.hard_bounced;
  ELSE
    INSERT INTO update_counts AS c (update_id, slot, queued, claimed, accepted, delivered, delayed, bounced, complained, suppressed, skipped, failed, unknown, erased, hard_bounced)
    SELECT update_id, (pg_backend_pid() % 16)::smallint,
      coalesce(sum(n) FILTER (WHERE state = 'queued'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'claimed'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'accepted'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'delivered'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'delayed'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'bounced'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'complained'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'suppressed'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'skipped'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'failed'), 0),
      coalesce(sum(n) FILTER (WHERE state = 'unknown'), 0),
      count(*), coalesce(sum(n) FILTER (WHERE state = 'bounced' AND problem = 'hard-bounce'), 0)
    FROM (SELECT update_id, state, problem, -1 AS n FROM removed WHERE template = 'update') AS moved GROUP BY update_id ORDER BY update_id
    ON CONFLICT (update_id, slot) DO UPDATE SET
      queued = c.queued + excluded.queued,
      claimed = c.claimed + excluded.claimed,
      accepted = c.accepted + excluded.accepted,
      delivered = c.delivered + excluded.delivered,
      delayed = c.delayed + excluded.delayed,
      bounced = c.bounced + excluded.bounced,
      complained = c.complained + excluded.complained,
      suppressed = c.suppressed + excluded.suppressed,
      skipped = c.skipped + excluded.skipped,
      failed = c.failed + excluded.failed,
      unknown = c.unknown + excluded.unknown,
      erased = c.erased + excluded.erased,
      hard_bounced = c.hard_bounced + excluded.hard_bounced;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER outbox_counted_on_insert AFTER INSERT ON outbox
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_update_mails();
CREATE OR REPLACE TRIGGER outbox_counted_on_update AFTER UPDATE ON outbox
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_update_mails();
CREATE OR REPLACE TRIGGER outbox_counted_on_delete AFTER DELETE ON outbox
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_update_mails();

-- From its approval on, an update keeps its words in every language, its audience and whether it has a page.
CREATE OR REPLACE FUNCTION keep_approved_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM updates WHERE id IN (new.update_id, old.update_id)
      AND (approved_at IS NOT NULL OR state <> 'draft')) THEN
    RAISE EXCEPTION 'the words of an approved update stay as they are' USING ERRCODE = 'check_violation';
  END IF;
  RETURN coalesce(new, old);
END $$;

CREATE OR REPLACE TRIGGER update_texts_kept BEFORE INSERT OR UPDATE OR DELETE ON update_texts
  FOR EACH ROW EXECUTE FUNCTION keep_approved_update();

CREATE OR REPLACE FUNCTION keep_update_decisions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audience and the page of an approved update stay as they are' USING ERRCODE = 'check_violation';
END $$;

CREATE OR REPLACE TRIGGER updates_decisions_kept BEFORE UPDATE ON updates FOR EACH ROW
  WHEN ((old.campaign_id, old.number) IS DISTINCT FROM (new.campaign_id, new.number)
    OR (old.approved_at IS NOT NULL AND (new.approved_at IS NOT NULL OR new.state <> 'draft')
      AND (old.audience, old.in_archive) IS DISTINCT FROM (new.audience, new.in_archive)))
  EXECUTE FUNCTION keep_update_decisions();
