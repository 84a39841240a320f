import { randomUUID } from "node:crypto";
import type { ReservedSql } from "postgres";
import { type Rotated, rotateSealed } from "#app/domain/record/rotate-sealed.server.ts";
import { createGroupCommitOf } from "#app/lib/group-commit.ts";
import { hmac, type Keys, seal, unseal } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { waitingForms } from "#db/schema/index.ts";
import { canonicalOf, type WaitingForm } from "./waiting-form.ts";

type Row = {
  public_id: string;
  kind: WaitingForm["kind"];
  campaign_id: number | null;
  company_ids: readonly number[] | null;
  address_hmac: string;
  key_id: string;
  sealed: string;
};

/**
 * Stores a form, sealed, for the worker. The statement is the same for every address, so neither the answer
 * nor its time reveals whether the address is known. All forms of one moment share one statement and commit.
 * Do not wake the worker afterwards: the work it would begin differs.
 */
export async function storeForm(db: Db, keys: Keys, form: WaitingForm): Promise<void> {
  const publicId = randomUUID();
  const { keyId, sealed } = sealForm(keys, publicId, form);
  await store(db, {
    public_id: publicId,
    kind: form.kind,
    ...inClear(form),
    address_hmac: asBytea(hmac(keys, "address", canonicalOf(form)).digest),
    key_id: keyId,
    sealed: asBytea(sealed),
  });
}

/** What rules about a campaign or its companies ask of a sealed form (`waits-sealed.ts`). */
function inClear(form: WaitingForm): Pick<Row, "campaign_id" | "company_ids"> {
  switch (form.kind) {
    case "manage-link":
      return { campaign_id: null, company_ids: [] };
    case "resend":
      return { campaign_id: form.campaignId, company_ids: [] };
    case "pledge":
      return { campaign_id: form.input.campaign.id, company_ids: listed(form.companyId) };
    case "letter":
      return { campaign_id: form.input.campaign.id, company_ids: listed(form.input.companyId) };
    case "signature": {
      const { campaign, consents, companyIds } = form.input;
      const named = consents.includes("deliver_to_company") ? (companyIds ?? null) : [];
      return { campaign_id: campaign.id, company_ids: named };
    }
  }
}

const listed = (id: number | undefined) => (id === undefined ? null : [id]);

const insertForms = async (sql: ReservedSql, rows: readonly Row[]): Promise<undefined[]> => {
  await sql.unsafe(
    `insert into waiting_forms (public_id, kind, campaign_id, company_ids, address_hmac, key_id, sealed)
    select public_id, kind, campaign_id, company_ids, address_hmac, key_id, sealed
    from json_to_recordset(($1::text)::json) as t (public_id uuid, kind waiting_form_kind, campaign_id int,
      company_ids int[], address_hmac bytea, key_id text, sealed bytea)`,
    [JSON.stringify(rows)],
    { prepare: true },
  );
  return [];
};

/** Bytes of sealed forms that may wait: some ten thousand signatures. */
const room = 32 * 1024 ** 2;

/** One group at a time: with two, groups are half as large, and PostgreSQL needs a third more per form. */
const store = createGroupCommitOf(insertForms, {
  atOnce: 1,
  atMost: 500,
  gathers: true,
  room,
  weigh: ({ sealed }) => sealed.length,
});

const asBytea = (bytes: Buffer) => `\\x${bytes.toString("hex")}`;

/** Seals forms that wait under the newest key. `damaged` are public ids of forms. */
export const rotateForms = (db: Db, keys: Keys, now = new Date()): Promise<Rotated> =>
  rotateSealed(
    db,
    keys,
    {
      table: waitingForms,
      id: waitingForms.id,
      keyId: waitingForms.keyId,
      nameOf: ({ publicId }) => publicId,
      reseal: (row) => sealForm(keys, row.publicId, openForm(keys, row)),
      action: "holdings-rotated",
      of: "forms",
    },
    now,
  );

/** Seals a form under the newest key and its row's public id: it opens for no other row. */
const sealForm = (keys: Keys, publicId: string, form: WaitingForm) =>
  seal(keys, "waiting-form", Buffer.from(JSON.stringify(form)), publicId);

/** Opens a form. */
export function openForm(
  keys: Keys,
  { publicId, ...sealed }: { publicId: string; keyId: string; sealed: Buffer },
): WaitingForm {
  return JSON.parse(unseal(keys, "waiting-form", sealed, publicId).toString());
}
