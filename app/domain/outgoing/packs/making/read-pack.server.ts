import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { letterIsForAnother } from "#app/domain/campaign/recipients/open-recipients.server.ts";
import type { LetterRow } from "#app/domain/entries/letters/annex-csv.ts";
import { letterText } from "#app/domain/entries/letters/letter-text.ts";
import { decryptHolding } from "#app/domain/entries/pledges/holding.server.ts";
import { commentIsFit, nameIsFit } from "#app/domain/names/fit-name.server.ts";
import { localeOf } from "#app/domain/queue/common-props.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";

const pageOfSignatures = 2000;
const pageOfLetters = 200;

/** A signature as the company gets it. */
export type PackSignature = {
  receiptCode: string;
  signedOn: string;
  name: string;
  country: string;
  comment: string | null;
};

/** The person's consent to give it to the company, in force. */
const agreed = (of: "s" | "l", companyId: number) => {
  const row = sql.raw(of);
  const purpose = of === "s" ? "deliver_to_company" : "deliver_letter";
  return sql`exists (select from consents c where c.supporter_id = ${row}.supporter_id
    and c.campaign_id = ${row}.campaign_id and c.company_id = ${companyId} and c.purpose = ${purpose}
    and c.revoked_at is null)`;
};

type SignatureRow = {
  id: string;
  at: string;
  code: string;
  day: string;
  name: string;
  country: string;
  comment: string | null;
};

/** Yields a pack's signatures in the order of signing, a page in memory at a time. */
export async function* readSignatures(
  tx: Tx,
  { campaignId, companyId }: { campaignId: number; companyId: number },
): AsyncGenerator<PackSignature> {
  let after: SignatureRow | undefined;
  for (;;) {
    const page: readonly SignatureRow[] = await tx.execute<SignatureRow>(sql`
      select s.id, s.signed_at::text as at, s.receipt_code as code,
        to_char(s.signed_at at time zone 'UTC', 'YYYY-MM-DD') as day, p.name, p.country,
        case when ${commentIsFit(sql`s.id`)} then s.comment end as comment
      from signatures s join supporters p on p.id = s.supporter_id
      where s.campaign_id = ${campaignId} and s.state = 'confirmed' and ${agreed("s", companyId)}
        and ${nameIsFit(sql`s.id`)}
        ${after ? sql`and (s.signed_at, s.id) > (${after.at}::timestamptz, ${after.id}::bigint)` : sql``}
      order by s.signed_at, s.id limit ${pageOfSignatures}`);
    for (const { code, day, name, country, comment } of page)
      yield { receiptCode: code, signedOn: day, name, country, comment };
    after = page.at(-1);
    if (page.length < pageOfSignatures) return;
  }
}

type LetterOfPack = LetterRow & { id: number };

type Row = {
  id: string;
  publicId: string;
  at: string;
  day: string;
  locale: string;
  body: string;
  sharesEnc: Buffer | null;
  keyId: string | null;
  name: string;
  country: string;
};

type About = { campaignId: number; companyId: number; company: string };

/**
 * Yields a pack's letters in the order of writing, with the exact text handed over and its sha256: confirmed,
 * agreed to, neither in review nor refused, and not for a recipient that its writer chose over the default.
 * Throws where a number of shares cannot be decrypted: then the letter is not what its writer confirmed.
 */
export async function* readLettersOfPack(tx: Tx, keys: Keys, about: About): AsyncGenerator<LetterOfPack> {
  let after: Row | undefined;
  for (let number = 1; ; ) {
    const page: readonly Row[] = await tx.execute<Row>(sql`
      select l.id, l.public_id as "publicId", l.created_at::text as at,
        to_char(l.created_at at time zone 'UTC', 'YYYY-MM-DD') as day, l.locale, l.body,
        l.shares_enc as "sharesEnc", l.key_id as "keyId", p.name, p.country
      from letters l join supporters p on p.id = l.supporter_id
      where l.campaign_id = ${about.campaignId} and l.company_id = ${about.companyId}
        and l.state not in ('email_pending', 'withdrawn', 'refused')
        and (l.hold_reason is null or l.moderated_at is not null) and ${agreed("l", about.companyId)}
        and not ${letterIsForAnother(sql`l`)}
        ${after ? sql`and (l.created_at, l.id) > (${after.at}::timestamptz, ${after.id}::bigint)` : sql``}
      order by l.created_at, l.id limit ${pageOfLetters}`);
    for (const row of page) yield letterOf(keys, row, about.company, number++);
    after = page.at(-1);
    if (page.length < pageOfLetters) return;
  }
}

function letterOf(keys: Keys, row: Row, company: string, number: number): LetterOfPack {
  const { publicId, body, name, country, day: writtenOn } = row;
  const sealed = { publicId, sharesEnc: row.sharesEnc, bucketEnc: null, keyId: row.keyId };
  const shares = decryptHolding(keys, sealed)?.shares ?? null;
  const text = letterText({ locale: localeOf(row.locale), body, shares, name, country, company });
  const sha256 = createHash("sha256").update(text).digest();
  return { id: Number(row.id), number, publicId, writtenOn, name, country, shares, text, sha256 };
}
