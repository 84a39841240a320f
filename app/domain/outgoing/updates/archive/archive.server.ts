import { type SQL, sql } from "drizzle-orm";
import { inArchive } from "#app/domain/campaign/in-archive.ts";
import { isForShareholders, readAudience } from "#app/domain/outgoing/updates/audience/audience.ts";
import { listClaimsForUpdates } from "#app/domain/outgoing/updates/words/list-claims.server.ts";
import { type CitableClaim, parseUpdate } from "#app/domain/outgoing/updates/words/markdown.ts";
import { localeOf } from "#app/domain/queue/common-props.ts";
import { type Locale, words } from "#app/i18n/index.ts";
import { fillBlocks, fillFirstNames } from "#app/lib/first-name.ts";
import { withMarks } from "#app/lib/placeholders.ts";
import type { DbOrTx } from "#db/index.ts";
import type { PublishedLine, PublishedUpdate, RichBlock } from "./published-update.ts";

/** `localMode`: a developer's machine, where template instructions are marked as examples. */
type Asked = { campaignId: number; locale: Locale; localMode?: boolean };

/** Lists a campaign's newest archived updates with their words, newest first. */
export const listPublishedUpdates = (db: DbOrTx, asked: Asked, atMost: number): Promise<PublishedUpdate[]> =>
  readWords(db, asked, sql`order by u.started_at desc, u.id desc limit ${atMost}`);

/**
 * Lists archived updates after the one of that number, newest first; null begins with the newest. Returns
 * null for a number that is not published.
 */
export async function listPublishedAfter(
  db: DbOrTx,
  asked: Asked,
  { number, atMost }: { number: number | null; atMost: number },
): Promise<PublishedUpdate[] | null> {
  if (number === null) return listPublishedUpdates(db, asked, atMost);
  if (!(await findPublishedUpdate(db, asked, number))) return null;
  const after = sql`and (u.started_at, u.id) < (select p.started_at, p.id from updates p
    where p.campaign_id = ${asked.campaignId} and p.number = ${number})`;
  return readWords(db, asked, sql`${after} order by u.started_at desc, u.id desc limit ${atMost}`);
}

/** Finds an archived update by its number. Null until it begins, and where it is not published. */
export async function findPublishedUpdate(
  db: DbOrTx,
  asked: Asked,
  number: number,
): Promise<PublishedUpdate | null> {
  const [update] = await readWords(db, asked, sql`and u.number = ${number}`);
  return update ?? null;
}

/** Lists archived updates by date and subject, newest first. */
export async function listPublishedLines(db: DbOrTx, asked: Asked): Promise<PublishedLine[]> {
  const rows = await db.execute<Row>(sql`
    select u.number, u.started_at as "startedAt", t.locale, t.subject ${published(asked)}
    order by u.started_at desc, u.id desc`);
  return rows.map((row) => asLine(row, asked));
}

/** Finds the newest archived update, by date and subject. Null where there is none. */
export async function findLatestUpdate(db: DbOrTx, asked: Asked): Promise<PublishedLine | null> {
  const [row] = await db.execute<Row>(sql`
    select u.number, u.started_at as "startedAt", t.locale, t.subject ${published(asked)}
    order by u.started_at desc, u.id desc limit 1`);
  return row ? asLine(row, asked) : null;
}

type Row = { number: number; startedAt: string; locale: string; subject: string };

const asLine = ({ number, startedAt, locale, subject }: Row, asked: Asked): PublishedLine => ({
  number,
  locale,
  subject: fillFirstNames(marked(subject, locale, asked), byFallback),
  startedAt: new Date(startedAt),
});

const marked = (text: string, locale: string, { localMode = false }: Asked) =>
  localMode ? withMarks(text, words(localeOf(locale)).common.footer.exampleMark) : text;

/** Public updates, each in the requested language, else in the campaign's first language it has. */
const published = ({ campaignId, locale }: Asked): SQL => sql`
  from updates u join campaigns c on c.id = u.campaign_id
  cross join lateral (
    select t.locale, t.subject, t.body from update_texts t where t.update_id = u.id
    order by t.locale = ${locale} desc, array_position(c.languages, t.locale), t.locale limit 1
  ) t
  where u.campaign_id = ${campaignId} and ${inArchive}`;

async function readWords(db: DbOrTx, asked: Asked, rest: SQL): Promise<PublishedUpdate[]> {
  const rows = await db.execute<Row & { publicId: string; body: string; audience: unknown }>(sql`
    select u.number, u.started_at as "startedAt", t.locale, t.subject, u.public_id as "publicId",
      u.audience, t.body ${published(asked)} ${rest}`);
  if (rows.length === 0) return [];
  const claims = await listClaimsForUpdates(db, asked.campaignId);
  return rows.map((row) => ({
    ...asLine(row, asked),
    publicId: row.publicId,
    isForShareholders: isForShareholders(readAudience(row.audience)),
    blocks: readBlocks(marked(row.body, row.locale, asked), claims, localeOf(row.locale)),
  }));
}

/** Everyone reads a page, so it names nobody. */
const byFallback = (fallback: string) => fallback;

/** The words as printed today, without lines citing a claim that was retracted since. */
function readBlocks(body: string, claims: readonly CitableClaim[], locale: Locale): RichBlock[] {
  const parsed = parseUpdate(body, claims, locale);
  if (parsed.ok) return fillBlocks(parsed.blocks, byFallback);
  const gone = new Set(parsed.errors.map(({ line }) => line));
  const rest = body.split(/\r\n?|\n/).filter((_, index) => !gone.has(index + 1));
  const again = parseUpdate(rest.join("\n"), claims, locale);
  return again.ok ? fillBlocks(again.blocks, byFallback) : [];
}
