import { sql } from "drizzle-orm";
import type { Db, DbOrTx } from "#db/index.ts";

/** Newest letters found by one print; and those of them that are compared word by word. */
const foundByPrint = 40;
const compared = 16;

type Unscored = { id: number; campaignId: number; companyId: number; supporterId: number; body: string };

/** `nearest`: how much of the letter is in the letter `by`. */
type Nearest = { id: number; part: number; by: number };

/**
 * Scores up to `atMost` confirmed letters: how much of their words is the campaign's ask, in any wording it
 * had, and how much is in the most similar other letter. It only measures what is shared: using the template,
 * dictating or translating is nothing wrong. Returns how many were scored; none while another worker scores.
 */
export async function scoreLetters(db: Db, atMost = 2000, stop?: AbortSignal, now = new Date()) {
  let scored = 0;
  while (scored < atMost && !stop?.aborted && (await scoreNext(db, now))) scored++;
  return scored;
}

/** Scores one letter per transaction, so that changes to letters wait briefly. */
const scoreNext = (db: Db, now: Date): Promise<boolean> =>
  db.transaction(async (tx) => {
    // Letters scored at the same time would miss each other.
    const [lock] = await tx.execute<{ free: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended('score-letters', 0)) as free`,
    );
    const [letter] = lock?.free
      ? await tx.execute<Unscored>(sql`
          select id::float8 as id, campaign_id as "campaignId", company_id as "companyId",
            supporter_id::float8 as "supporterId", body from letters
          where scored_at is null and state <> 'email_pending' order by id limit 1`)
      : [];
    if (!letter) return false;

    const own = shinglesOf(letter.body);
    const prints = sampleShingles(own);
    const ofAsks = (await readAsks(tx, letter.campaignId)).map((ask) => sharedPart(own, shinglesOf(ask)));
    const others = await findSimilar(tx, letter, prints);
    const parts = others.map(({ id, body }) => ({ id, shingles: shinglesOf(body) }));
    // Both ways: an earlier letter is updated if a later one shares more with it than any before.
    const nearest: Nearest[] = parts.flatMap(({ id, shingles }) => [
      { id: letter.id, part: sharedPart(own, shingles), by: id },
      { id, part: sharedPart(shingles, own), by: letter.id },
    ]);
    await store(tx, letter, { prints, template: Math.max(0, ...ofAsks), nearest, now });
    return true;
  });

/** The campaign's ask, in every language and every earlier version. */
async function readAsks(tx: DbOrTx, campaignId: number): Promise<string[]> {
  const rows = await tx.execute<{ ask: string }>(sql`
    select ask from letter_templates where campaign_id = ${campaignId}
    union select ask from letter_template_wordings where campaign_id = ${campaignId}`);
  return rows.map(({ ask }) => ask);
}

/**
 * Finds others' letters to the company that may share the most. Reads a fixed number of rows: the newest
 * letters of each print; those that share many and rare prints are compared (decision 16).
 */
const findSimilar = (tx: DbOrTx, { id, campaignId, companyId, supporterId }: Unscored, prints: number[]) =>
  tx.execute<{ id: number; body: string }>(sql`
    with found as (
      select f.letter_id, 1.0 / count(*) over (partition by p.print) as weight
      from unnest(${sql.param(prints)}::bigint[]) as p (print)
      cross join lateral (
        select letter_id from letter_prints
        where campaign_id = ${campaignId} and print = p.print and letter_id <> ${id}
        order by letter_id desc limit ${foundByPrint}) f
    ), likely as (
      select letter_id from found join letters o on o.id = letter_id and o.company_id = ${companyId}
        and o.supporter_id <> ${supporterId}
      group by 1 order by sum(weight) desc, 1 desc limit ${compared}
    )
    select l.id::float8 as id, l.body from likely join letters l on l.id = likely.letter_id
    where l.state not in ('withdrawn', 'refused')`);

type Score = { prints: number[]; template: number; nearest: Nearest[]; now: Date };

/** Locks all letters at once in the order of ids, like `lockLetters`. */
async function store(tx: DbOrTx, letter: Unscored, { prints, template, nearest, now }: Score) {
  const column = (key: keyof Nearest) => sql.param(nearest.map((each) => each[key]));
  await tx.execute(sql`
    with seen as (
      select distinct on (id) * from
        unnest(${column("id")}::bigint[], ${column("part")}::real[],
          ${column("by")}::bigint[]) as n (id, part, by)
      where part > 0 order by id, part desc, by
    ), locked as (
      select id from letters where id = ${letter.id} or id in (select id from seen) order by id
      for no key update
    ), kept as (
      insert into letter_prints (campaign_id, letter_id, print)
      select ${letter.campaignId}, id, unnest(${sql.param(prints)}::bigint[]) from locked
      where id = ${letter.id}
      on conflict do nothing
    )
    update letters l set
      template_similarity = case l.id when ${letter.id} then ${template} else l.template_similarity end,
      nearest_similarity = greatest(l.nearest_similarity, n.part, 0),
      nearest_letter_id = case when n.part > coalesce(l.nearest_similarity,
        0) then n.by else l.nearest_letter_id end,
      scored_at = coalesce(l.scored_at, ${now.toISOString()})
    from locked left join seen n on n.id = locked.id
    where l.id = locked.id and (l.id = ${letter.id} or n.part > l.nearest_similarity)`);
}

const shingleWords = 3;

/** Scripts without spaces: each character counts as a word. */
const unspaced =
  "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}";
const word = new RegExp(`[${unspaced}]\\p{M}*|(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}])+`, "gu");

/**
 * Accents of Latin, Greek and Cyrillic letters, vowel points of Arabic and Hebrew, and invisible characters.
 */
const folded = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\p{Cf}]/gu;

/** Hashes (53 bits) the shingles of a text, ignoring case, accents, punctuation and line ends. */
export function shinglesOf(text: string): Set<number> {
  const plain = text.normalize("NFKD").replace(folded, "").normalize("NFC").toLowerCase();
  const words = plain.match(word) ?? [];
  const last = Math.max(words.length - shingleWords, 0);
  const shingles = new Set<number>();
  for (let at = 0; at <= last && words.length > 0; at++) {
    shingles.add(hash(words.slice(at, at + shingleWords).join(" ")));
  }
  return shingles;
}

/** Returns how much of a text is in another, 0 to 1, by their shingles. */
export function sharedPart(own: ReadonlySet<number>, other: ReadonlySet<number>): number {
  if (own.size === 0) return 0;
  let shared = 0;
  for (const shingle of own) if (other.has(shingle)) shared++;
  return shared / own.size;
}

/** Shingles stored per letter to find similar ones: at least (if it has that many) and at most. */
const printsAtLeast = 8;
const printsAtMost = 64;
const hashes = 2 ** 53;

/**
 * Returns the shingles that find a letter: those with the smallest hashes, a quarter of all. The same words
 * give the same prints in a short letter as in the long one that holds it.
 */
export function sampleShingles(shingles: ReadonlySet<number>): number[] {
  const sorted = [...shingles].sort((a, b) => a - b);
  return sorted.filter((print, n) => n < printsAtLeast || (n < printsAtMost && print < hashes / 4));
}

/** A 53-bit hash, evenly spread: two multiplicative 32-bit ones, mixed at the end. Not secure. */
function hash(text: string): number {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b);
  }
  a = Math.imul(a ^ (a >>> 16) ^ (b >>> 13), 0x7feb352d);
  b = Math.imul(b ^ (b >>> 15) ^ (a >>> 14), 0x846ca68b);
  return ((a ^ (b >>> 16)) >>> 0) * 0x200000 + ((b ^ (a >>> 15)) >>> 11);
}
