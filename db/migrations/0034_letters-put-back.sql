CREATE TABLE "returned_letters" (
	"letter_id" bigint NOT NULL,
	"part_id" bigint NOT NULL,
	"sent_sha256" "bytea",
	"handed_over_at" timestamp with time zone,
	"returned_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "returned_letters_letter_id_part_id_pk" PRIMARY KEY("letter_id","part_id"),
	CONSTRAINT "returned_letters_sha256_length" CHECK (octet_length("returned_letters"."sent_sha256") = 32)
);
--> statement-breakpoint
CREATE TABLE "returned_names" (
	"signature_id" bigint NOT NULL,
	"part_id" bigint NOT NULL,
	"returned_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "returned_names_signature_id_part_id_pk" PRIMARY KEY("signature_id","part_id")
);
--> statement-breakpoint
ALTER TABLE "letter_dispatches" DROP CONSTRAINT "letter_dispatches_pause_reason_known";--> statement-breakpoint
ALTER TABLE "letter_dispatches" ADD COLUMN "approved_frame" jsonb;--> statement-breakpoint
ALTER TABLE "returned_letters" ADD CONSTRAINT "returned_letters_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returned_letters" ADD CONSTRAINT "returned_letters_part_id_letter_parts_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."letter_parts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returned_names" ADD CONSTRAINT "returned_names_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returned_names" ADD CONSTRAINT "returned_names_part_id_letter_parts_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."letter_parts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "returned_letters_part" ON "returned_letters" USING btree ("part_id");--> statement-breakpoint
CREATE INDEX "returned_names_part" ON "returned_names" USING btree ("part_id");--> statement-breakpoint
CREATE INDEX "letters_withdrawn_after" ON "letters" USING btree ("campaign_id") WHERE "letters"."state" = 'withdrawn' and "letters"."handed_over_at" is not null;--> statement-breakpoint
ALTER TABLE "letter_dispatches" ADD CONSTRAINT "letter_dispatches_pause_reason_known" CHECK ("letter_dispatches"."pause_reason" in ('organizer', 'bounces', 'recipient', 'approver', 'differs', 'provider', 'quota', 'not-ready', 'too-large', 'restored'));--> statement-breakpoint

-- What was approved before this is taken as it is now: nobody looked at it under another rule.
UPDATE letter_dispatches x SET approved_frame = jsonb_build_object('office-name', r.name, 'office-email', r.email,
  'office-postal', r.postal_address, 'title', c.title, 'operator', c.operator, 'postal-address', c.postal_address,
  'reply-to', c.contact_email, 'funding', c.funding_line)
FROM letter_recipients r, campaigns c
WHERE x.approved_at IS NOT NULL AND x.state IN ('draft', 'sending', 'paused') AND r.id = x.recipient_id AND c.id = x.campaign_id;--> statement-breakpoint

-- What becomes of a mail to the company becomes of the letters in it. `skipped`: nothing was handed over. Names of a mail
-- that did not arrive wait for the next annex. Is it told to have arrived after all, they and the letters that were put
-- back are its own again, unless they are in another mail that was handed over since.
CREATE OR REPLACE FUNCTION move_letters_with_mail() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part letter_parts;
  became letter_state;
