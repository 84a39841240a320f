CREATE TABLE "names_to_look_at" (
	"signature_id" bigint PRIMARY KEY NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pack_letters" (
	"pack_id" bigint NOT NULL,
	"letter_id" bigint NOT NULL,
	"text_sha256" "bytea" NOT NULL,
	CONSTRAINT "pack_letters_pack_id_letter_id_pk" PRIMARY KEY("pack_id","letter_id"),
	CONSTRAINT "pack_letters_sha256_length" CHECK (octet_length("pack_letters"."text_sha256") = 32)
);
--> statement-breakpoint
ALTER TABLE "packs" ADD COLUMN "started_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "packs" ADD COLUMN "manifest" text;--> statement-breakpoint
ALTER TABLE "packs" ADD COLUMN "manifest_signature" "bytea";--> statement-breakpoint
ALTER TABLE "packs" ADD COLUMN "bytes" bigint;--> statement-breakpoint
ALTER TABLE "packs" ADD COLUMN "sha256" "bytea";--> statement-breakpoint
ALTER TABLE "organizer_ceremonies" ADD COLUMN "pack_id" bigint;--> statement-breakpoint
ALTER TABLE "names_to_look_at" ADD CONSTRAINT "names_to_look_at_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pack_letters" ADD CONSTRAINT "pack_letters_pack_id_packs_id_fk" FOREIGN KEY ("pack_id") REFERENCES "public"."packs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pack_letters" ADD CONSTRAINT "pack_letters_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pack_letters_letter" ON "pack_letters" USING btree ("letter_id");--> statement-breakpoint
ALTER TABLE "organizer_ceremonies" ADD CONSTRAINT "organizer_ceremonies_pack_id_packs_id_fk" FOREIGN KEY ("pack_id") REFERENCES "public"."packs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packs" ADD CONSTRAINT "packs_made_is_signed" CHECK (num_nonnulls("packs"."made_at", "packs"."manifest", "packs"."manifest_signature", "packs"."bytes", "packs"."sha256") in (0, 5));--> statement-breakpoint
ALTER TABLE "packs" ADD CONSTRAINT "packs_handed_over_was_made" CHECK ("packs"."handed_over_at" is null or "packs"."made_at" is not null and "packs"."handed_over_at" >= "packs"."made_at");--> statement-breakpoint

-- A name waits to be looked at from the moment in which it may be handed over, whoever makes it so: its signature is
-- confirmed, its person agrees, or it is changed.
CREATE FUNCTION look_at_name_of_signature() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO names_to_look_at (signature_id)
  SELECT new.id WHERE EXISTS (SELECT FROM consents WHERE supporter_id = new.supporter_id AND campaign_id = new.campaign_id
    AND purpose = 'deliver_to_company' AND revoked_at IS NULL)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER signatures_name_on_insert AFTER INSERT ON signatures FOR EACH ROW
  WHEN (new.state = 'confirmed') EXECUTE FUNCTION look_at_name_of_signature();--> statement-breakpoint
CREATE TRIGGER signatures_name_on_confirm AFTER UPDATE OF state ON signatures FOR EACH ROW
  WHEN (new.state = 'confirmed' AND old.state <> 'confirmed') EXECUTE FUNCTION look_at_name_of_signature();--> statement-breakpoint
CREATE FUNCTION look_at_name_of_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO names_to_look_at (signature_id)
  SELECT id FROM signatures WHERE supporter_id = new.supporter_id AND campaign_id = new.campaign_id AND state = 'confirmed'
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER consents_name AFTER INSERT ON consents FOR EACH ROW
  WHEN (new.purpose = 'deliver_to_company') EXECUTE FUNCTION look_at_name_of_consent();--> statement-breakpoint
CREATE FUNCTION look_at_changed_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO names_to_look_at (signature_id)
  SELECT s.id FROM signatures s JOIN consents c ON c.supporter_id = s.supporter_id AND c.campaign_id = s.campaign_id
    AND c.purpose = 'deliver_to_company' AND c.revoked_at IS NULL
  WHERE s.supporter_id = new.id AND s.state = 'confirmed'
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER supporters_name AFTER UPDATE OF name ON supporters FOR EACH ROW
  WHEN (new.name <> old.name) EXECUTE FUNCTION look_at_changed_name();--> statement-breakpoint
INSERT INTO names_to_look_at (signature_id)
SELECT s.id FROM signatures s JOIN consents c ON c.supporter_id = s.supporter_id AND c.campaign_id = s.campaign_id
  AND c.purpose = 'deliver_to_company' AND c.revoked_at IS NULL
WHERE s.state = 'confirmed';--> statement-breakpoint

-- What was made stays what was made.
CREATE TRIGGER packs_stay BEFORE UPDATE ON packs FOR EACH ROW
  WHEN (old.campaign_id <> new.campaign_id OR old.number <> new.number
    OR (old.made_at IS NOT NULL
      AND (old.made_at, old.signatures, old.letters, old.manifest, old.manifest_signature, old.bytes, old.sha256)
        IS DISTINCT FROM (new.made_at, new.signatures, new.letters, new.manifest, new.manifest_signature, new.bytes, new.sha256)))
  EXECUTE FUNCTION refuse_other_words();
