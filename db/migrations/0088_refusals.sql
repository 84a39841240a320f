ALTER TYPE "public"."delivery_template" ADD VALUE 'refusals-many';--> statement-breakpoint
CREATE TABLE "refusal_warnings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "refusal_warnings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"campaign_id" integer NOT NULL,
	"wrong" integer NOT NULL,
	"locked" integer NOT NULL,
	"refused" integer NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "refusals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "refusals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"hour" timestamp with time zone NOT NULL,
	"why" text NOT NULL,
	"organizer_id" uuid,
	"campaign_id" integer,
	"page" text,
	"from_hash" "bytea",
	"n" integer NOT NULL,
	"told" integer NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	CONSTRAINT "refusals_one_an_hour" UNIQUE NULLS NOT DISTINCT("hour","why","organizer_id","campaign_id","page","from_hash")
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "refusal_warning_id" bigint;--> statement-breakpoint
ALTER TABLE "refusal_warnings" ADD CONSTRAINT "refusal_warnings_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "refusal_warnings_of_campaign" ON "refusal_warnings" USING btree ("campaign_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "refusals_of_campaign" ON "refusals" USING btree ("campaign_id","last_at");--> statement-breakpoint
CREATE INDEX "refusals_of_organizer" ON "refusals" USING btree ("organizer_id","last_at");--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_refusal_warning_id_refusal_warnings_id_fk" FOREIGN KEY ("refusal_warning_id") REFERENCES "public"."refusal_warnings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_refusal_warning_given" CHECK (("deliveries"."template"::text = 'refusals-many') = ("deliveries"."refusal_warning_id" is not null));