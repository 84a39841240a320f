ALTER TABLE "pledges" ADD COLUMN "kept_enc" "bytea";--> statement-breakpoint
ALTER TABLE "pledges" ADD COLUMN "kept_key_id" text;--> statement-breakpoint
ALTER TABLE "pledges" ADD COLUMN "kept_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "pledges" ADD COLUMN "puts_back_id" bigint;--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_puts_back_id_pledges_id_fk" FOREIGN KEY ("puts_back_id") REFERENCES "public"."pledges"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pledges_kept_until" ON "pledges" USING btree ("kept_until") WHERE "pledges"."kept_until" is not null;--> statement-breakpoint
CREATE INDEX "pledges_puts_back" ON "pledges" USING btree ("puts_back_id") WHERE "pledges"."puts_back_id" is not null;--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_kept_whole" CHECK (num_nonnulls("pledges"."kept_enc", "pledges"."kept_key_id", "pledges"."kept_until") in (0, 3)
        and ("pledges"."kept_enc" is null or "pledges"."status" = 'superseded'));