ALTER TYPE "public"."delivery_template" ADD VALUE 'codes-asked';--> statement-breakpoint
CREATE TABLE "organizer_browsers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "organizer_browsers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"token_hash" "bytea" NOT NULL,
	"organizer_id" uuid NOT NULL,
	"user_agent" text,
	"created_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "organizer_ceremonies" ADD COLUMN "budget" text DEFAULT 'anyone' NOT NULL;--> statement-breakpoint
ALTER TABLE "organizer_browsers" ADD CONSTRAINT "organizer_browsers_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "organizer_browsers_one_each" ON "organizer_browsers" USING btree ("token_hash","organizer_id");--> statement-breakpoint
CREATE INDEX "organizer_browsers_of" ON "organizer_browsers" USING btree ("organizer_id","used_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "organizer_ceremonies_by_budget" ON "organizer_ceremonies" USING btree ("budget","created_at") WHERE "organizer_ceremonies"."budget" <> 'anyone';