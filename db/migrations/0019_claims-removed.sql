CREATE TABLE "claim_removals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "claim_removals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"campaign_id" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"deleted" jsonb NOT NULL,
	"withdrawn" jsonb NOT NULL,
	"offered" text[] NOT NULL,
	CONSTRAINT "claim_removals_actor_shape" CHECK ("claim_removals"."actor" ~ '^(organizer:[0-9a-f-]{36}|operator)$'),
	CONSTRAINT "claim_removals_deleted_is_a_list" CHECK (jsonb_typeof("claim_removals"."deleted") = 'array'),
	CONSTRAINT "claim_removals_withdrawn_is_a_list" CHECK (jsonb_typeof("claim_removals"."withdrawn") = 'array')
);
--> statement-breakpoint
ALTER TABLE "claim_removals" ADD CONSTRAINT "claim_removals_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claim_removals_campaign" ON "claim_removals" USING btree ("campaign_id","at");