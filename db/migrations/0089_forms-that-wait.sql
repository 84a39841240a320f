CREATE TYPE "public"."waiting_form_kind" AS ENUM('manage-link', 'resend', 'pledge', 'letter');--> statement-breakpoint
CREATE TABLE "waiting_forms" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "waiting_forms_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" "waiting_form_kind" NOT NULL,
	"address_hmac" "bytea" NOT NULL,
	"key_id" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"posted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() + interval '1 second' NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "waiting_forms_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
CREATE INDEX "waiting_forms_due" ON "waiting_forms" USING btree ("due_at","id");--> statement-breakpoint
CREATE INDEX "waiting_forms_address" ON "waiting_forms" USING btree ("address_hmac","id");