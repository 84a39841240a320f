import { randomUUID } from "node:crypto";
import { createGroupCommitOf } from "#app/lib/group-commit.ts";
import { hmac, type Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { sealForm } from "./sealed-form.server.ts";
import type { WaitingForm } from "./waiting-form.ts";

type Row = {
  public_id: string;
  kind: WaitingForm["kind"];
  address_hmac: string;
  key_id: string;
  sealed: string;
};

/**
 * Stores a form, sealed, for the worker. The statement is the same for every address, so neither the answer
 * nor its time reveals whether the address is known. All forms of one moment share one statement and commit.
 * Do not wake the worker afterwards: the work it would begin differs.
 */
export async function keepForm(db: Db, keys: Keys, form: WaitingForm): Promise<void> {
  const publicId = randomUUID();
  const canonical = "input" in form ? form.input.email.canonical : form.canonical;
  const { keyId, sealed } = sealForm(keys, publicId, form);
  await store(db, {
    public_id: publicId,
    kind: form.kind,
    address_hmac: asBytea(hmac(keys, "address", canonical).digest),
    key_id: keyId,
    sealed: asBytea(sealed),
  });
}

/** A prepared statement, unlike drizzle's own `execute`. */
const insertForms = async (db: Db, rows: readonly Row[]): Promise<undefined[]> => {
  await db.$client.unsafe(
    `insert into waiting_forms (public_id, kind, address_hmac, key_id, sealed)
    select public_id, kind, address_hmac, key_id, sealed from json_to_recordset(($1::text)::json) as t (
      public_id uuid, kind waiting_form_kind, address_hmac bytea, key_id text, sealed bytea)`,
    [JSON.stringify(rows)],
    { prepare: true },
  );
  return [];
};

/** One group at a time: with two, groups are half as large, and PostgreSQL needs a third more per form. */
const store = createGroupCommitOf(insertForms, { atOnce: 1, atMost: 500, gathers: true });

const asBytea = (bytes: Buffer) => `\\x${bytes.toString("hex")}`;
