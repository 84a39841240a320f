import type { Sql } from "postgres";

/**
 * Has signers take two minutes longer until they confirm, as people do: somebody who confirms within a second
 * is held for review, and a test of something else would depend on whether they were scored yet.
 */
export async function unhurrySigners(sql: Sql): Promise<void> {
  await sql.unsafe(`
    create or replace function sign_earlier() returns trigger language plpgsql as $$ begin
      new.signed_at := new.signed_at - interval '2 minutes';
      return new;
    end $$;
    create or replace trigger sign_earlier before insert on signatures for each row execute function
      sign_earlier();`);
}
