-- concurrently
CREATE INDEX CONCURRENTLY "signature_traces_new_first" ON "signature_traces" USING btree (("looks" > 0),"signature_id") WHERE "signature_traces"."scored_at" is null;--> statement-breakpoint
DROP INDEX CONCURRENTLY "signature_traces_to_score";
