CREATE TABLE "campaign_translations" (
	"campaign_id" integer NOT NULL,
	"locale" text NOT NULL,
	"original_sha256" "bytea" NOT NULL,
	"original" text NOT NULL,
	"translation" text NOT NULL,
	CONSTRAINT "campaign_translations_campaign_id_locale_original_sha256_pk" PRIMARY KEY("campaign_id","locale","original_sha256"),
	CONSTRAINT "campaign_translations_of_its_original" CHECK ("campaign_translations"."original_sha256" = sha256(convert_to("campaign_translations"."original", 'UTF8'))),
	CONSTRAINT "campaign_translations_given" CHECK ("campaign_translations"."translation" <> '')
);
--> statement-breakpoint
ALTER TABLE "campaign_translations" ADD CONSTRAINT "campaign_translations_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
