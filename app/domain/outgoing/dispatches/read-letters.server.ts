import { createHash } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { letterText } from "#app/domain/entries/letters/letter.ts";
import { decryptHolding } from "#app/domain/entries/pledges/holding.server.ts";
import { localeOf } from "#app/domain/queue/common-props.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { DbOrTx } from "#db/index.ts";

/** A letter as it is handed over. */
export type DispatchedLetter = {
  id: number;
  publicId: string;
  /** When its writer confirmed it. */
  confirmedAt: Date;
  name: string;
  country: string;
  /** A decimal string; null if the letter states none. */
  shares: string | null;
  /** The exact `letterText`, and its sha256. */
  text: string;
  sha256: Buffer;
  /** sha256 of the text that was approved; null until its dispatch is. */
  approvedSha256: Buffer | null;
  /** The writer's own address, if they agreed that the company may reply to it. */
  replyTo: string | null;
};

type Row = {
  id: number;
  publicId: string;
  locale: string;
  body: string;
  sharesEnc: Buffer | null;
  keyId: string | null;
  confirmedAt: string;
  name: string;
  country: string;
  company: string;
  approvedSha256: Buffer | null;
  replyTo: string | null;
};

/** Reads letters `l` of which `which` is true, by id: at most one email's worth. */
export async function readLetters(db: DbOrTx, keys: Keys, which: SQL): Promise<DispatchedLetter[]> {
  const rows = await db.execute<Row>(sql`
    select l.id::float8 as id, l.public_id as "publicId", l.locale, l.body, l.shares_enc as "sharesEnc",
      l.key_id as "keyId", l.confirmed_at as "confirmedAt", s.name, s.country, t.name as company,
      l.approved_sha256 as "approvedSha256",
      case when l.reply_to and exists (select from consents a where a.supporter_id = s.id
        and a.campaign_id = l.campaign_id and a.company_id = l.company_id and a.purpose = 'reply_to'
        and a.revoked_at is null) then s.email end as "replyTo"
    from letters l join supporters s on s.id = l.supporter_id
    join targets t on t.id = l.company_id
    where ${which} order by l.id`);
  return rows.map(({ id, publicId, confirmedAt, name, country, replyTo, ...row }) => {
    const { sharesEnc, keyId, locale, body, company, approvedSha256 } = row;
    const shares = decryptHolding(keys, { publicId, sharesEnc, bucketEnc: null, keyId })?.shares ?? null;
    const text = letterText({ locale: localeOf(locale), body, shares, name, country, company });
    const sha256 = createHash("sha256").update(text).digest();
    return {
      id,
      publicId,
      confirmedAt: new Date(confirmedAt),
      name,
      country,
      shares,
      text,
      sha256,
      approvedSha256,
      replyTo,
    };
  });
}

/** A name as its person agreed to hand it over. */
export type DispatchedName = {
  signatureId: number;
  receiptCode: string;
  signedAt: Date;
  name: string;
  country: string;
};

/** Reads names under signatures `g` of which `which` is true, by id. */
export async function readNames(db: DbOrTx, which: SQL): Promise<DispatchedName[]> {
  const rows = await db.execute<Omit<DispatchedName, "signedAt"> & { signedAt: string }>(sql`
    select g.id::float8 as "signatureId", g.receipt_code as "receiptCode", g.signed_at as "signedAt", s.name,
      s.country
    from signatures g join supporters s on s.id = g.supporter_id
    where ${which} order by g.id`);
  return rows.map((row) => ({ ...row, signedAt: new Date(row.signedAt) }));
}
