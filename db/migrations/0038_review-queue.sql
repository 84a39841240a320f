ALTER TABLE "signature_reviews" ADD COLUMN "waiting" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "signature_reviews" ADD COLUMN "main" text GENERATED ALWAYS AS (reasons[1]) STORED;--> statement-breakpoint
CREATE INDEX "signature_reviews_waiting" ON "signature_reviews" USING btree ("campaign_id","id") WHERE "signature_reviews"."waiting";--> statement-breakpoint
CREATE INDEX "signature_reviews_waiting_main" ON "signature_reviews" USING btree ("campaign_id","main","id") WHERE "signature_reviews"."waiting";--> statement-breakpoint

-- The queue is what is held back and undecided: a page of it costs the same whoever never confirmed or has withdrawn.
-- States as text: a value that a type has just got cannot be used in the transaction that gave it.
CREATE FUNCTION move_in_review_queue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE signature_reviews SET waiting = new.state::text = 'quarantined' AND state = 'queued' WHERE signature_id = new.id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER signatures_review_queue AFTER UPDATE OF state ON signatures FOR EACH ROW
  WHEN ((old.state::text = 'quarantined') <> (new.state::text = 'quarantined'))
  EXECUTE FUNCTION move_in_review_queue();
