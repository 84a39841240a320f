import { type SQL, sql } from "drizzle-orm";
import type { OfCompany } from "#app/domain/campaign/company-of.server.ts";
import type { LetterState } from "#app/domain/entries/letters/letter.ts";
import { isUuid } from "#app/lib/uuid.ts";
import type { DbOrTx } from "#db/index.ts";
import { initialsOf, type PublicLetter } from "./public-letter.ts";

const lettersAPage = 20;
const foundAtMost = 50;

type Row = Omit<PublicLetter, "name"> & { name: string; display: "initials" | "public"; state: LetterState };

/**
 * The only condition under which strangers read a letter `l`: its writer agreed to be named, an organizer
 * published it, and it is neither withdrawn nor refused.
 */
export const isPublic = sql`l.publication = 'published' and l.display <> 'anonymous'
  and l.state not in ('email_pending', 'withdrawn', 'refused')`;

const select = (where: SQL, order: SQL, atMost: number) => sql`
  select l.public_id as "publicId", l.company_id as "companyId", p.name, l.display, p.country, l.body,
    l.locale, l.state,
    (l.confirmed_at at time zone 'UTC')::date::text as "confirmedOn",
    encode(l.sent_sha256, 'hex') as "sentSha256",
    (l.handed_over_at at time zone 'UTC')::date::text as "handedOverOn",
    (select d.number from letter_dispatches d
      where d.id = l.dispatch_id and l.handed_over_at is not null) as dispatch
  from letters l join supporters p on p.id = l.supporter_id
  where ${isPublic} and ${where} order by ${order} limit ${atMost}`;

/** Removes the full name of a writer who did not agree to show it. */
const asPublic = ({ display, name, ...letter }: Row): PublicLetter => ({
  ...letter,
  name: display === "public" ? name : initialsOf(name),
});

const newest = sql`l.confirmed_at desc, l.id desc`;

/** Letters `l` of a campaign, or to one of its companies. */
const ofCompany = ({ campaignId, companyId }: OfCompany) =>
  companyId === undefined
    ? sql`l.campaign_id = ${campaignId}`
    : sql`l.campaign_id = ${campaignId} and l.company_id = ${companyId}`;

/**
 * Lists published letters, newest first: those older than `after`. `older` is the letter to page on from,
 * where there are more. `after` may have been hidden since; returns null where it never was one of them.
 */
export async function listPublishedLetters(
  db: DbOrTx,
  of: OfCompany,
  after: string | null = null,
): Promise<{ letters: PublicLetter[]; older: string | null } | null> {
  const conditions = [ofCompany(of)];
  if (after !== null) {
    if (!isUuid(after)) return null;
    const [place] = await db.execute<{ at: string; id: number }>(sql`
      select l.confirmed_at::text as at, l.id::float8 as id from letters l
      where l.public_id = ${after} and ${ofCompany(of)} and l.confirmed_at is not null`);
    if (!place) return null;
    conditions.push(sql`(l.confirmed_at, l.id) < (${place.at}::timestamptz, ${place.id})`);
  }
  const rows = await db.execute<Row>(select(sql.join(conditions, sql` and `), newest, lettersAPage + 1));
  const letters = rows.slice(0, lettersAPage).map(asPublic);
  return { letters, older: rows.length > lettersAPage ? (letters.at(-1)?.publicId ?? null) : null };
}

/** Finds one published letter; others are null, as if not there. */
export async function findPublishedLetter(
  db: DbOrTx,
  campaignId: number,
  publicId: string,
): Promise<PublicLetter | null> {
  if (!isUuid(publicId)) return null;
  const ofId = sql`l.campaign_id = ${campaignId} and l.public_id = ${publicId}`;
  const [row] = await db.execute<Row>(select(ofId, newest, 1));
  return row ? asPublic(row) : null;
}

/**
 * Finds published letters with all that is typed, newest first, at most 50. The end of a word and its accents
 * need not be typed; in scripts without spaces any part of the text is found. Null where no letter or digit
 * was typed.
 */
export async function searchPublishedLetters(
  db: DbOrTx,
  of: OfCompany,
  typed: string,
): Promise<{ letters: PublicLetter[]; more: boolean } | null> {
  const plain = typed.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  const words = (plain.match(/(?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, 12);
  if (words.length === 0) return null;
  const conditions = words.map((word) =>
    unspaced.test(word)
      ? sql`strpos(lower(normalize(l.body, NFKD)), lower(${word})) > 0`
      : sql`l.search @@ to_tsquery('simple', ${`'${word}':*`})`,
  );
  const where = sql`${ofCompany(of)} and ${sql.join(conditions, sql` and `)}`;
  const rows = await db.execute<Row>(select(where, newest, foundAtMost + 1));
  return { letters: rows.slice(0, foundAtMost).map(asPublic), more: rows.length > foundAtMost };
}

const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
