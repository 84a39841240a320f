CREATE TABLE "letter_prints" (
	"campaign_id" integer NOT NULL,
	"print" bigint NOT NULL,
	"letter_id" bigint NOT NULL,
	CONSTRAINT "letter_prints_campaign_id_print_letter_id_pk" PRIMARY KEY("campaign_id","print","letter_id")
);
--> statement-breakpoint
CREATE TABLE "letter_template_wordings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "letter_template_wordings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"campaign_id" integer NOT NULL,
	"ask" text NOT NULL,
	"replaced_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "letter_prints" ADD CONSTRAINT "letter_prints_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_prints" ADD CONSTRAINT "letter_prints_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_template_wordings" ADD CONSTRAINT "letter_template_wordings_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letter_prints_letter" ON "letter_prints" USING btree ("letter_id");--> statement-breakpoint
CREATE INDEX "letter_template_wordings_campaign" ON "letter_template_wordings" USING btree ("campaign_id");--> statement-breakpoint

-- What was asked before stays known to the score.
CREATE FUNCTION keep_wording() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO letter_template_wordings (campaign_id, ask) VALUES (old.campaign_id, old.ask);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER letter_templates_reworded AFTER UPDATE ON letter_templates FOR EACH ROW
  WHEN (old.ask <> new.ask) EXECUTE FUNCTION keep_wording();--> statement-breakpoint
CREATE TRIGGER letter_templates_removed AFTER DELETE ON letter_templates FOR EACH ROW EXECUTE FUNCTION keep_wording();
