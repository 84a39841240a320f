CREATE TABLE "share_images" (
	"campaign_id" integer NOT NULL,
	"locale" text NOT NULL,
	"number" integer NOT NULL,
	"drawn_from" "bytea" NOT NULL,
	"file" text NOT NULL,
	"alt" text NOT NULL,
	"png" "bytea" NOT NULL,
	"drawn_at" timestamp with time zone NOT NULL,
	CONSTRAINT "share_images_campaign_id_locale_number_pk" PRIMARY KEY("campaign_id","locale","number"),
	CONSTRAINT "share_images_number" CHECK ("share_images"."number" >= 0)
);
--> statement-breakpoint
ALTER TABLE "share_images" ADD CONSTRAINT "share_images_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;