CREATE TABLE "picture_files" (
	"campaign_id" integer NOT NULL,
	"key" text NOT NULL,
	"width" smallint NOT NULL,
	"type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "picture_files_campaign_id_key_width_type_pk" PRIMARY KEY("campaign_id","key","width","type"),
	CONSTRAINT "picture_files_type_known" CHECK ("picture_files"."type" in ('webp', 'jpeg'))
);
--> statement-breakpoint
CREATE TABLE "pictures" (
	"campaign_id" integer NOT NULL,
	"key" text NOT NULL,
	"people" text NOT NULL,
	"consent_kept" text,
	"declared_by" text NOT NULL,
	"declared_at" timestamp with time zone NOT NULL,
	CONSTRAINT "pictures_campaign_id_key_pk" PRIMARY KEY("campaign_id","key"),
	CONSTRAINT "pictures_key_shape" CHECK ("pictures"."key" ~ '^[0-9a-f]{20}$'),
	CONSTRAINT "pictures_people_known" CHECK ("pictures"."people" in ('none', 'consented')),
	CONSTRAINT "pictures_consent_kept" CHECK (("pictures"."people" = 'consented') = ("pictures"."consent_kept" is not null)),
	CONSTRAINT "pictures_declared_by_shape" CHECK ("pictures"."declared_by" ~ '^(organizer:[0-9a-f-]{36}|operator)$')
);
--> statement-breakpoint
ALTER TABLE "picture_files" ADD CONSTRAINT "picture_files_campaign_id_key_pictures_campaign_id_key_fk" FOREIGN KEY ("campaign_id","key") REFERENCES "public"."pictures"("campaign_id","key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;