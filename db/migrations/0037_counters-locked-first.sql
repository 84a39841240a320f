-- Names alone: triggers fire by name, and these now come before all others that count signatures.
DO $$
DECLARE
  r record;
BEGIN
  FOR r IN SELECT tgname, tgrelid::regclass AS of_table FROM pg_trigger
    WHERE tgrelid IN ('signatures'::regclass, 'erased_signatures'::regclass) AND tgname ~ '^(signatures|erased)_counted_on_'
  LOOP
    EXECUTE format('ALTER TRIGGER %I ON %s RENAME TO %I', r.tgname, r.of_table,
      regexp_replace(regexp_replace(r.tgname, '^signatures_', 'campaigns_'), '^erased_', 'campaigns_erased_'));
  END LOOP;
END $$;
