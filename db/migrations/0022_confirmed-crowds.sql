ALTER TABLE "signature_traces" ADD COLUMN "repeated" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- Crowds are of confirmed signatures from now on: what waits is scored again without the others that wait.
DELETE FROM "trace_groups" g USING "signatures" s WHERE s."id" = g."signature_id" AND s."confirmed_at" IS NULL;--> statement-breakpoint
DELETE FROM "signature_reviews" r USING "signatures" s WHERE s."id" = r."signature_id" AND s."state" = 'pending' AND r."state" = 'queued';--> statement-breakpoint
UPDATE "signature_traces" t SET "scored_at" = NULL FROM "signatures" s WHERE s."id" = t."signature_id" AND s."state" = 'pending';
