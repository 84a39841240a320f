CREATE TABLE "signature_forms" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "signature_forms_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"public_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"signature_id" bigint NOT NULL,
	"posted_at" timestamp with time zone NOT NULL,
	"email_id" bigint,
	"words" jsonb NOT NULL,
	CONSTRAINT "signature_forms_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
ALTER TABLE "signature_forms" ADD CONSTRAINT "signature_forms_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_forms" ADD CONSTRAINT "signature_forms_email_id_outbox_id_fk" FOREIGN KEY ("email_id") REFERENCES "public"."outbox"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "signature_forms_signature" ON "signature_forms" USING btree ("signature_id","id");--> statement-breakpoint
CREATE INDEX "signature_forms_email" ON "signature_forms" USING btree ("email_id");