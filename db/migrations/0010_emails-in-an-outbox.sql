-- Names alone: no row is read or changed. The triggers are made again from db/functions.
DO $$
DECLARE
  r record;
BEGIN
  FOR r IN SELECT tgname, tgrelid::regclass AS of_table FROM pg_trigger
    WHERE tgrelid = 'deliveries'::regclass AND NOT tgisinternal
  LOOP
    EXECUTE format('DROP TRIGGER %I ON %s', r.tgname, r.of_table);
  END LOOP;
END $$;--> statement-breakpoint
ALTER TYPE "public"."delivery_state" RENAME TO "email_state";--> statement-breakpoint
ALTER TYPE "public"."delivery_template" RENAME TO "email_template";--> statement-breakpoint
ALTER TYPE "public"."delivery_batch_state" RENAME TO "email_batch_state";--> statement-breakpoint
ALTER TABLE "deliveries" RENAME TO "outbox";--> statement-breakpoint
ALTER TABLE "delivery_batches" RENAME TO "email_batches";--> statement-breakpoint
ALTER TABLE "email_batches" RENAME COLUMN "delivery_ids" TO "email_ids";--> statement-breakpoint
ALTER TABLE "mail_events" RENAME TO "email_events";--> statement-breakpoint
ALTER TABLE "email_events" RENAME COLUMN "delivery_id" TO "email_id";--> statement-breakpoint
ALTER TABLE "letter_events" RENAME COLUMN "delivery_id" TO "email_id";--> statement-breakpoint
-- Constraints, indexes and sequences are named after their table and columns.
DO $$
DECLARE
  r record;
BEGIN
  FOR r IN
    SELECT c.conname, c.conrelid::regclass AS of_table, n.renamed FROM pg_constraint c
    CROSS JOIN LATERAL (SELECT replace(replace(regexp_replace(conname, '^mail_', 'email_'), 'deliveries', 'outbox'), 'delivery', 'email') AS renamed) n
    WHERE c.connamespace = 'public'::regnamespace AND c.conname <> n.renamed
  LOOP
    EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', r.of_table, r.conname, r.renamed);
  END LOOP;
  FOR r IN
    SELECT c.relname, c.relkind, n.renamed FROM pg_class c
    CROSS JOIN LATERAL (SELECT replace(replace(regexp_replace(relname, '^mail_', 'email_'), 'deliveries', 'outbox'), 'delivery', 'email') AS renamed) n
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('i', 'S') AND c.relname <> n.renamed
  LOOP
    EXECUTE format('ALTER %s %I RENAME TO %I', CASE r.relkind WHEN 'i' THEN 'INDEX' ELSE 'SEQUENCE' END, r.relname, r.renamed);
  END LOOP;
END $$;
