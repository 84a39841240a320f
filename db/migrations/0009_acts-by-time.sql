-- concurrently
CREATE INDEX CONCURRENTLY "letters_confirmed" ON "letters" USING btree ("campaign_id","confirmed_at") WHERE "letters"."confirmed_at" is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY "pledges_confirmed" ON "pledges" USING btree ("campaign_id","confirmed_at") WHERE "pledges"."confirmed_at" is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY "pledges_outcome" ON "pledges" USING btree ("campaign_id","outcome_at") WHERE "pledges"."outcome_at" is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY "signatures_confirmed" ON "signatures" USING btree ("campaign_id","confirmed_at") WHERE "signatures"."confirmed_at" is not null;
