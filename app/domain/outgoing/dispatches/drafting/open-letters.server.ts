import { type SQL, sql } from "drizzle-orm";
import type { LetterState } from "#app/domain/entries/letters/letter.ts";
import { letterText } from "#app/domain/entries/letters/letter.ts";
import { isOnHold } from "#app/domain/entries/letters/list/list-letters.server.ts";
import { type ListScope, maySeeNames } from "#app/domain/entries/signatures/list-signatures.server.ts";
import { isDeliverable, seenMark } from "#app/domain/moderation/moderate-letter.server.ts";
import { lettersFor } from "#app/domain/outgoing/dispatches/eligible.server.ts";
import type { DispatchView } from "#app/domain/outgoing/dispatches/queries.server.ts";
import { localeOf } from "#app/domain/queue/common-props.ts";
import { noteListView } from "#app/domain/record/note-view.server.ts";
import type { Passage } from "#app/domain/screening/passage.ts";
import type { HoldReason } from "#app/domain/screening/reasons.ts";
import { screenLetter } from "#app/domain/screening/screen.server.ts";
import type { Db, DbOrTx } from "#db/index.ts";
import type { LetterViews } from "./letter-views.ts";

/** Few, because each is read in full. */
const lettersAPage = 10;

export type OpenedCursor = { side: "after" | "before"; than: string };

/** A letter as the company gets it, without the number of shares. */
export type OpenedLetter = {
  publicId: string;
  /** Posted with a decision, to prove which version was read. */
  seen: string;
  /** Its position among the letters of the dispatch, from 1. */
  place: number;
  name: string;
  locale: string;
  state: LetterState;
  text: string;
  tellsShares: boolean;
  /** What screening finds in it now, and where in `text`. */
  found: HoldReason | null;
  passage: Passage | null;
  /** Why it was on hold, and who released it. */
  heldReason: HoldReason | null;
  isOnHold: boolean;
  releasedBy: string | null;
  releasedAt: string | null;
  /** It was sent to the company or is being sent: it can no longer be taken out. */
  handedOver: boolean;
};

type Dispatch = Pick<DispatchView, "id" | "companyId" | "kind" | "stage" | "number">;

/** True for the letters `l` of a dispatch; for a draft, those it would take now. */
const inDispatch = (campaignId: number, { id, companyId, kind, stage }: Dispatch): SQL =>
  stage === "draft"
    ? lettersFor({ id, kind, campaignId, companyId })
    : sql`l.campaign_id = ${campaignId} and l.dispatch_id = ${id} and ${isDeliverable}`;

type Row = Omit<OpenedLetter, "place" | "text" | "found" | "passage"> & {
  id: number;
  body: string;
  country: string;
  company: string;
};

/**
 * Opens one page of the letters of a dispatch for an organizer who may see names, in the order in which they
 * are sent, and records which they opened. Pages are found by the id of a row and never by counting rows off.
 */
export async function openLetters(
  db: Db,
  scope: ListScope,
  dispatch: Dispatch,
  cursor: OpenedCursor | null,
): Promise<{ letters: OpenedLetter[]; before: string | null; after: string | null }> {
  const { campaignId, organizerId } = scope;
  const backwards = cursor?.side === "before";
  const all = sql`${inDispatch(campaignId, dispatch)} and ${maySeeNames(scope)}`;
  const than =
    cursor &&
    sql`(select id from letters where public_id = ${cursor.than}::uuid and campaign_id = ${campaignId})`;
  const place = than === null ? sql`true` : backwards ? sql`l.id < ${than}` : sql`l.id > ${than}`;
  const rows = await db.execute<Row>(sql`
    select l.id::float8 as id, l.public_id as "publicId", ${seenMark} as seen, p.name, p.country, l.locale,
      l.state, l.body, t.name as company, l.shares_enc is not null as "tellsShares",
      l.hold_reason as "heldReason", (${isOnHold}) as "isOnHold",
      case when l.hold_reason is not null then l.moderated_at end as "releasedAt",
      case when l.hold_reason is not null then (select o.name from organizers o
        where o.id = l.moderated_by_id) end as "releasedBy",
      l.handed_over_at is not null or l.state not in ('confirmed', 'queued') as "handedOver"
    from letters l join supporters p on p.id = l.supporter_id
    join targets t on t.id = l.company_id
    where ${all} and ${place} order by l.id ${backwards ? sql`desc` : sql`asc`} limit ${lettersAPage + 1}`);
  const more = rows.length > lettersAPage;
  const page = rows.slice(0, lettersAPage);
  if (backwards) page.reverse();
  const before = await countBefore(db, all, page[0]?.id ?? 0);
  const letters: OpenedLetter[] = [];
  for (const [at, row] of page.entries()) letters.push(await screened(row, before + at + 1));

  const view = { rows: letters.length, filter: { dispatch: dispatch.number }, paged: cursor !== null };
  await db.transaction(async (tx) => {
    if (organizerId !== null) {
      await tx.execute(sql`
        insert into letter_openings (dispatch_id, organizer_id, letter_id)
        select ${dispatch.id}, ${organizerId}::uuid, l.id from letters l
        where l.id = any (${sql.param(page.map(({ id }) => id))}::bigint[]) order by l.id for key share of l
        on conflict (dispatch_id, organizer_id, letter_id) do update set opened_at = now()`);
    }
    await noteListView(tx, scope, { list: "dispatch", ...view });
  });
  return {
    letters,
    before: (backwards ? more : cursor !== null) ? (letters[0]?.publicId ?? null) : null,
    after: backwards || more ? (letters.at(-1)?.publicId ?? null) : null,
  };
}

async function countBefore(db: Db, all: SQL, id: number): Promise<number> {
  const [row] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from letters l where ${all} and l.id < ${id}`,
  );
  return row?.n ?? 0;
}

/** Screens the words again: the rules may have changed since confirmation. */
async function screened(
  { id: _id, body, country, company, ...row }: Row,
  place: number,
): Promise<OpenedLetter> {
  const { holdReason: found, passage } = await screenLetter({ body, name: row.name });
  const text = letterText({ ...row, locale: localeOf(row.locale), body, shares: null, country, company });
  const cut = body.length - body.trimStart().length;
  const within = passage && { start: Math.max(0, passage.start - cut), end: passage.end - cut };
  const releasedAt = row.releasedAt && new Date(row.releasedAt).toISOString();
  return { ...row, releasedAt, place, text, found: found === "unscreened" ? null : found, passage: within };
}

export async function countOpenings(
  db: DbOrTx,
  campaignId: number,
  dispatch: Dispatch,
): Promise<LetterViews> {
  const all = inDispatch(campaignId, dispatch);
  const [row] = await db.execute<{ n: number }>(sql`select count(*)::int as n from letters l where ${all}`);
  const people = await db.execute<LetterViews["people"][number]>(sql`
    select o.id, o.name, count(*)::int as opened
    from letter_openings r join organizers o on o.id = r.organizer_id
    join letters l on l.id = r.letter_id join supporters p on p.id = l.supporter_id
    where r.dispatch_id = ${dispatch.id} and ${all}
      and (p.corrected_at is null or p.corrected_at <= r.opened_at)
    group by o.id, o.name order by o.name, o.id`);
  return { letters: row?.n ?? 0, people: [...people] };
}