BEGIN
  became := CASE new.state
    WHEN 'accepted' THEN 'sent' WHEN 'delayed' THEN 'sent' WHEN 'delivered' THEN 'accepted'
    WHEN 'complained' THEN 'accepted' WHEN 'bounced' THEN 'bounced' WHEN 'failed' THEN 'bounced'
    WHEN 'suppressed' THEN 'bounced' WHEN 'unknown' THEN 'unknown' WHEN 'skipped' THEN 'confirmed' END::letter_state;
  IF became IS NULL THEN RETURN NULL; END IF;
  IF became = 'sent' AND new.transport = 'file' THEN became := 'filed'; END IF;
  SELECT * INTO part FROM letter_parts WHERE id = new.letter_part_id;
  PERFORM set_config('undersigned.delivery', new.id::text, true),
    set_config('undersigned.problem', coalesce(new.problem, CASE new.state WHEN 'delivered' THEN '' WHEN 'accepted' THEN '' ELSE new.state::text END), true);
  UPDATE letters SET state = became,
    dispatch_id = CASE became WHEN 'confirmed' THEN NULL ELSE dispatch_id END,
    sent_sha256 = CASE became WHEN 'confirmed' THEN NULL ELSE sent_sha256 END,
    handed_over_at = CASE became WHEN 'confirmed' THEN NULL ELSE handed_over_at END
  WHERE id = ANY (part.letter_ids) AND dispatch_id = part.dispatch_id AND state <> became
    AND state IN ('queued', 'filed', 'sent', 'accepted', 'bounced', 'unknown');
  IF became = 'bounced' THEN
    WITH back AS (
      DELETE FROM letter_names WHERE dispatch_id = part.dispatch_id AND signature_id = ANY (part.signature_ids)
      RETURNING signature_id)
    INSERT INTO returned_names (signature_id, part_id) SELECT signature_id, part.id FROM back ON CONFLICT DO NOTHING;
  ELSIF became = 'accepted' THEN
    WITH late AS (DELETE FROM returned_names WHERE part_id = part.id RETURNING signature_id)
    INSERT INTO letter_names AS n (signature_id, dispatch_id) SELECT signature_id, part.dispatch_id FROM late
    ON CONFLICT (signature_id) DO UPDATE SET dispatch_id = excluded.dispatch_id, approved_sha256 = NULL
    WHERE NOT EXISTS (SELECT FROM letter_parts p WHERE p.dispatch_id = n.dispatch_id
      AND n.signature_id = ANY (p.signature_ids) AND p.frozen_at IS NOT NULL);
    UPDATE letters l SET state = CASE l.state WHEN 'withdrawn' THEN l.state ELSE became END,
      dispatch_id = part.dispatch_id, sent_sha256 = b.sent_sha256, handed_over_at = b.handed_over_at
    FROM returned_letters b
    WHERE b.part_id = part.id AND l.id = b.letter_id AND b.sent_sha256 IS NOT NULL AND b.handed_over_at IS NOT NULL
      AND l.state IN ('confirmed', 'queued', 'withdrawn') AND l.handed_over_at IS NULL;
  END IF;
  PERFORM set_config('undersigned.delivery', '', true), set_config('undersigned.problem', '', true);
  RETURN NULL;
END $$;--> statement-breakpoint
WITH back AS (
  INSERT INTO returned_names (signature_id, part_id)
  SELECT n.signature_id, p.id FROM letter_names n
  JOIN letter_parts p ON p.dispatch_id = n.dispatch_id AND n.signature_id = ANY (p.signature_ids)
  JOIN deliveries d ON d.letter_part_id = p.id AND d.state IN ('bounced', 'failed', 'suppressed')
  RETURNING signature_id)
DELETE FROM letter_names WHERE signature_id IN (SELECT signature_id FROM back);--> statement-breakpoint

-- The ledger tells as well that a withdrawn letter had been handed over, when that comes to light afterwards.
CREATE OR REPLACE FUNCTION note_letters() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  mail bigint := nullif(current_setting('undersigned.delivery', true), '')::bigint;
  why text := nullif(current_setting('undersigned.problem', true), '');
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO letter_events (letter_id, event) SELECT id, state::text FROM added ORDER BY id;
    INSERT INTO letter_events (letter_id, event, problem)
    SELECT id, 'held', held_reason FROM added WHERE held_reason IS NOT NULL ORDER BY id;
    RETURN NULL;
  END IF;
  INSERT INTO letter_events (letter_id, event, delivery_id, problem)
  SELECT n.id, n.state::text, mail, CASE WHEN n.state = 'refused' THEN n.moderation_reason ELSE why END
  FROM added n JOIN removed o USING (id) WHERE n.state <> o.state ORDER BY n.id;
  INSERT INTO letter_events (letter_id, event, delivery_id, problem)
  SELECT n.id, 'sent', mail, why FROM added n JOIN removed o USING (id)
  WHERE n.state = 'withdrawn' AND o.state = 'withdrawn' AND n.handed_over_at IS NOT NULL AND o.handed_over_at IS NULL ORDER BY n.id;
  INSERT INTO letter_events (letter_id, event, problem)
  SELECT n.id, 'held', n.held_reason FROM added n JOIN removed o USING (id)
  WHERE n.held_reason IS NOT NULL AND o.held_reason IS NULL ORDER BY n.id;
  INSERT INTO letter_events (letter_id, event)
  SELECT n.id, 'released' FROM added n JOIN removed o USING (id)
  WHERE n.held_reason IS NOT NULL AND n.moderated_at IS NOT NULL AND o.moderated_at IS NULL AND n.state <> 'refused' ORDER BY n.id;
  INSERT INTO letter_events (letter_id, event, problem)
  SELECT n.id, n.publication::text, CASE n.publication WHEN 'hidden' THEN n.moderation_reason END
  FROM added n JOIN removed o USING (id)
  WHERE n.publication <> o.publication AND n.publication IN ('published', 'hidden') ORDER BY n.id;
  RETURN NULL;
END $$;
