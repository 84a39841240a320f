CREATE TABLE "letter_openings" (
	"dispatch_id" bigint NOT NULL,
	"organizer_id" uuid NOT NULL,
	"letter_id" bigint NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "letter_openings_dispatch_id_organizer_id_letter_id_pk" PRIMARY KEY("dispatch_id","organizer_id","letter_id")
);
--> statement-breakpoint
ALTER TABLE "letter_openings" ADD CONSTRAINT "letter_openings_dispatch_id_letter_dispatches_id_fk" FOREIGN KEY ("dispatch_id") REFERENCES "public"."letter_dispatches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_openings" ADD CONSTRAINT "letter_openings_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_openings" ADD CONSTRAINT "letter_openings_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letter_openings_letter" ON "letter_openings" USING btree ("letter_id");