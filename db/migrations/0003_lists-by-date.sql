DROP INDEX "signatures_page";--> statement-breakpoint
DROP INDEX "signatures_state_page";--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "started_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "aborted_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "exports_of_campaign" ON "exports" USING btree ("campaign_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "signatures_page" ON "signatures" USING btree ("campaign_id","signed_at","id");--> statement-breakpoint
CREATE INDEX "signatures_state_page" ON "signatures" USING btree ("campaign_id","state","signed_at","id");