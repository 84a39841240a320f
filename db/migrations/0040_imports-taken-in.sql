CREATE TABLE "erased_addresses" (
	"address_hmac" "bytea" PRIMARY KEY NOT NULL,
	"key_id" text NOT NULL,
	"erased_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
INSERT INTO erased_addresses (address_hmac, key_id, erased_at)
  SELECT address_hmac, min(key_id), max(erased_at) FROM erased_signatures GROUP BY address_hmac;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "asked_consents" consent_purpose[];--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_asked_of_an_import" CHECK ("signatures"."asked_consents" is null or "signatures"."import_id" is not null);--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "problem_line" integer;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "consent_source" text;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_consent_source_length" CHECK (char_length("imports"."consent_source") between 1 and 300);
