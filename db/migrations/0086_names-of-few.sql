-- Whoever wrote a letter or pledged is one of fifty: the names of those few have an index of their own, so that a search
-- among letters or pledges does not go through the names of all who signed.
ALTER TABLE "supporters" ADD COLUMN "wrote_or_pledged" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "supporters_name_of_few" ON "supporters" USING gin (lower("name") gin_trgm_ops) WHERE "supporters"."wrote_or_pledged";--> statement-breakpoint

CREATE FUNCTION note_who_wrote_or_pledged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE supporters s SET wrote_or_pledged = true
  FROM (SELECT DISTINCT supporter_id FROM added) a
  WHERE s.id = a.supporter_id AND NOT s.wrote_or_pledged;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER letters_name_their_writers AFTER INSERT ON letters
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_who_wrote_or_pledged();--> statement-breakpoint
CREATE TRIGGER pledges_name_their_holders AFTER INSERT ON pledges
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_who_wrote_or_pledged();--> statement-breakpoint

UPDATE supporters SET wrote_or_pledged = true
WHERE id IN (SELECT supporter_id FROM letters UNION SELECT supporter_id FROM pledges);
