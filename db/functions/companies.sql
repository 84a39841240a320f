-- The company in campaigns.target_id is the first in campaign_companies. An archive brings them along.
CREATE OR REPLACE FUNCTION keep_first_company() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('undersigned.restoring', true) = 'on' THEN RETURN NULL; END IF;
  IF TG_OP = 'INSERT' THEN
    INSERT INTO campaign_companies (campaign_id, company_id, place) VALUES (new.id, new.target_id, 1);
  ELSE
    UPDATE campaign_companies SET company_id = new.target_id, meeting_id = NULL
    WHERE campaign_id = new.id AND place = 1 AND company_id <> new.target_id;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER campaigns_first_company_on_insert AFTER INSERT ON campaigns FOR EACH ROW EXECUTE FUNCTION keep_first_company();
CREATE OR REPLACE TRIGGER campaigns_first_company_on_update AFTER UPDATE OF target_id ON campaigns FOR EACH ROW
  WHEN (old.target_id <> new.target_id) EXECUTE FUNCTION keep_first_company();

-- What names no company is of the first of its campaign.
CREATE OR REPLACE FUNCTION take_first_company() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  new.company_id := (SELECT target_id FROM campaigns WHERE id = new.campaign_id);
  RETURN new;
END $$;

CREATE OR REPLACE TRIGGER letters_company BEFORE INSERT ON letters FOR EACH ROW
  WHEN (new.company_id IS NULL) EXECUTE FUNCTION take_first_company();
CREATE OR REPLACE TRIGGER letter_recipients_company BEFORE INSERT ON letter_recipients FOR EACH ROW
  WHEN (new.company_id IS NULL) EXECUTE FUNCTION take_first_company();
CREATE OR REPLACE TRIGGER packs_company BEFORE INSERT ON packs FOR EACH ROW
  WHEN (new.company_id IS NULL) EXECUTE FUNCTION take_first_company();
CREATE OR REPLACE TRIGGER consents_company BEFORE INSERT ON consents FOR EACH ROW
  WHEN (new.company_id IS NULL AND new.purpose NOT IN ('sign', 'updates', 'public_name')) EXECUTE FUNCTION take_first_company();

-- A dispatch is to the company of its recipient.
CREATE OR REPLACE FUNCTION take_company_of_recipient() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  new.company_id := (SELECT company_id FROM letter_recipients WHERE id = new.recipient_id);
  RETURN new;
END $$;

CREATE OR REPLACE TRIGGER letter_dispatches_company BEFORE INSERT ON letter_dispatches FOR EACH ROW
  WHEN (new.company_id IS NULL) EXECUTE FUNCTION take_company_of_recipient();
