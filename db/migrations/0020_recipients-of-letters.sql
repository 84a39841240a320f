ALTER TABLE "letter_recipients" ADD COLUMN "opened_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "recipient_id" bigint;--> statement-breakpoint
ALTER TABLE "letter_recipients" ADD CONSTRAINT "letter_recipients_of_campaign" UNIQUE("id","campaign_id","company_id");--> statement-breakpoint
ALTER TABLE "letter_recipients" ADD CONSTRAINT "letter_recipients_open_if_verified" CHECK ("letter_recipients"."opened_at" is null or ("letter_recipients"."verified_at" is not null and "letter_recipients"."retired_at" is null));--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_to_a_recipient_of_the_campaign" FOREIGN KEY ("recipient_id","campaign_id","company_id") REFERENCES "public"."letter_recipients"("id","campaign_id","company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letters_recipient" ON "letters" USING btree ("recipient_id") WHERE "letters"."recipient_id" is not null;--> statement-breakpoint
-- Letters go to the first recipient at a company. Where it is verified, that is the one that is open.
UPDATE "letter_recipients" r SET "opened_at" = r."verified_at" WHERE r."verified_at" IS NOT NULL AND r."id" = (
  SELECT f."id" FROM "letter_recipients" f WHERE f."campaign_id" = r."campaign_id"
    AND f."company_id" = r."company_id" AND f."retired_at" IS NULL ORDER BY f."id" LIMIT 1);
