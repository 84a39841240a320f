import { type SQL, sql } from "drizzle-orm";
import { type ListScope, maySeeNames } from "#app/domain/entries/signatures/list-signatures.server.ts";
import type { SignatureDisplay } from "#app/domain/entries/signatures/signature.ts";
import { type NameReviewState, nameReviewStates } from "#app/domain/names/name-review.ts";
import { handedOver, isPublicEntry, readable } from "#app/domain/names/readable.server.ts";
import type { Db } from "#db/index.ts";
import type { WordKind, WordReason } from "./comment-review.ts";

/** Names and comments on one page. */
export const wordsPerPage = 50;

export type ListedWord = {
  kind: WordKind;
  publicId: string;
  name: string;
  /** Null when the name is under moderation. */
  comment: string | null;
  country: string;
  signedAt: string;
  /** How it will be shown; `anonymous` if it is only handed over. */
  display: SignatureDisplay;
  handedOver: boolean;
  /** What looks wrong; empty for a comment that just waits to be public. */
  reasons: WordReason[];
  /** Others with the same name waiting for a decision. */
  alike: number;
  decidedBy: string | null;
  decidedAt: string | null;
};

export type WordFilter = {
  state: NameReviewState;
  /** Null: both. */
  kind: WordKind | null;
  /** `held`: something looks wrong. Null: any reason. */
  reason: WordReason | "held" | null;
  /** The public id of the row that the page begins after. */
  after: string | null;
};

const tables = { name: sql`name_reviews`, comment: sql`comment_reviews` };

const stateTypes = { name: sql`name_review_state`, comment: sql`text` };

/** Condition: row `r` is in a state, cast to the column's type. Casting the column would skip its index. */
const isIn = (one: WordKind, state: NameReviewState) => sql`r.state = ${state}::${stateTypes[one]}`;

const isSuspicious = (reason: WordFilter["reason"]): SQL =>
  reason === null
    ? sql``
    : reason === "held"
      ? sql`and cardinality(r.reasons) > 0`
      : sql`and cardinality(r.reasons) > 0 and ${reason} = any (r.reasons)`;

/**
 * Lists a page of names and comments in one state that somebody else would read now, in the order they were
 * found; `next` is the row to page on from. Each kind is read by its index.
 */
export async function listWords(
  db: Db,
  scope: ListScope,
  { state, kind, reason, after }: WordFilter,
): Promise<{ words: ListedWord[]; next: string | null }> {
  const { campaignId } = scope;
  const cursorIn = (one: WordKind, what: SQL) =>
    sql`select ${what} from ${tables[one]} r where r.campaign_id = ${campaignId} and r.public_id = ${after}`;
  const cursor = sql`(${cursorIn("name", sql`r.found_at, r.signature_id, 'name'`)} union all
    ${cursorIn("comment", sql`r.found_at, r.signature_id, 'comment'`)})`;
  const pageOf = (one: WordKind) => sql`(
    select ${one} as kind, r.public_id, r.signature_id, r.found_at, r.reasons, r.decided_at, r.decided_by_id,
      ${one === "name" ? sql`r.name_sha256` : sql`null::bytea`} as name_sha256
    from ${tables[one]} r join signatures s on s.id = r.signature_id
    where r.campaign_id = ${campaignId} and ${isIn(one, state)} and ${readable} and ${maySeeNames(scope)}
      ${isSuspicious(reason)}
        ${after === null ? sql`` : sql`and (r.found_at, r.signature_id, ${one}) > ${cursor}`}
    order by r.found_at, r.signature_id limit ${wordsPerPage + 1})`;
  const kinds = (["name", "comment"] as const).filter((one) => kind === null || kind === one);
  const rows = await db.execute<ListedWord>(sql`
    select r.kind, r.public_id as "publicId", p.name, case r.kind
      when 'comment' then s.comment end as comment, p.country, s.signed_at as "signedAt",
      case when ${isPublicEntry} then s.display else 'anonymous' end as display, ${handedOver} as "handedOver",
      r.reasons,
      case r.kind when 'comment' then 0 else (select count(*)::int from (select from name_reviews a
        where a.campaign_id = ${campaignId} and a.state = 'queued' and a.name_sha256 = r.name_sha256
          and a.public_id <> r.public_id limit 10000) a) end as alike,
      o.name as "decidedBy", r.decided_at as "decidedAt"
    from (${sql.join(kinds.map(pageOf), sql` union all `)}) r
    join signatures s on s.id = r.signature_id join supporters p on p.id = s.supporter_id
    left join organizers o on o.id = r.decided_by_id
    order by r.found_at, r.signature_id, r.kind limit ${wordsPerPage + 1}`);
  const words = rows
    .slice(0, wordsPerPage)
    .map(
      (row): ListedWord => ({
        ...row,
        signedAt: new Date(row.signedAt).toISOString(),
        decidedAt: row.decidedAt && new Date(row.decidedAt).toISOString(),
      }),
    );
  return { words, next: rows.length > wordsPerPage ? (words.at(-1)?.publicId ?? null) : null };
}

/** Counting stops here: more are "many". */
const countedAtMost = 1000;

export type WordCounts = {
  states: Record<NameReviewState, number>;
  /** Not screened yet. */
  unseen: number;
  atMost: number;
};

/** Counts names and comments that somebody else would read, by state, each up to a thousand. */
export async function countWords(
  db: Db,
  { campaignId }: { campaignId: number },
  kind: WordKind | null = null,
): Promise<WordCounts> {
  const some = (one: WordKind, state: NameReviewState) => sql`(select count(*)::int from (
    select from ${tables[one]} r join signatures s on s.id = r.signature_id
    where r.campaign_id = ${campaignId} and ${isIn(one, state)} and ${readable}
    limit ${countedAtMost}) counted)`;
  const kinds = (["name", "comment"] as const).filter((one) => kind === null || kind === one);
  const rows = await db.execute<{ state: string; n: number }>(sql`
    ${sql.join(
      nameReviewStates.flatMap((state) =>
        kinds.map((one) => sql`select ${state} as state, ${some(one, state)} as n`),
      ),
      sql` union all `,
    )}
    union all select 'unseen', (select count(*)::int from (select from names_awaiting_review n
      join signatures s on s.id = n.signature_id where s.campaign_id = ${campaignId} and ${readable}
      limit ${countedAtMost}) counted)`);
  const of = (key: string) =>
    Math.min(
      countedAtMost,
      rows.reduce((sum, { state, n }) => sum + (state === key ? n : 0), 0),
    );
  const states = Object.fromEntries(nameReviewStates.map((state) => [state, of(state)]));
  return { states: states as WordCounts["states"], unseen: of("unseen"), atMost: countedAtMost };
}
