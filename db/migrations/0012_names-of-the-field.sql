-- Names alone: no row is read or changed. Functions and triggers follow from db/functions.
ALTER TABLE "names_to_look_at" RENAME TO "names_awaiting_review";--> statement-breakpoint
ALTER TABLE "rights_held" RENAME TO "right_periods";--> statement-breakpoint
ALTER TABLE "outbox" RENAME COLUMN "right_held_id" TO "right_period_id";--> statement-breakpoint
ALTER TABLE "letters" RENAME COLUMN "said_name" TO "typed_name";--> statement-breakpoint
ALTER TABLE "letters" RENAME COLUMN "said_country" TO "typed_country";--> statement-breakpoint
ALTER TABLE "letters" RENAME COLUMN "held_reason" TO "hold_reason";--> statement-breakpoint
ALTER TABLE "pledges" RENAME COLUMN "said_name" TO "typed_name";--> statement-breakpoint
ALTER TABLE "pledges" RENAME COLUMN "said_country" TO "typed_country";--> statement-breakpoint
ALTER TABLE "packs" RENAME COLUMN "told_at" TO "hand_over_asked_at";--> statement-breakpoint
ALTER TABLE "packs" RENAME COLUMN "told_by_id" TO "hand_over_asked_by_id";--> statement-breakpoint
ALTER TABLE "packs" RENAME COLUMN "told_handed_over_at" TO "asked_handed_over_at";--> statement-breakpoint
ALTER TABLE "packs" RENAME COLUMN "told_handed_over_to" TO "asked_handed_over_to";--> statement-breakpoint
ALTER TABLE "petition_notices" RENAME COLUMN "held_at" TO "paused_at";--> statement-breakpoint
ALTER TABLE "signature_traces" RENAME COLUMN "looks" TO "rescores";--> statement-breakpoint
ALTER TABLE "refusals" RENAME COLUMN "told" TO "logged";--> statement-breakpoint
DROP FUNCTION IF EXISTS add_letter_counts(integer, letter_state, integer, integer);--> statement-breakpoint
DO $$
DECLARE
  renames CONSTANT text[][] := ARRAY[
    ['^names_to_look_at', 'names_awaiting_review'], ['rights_held', 'right_periods'],
    ['right_held', 'right_period'], ['^(letters|pledges)_said_', '\1_typed_'],
    ['^letters_held_reason_', 'letters_hold_reason_'], ['^pledges_shown$', 'pledges_public'],
    ['^pledges_papers_looked_at$', 'pledges_papers_checked'],
    ['^pledges_tenure_told_once$', 'pledges_tenure_given_once'],
    ['^audit_entries_looks$', 'audit_entries_views'],
    ['^comment_reviews_held$', 'comment_reviews_on_hold'],
    ['^packs_told_is_whole$', 'packs_hand_over_asked_is_whole'],
    ['^packs_told_to_length$', 'packs_asked_handed_over_to_length'],
    ['^refusals_told_', 'refusals_logged_'], ['^signature_traces_looks_', 'signature_traces_rescores_'],
    ['^packs_told_by_id_', 'packs_hand_over_asked_by_id_'],
    ['^packs_hand_over_never_approved_by_who_told$', 'packs_hand_over_never_approved_by_who_asked'],
    ['^look_at_name_of_', 'queue_name_of_'], ['^look_at_changed_name$', 'queue_changed_name'],
    ['^note_rights_held$', 'record_right_periods']];
  pair text[];
  r record;
BEGIN
  FOREACH pair SLICE 1 IN ARRAY renames LOOP
    FOR r IN SELECT conname, conrelid::regclass AS of_table FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND contype <> 't' AND conname ~ pair[1]
    LOOP
      EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', r.of_table, r.conname,
        regexp_replace(r.conname, pair[1], pair[2]));
    END LOOP;
    FOR r IN SELECT relname, relkind FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('i', 'S') AND relname ~ pair[1]
    LOOP
      EXECUTE format('ALTER %s %I RENAME TO %I', CASE r.relkind WHEN 'i' THEN 'INDEX' ELSE 'SEQUENCE' END,
        r.relname, regexp_replace(r.relname, pair[1], pair[2]));
    END LOOP;
    FOR r IN SELECT tgname, tgrelid::regclass AS of_table FROM pg_trigger
      WHERE NOT tgisinternal AND tgparentid = 0 AND tgname ~ pair[1]
    LOOP
      EXECUTE format('ALTER TRIGGER %I ON %s RENAME TO %I', r.tgname, r.of_table,
        regexp_replace(r.tgname, pair[1], pair[2]));
    END LOOP;
    FOR r IN SELECT oid::regprocedure AS of_type, proname FROM pg_proc
      WHERE pronamespace = 'public'::regnamespace AND proname ~ pair[1]
    LOOP
      EXECUTE format('ALTER FUNCTION %s RENAME TO %I', r.of_type, regexp_replace(r.proname, pair[1], pair[2]));
    END LOOP;
  END LOOP;
END $$;
