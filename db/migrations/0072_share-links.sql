CREATE TABLE "share_links" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "share_links_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"campaign_id" integer NOT NULL,
	"supporter_id" bigint NOT NULL,
	"code" text NOT NULL,
	"arrived" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "share_links_code_unique" UNIQUE("code"),
	CONSTRAINT "share_links_one_a_person" UNIQUE("supporter_id","campaign_id"),
	CONSTRAINT "share_links_code_shape" CHECK ("share_links"."code" ~ '^p-[0-9a-hjkmnp-tv-z]{10}$')
);
--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "share_link_id" bigint;--> statement-breakpoint
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_supporter_id_supporters_id_fk" FOREIGN KEY ("supporter_id") REFERENCES "public"."supporters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_share_link_id_share_links_id_fk" FOREIGN KEY ("share_link_id") REFERENCES "public"."share_links"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "signatures_share_link" ON "signatures" USING btree ("share_link_id") WHERE "signatures"."share_link_id" is not null;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_share_link_until_confirmed" CHECK ("signatures"."share_link_id" is null or "signatures"."confirmed_at" is null);