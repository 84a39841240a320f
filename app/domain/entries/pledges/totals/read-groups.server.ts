import { sql } from "drizzle-orm";
import { decryptHolding } from "#app/domain/entries/pledges/holding.server.ts";
import type { SharesBucket } from "#app/domain/entries/pledges/pledge.ts";
import { boundsOf, wholeShares } from "#app/domain/entries/pledges/shares.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { contributionsOf } from "./cells.ts";
import { openAdded } from "./note-change.server.ts";
import { type Figure, type Figures, type Holders, nobody, type Part, sumOf } from "./publish.ts";
import { readActive } from "./recount.server.ts";

type OfMeeting = { campaignId: number; meetingId: number };
type ByFigure = Record<string, Map<string, Part>>;

/** A pledge's change of a figure since it was published; `person` is null once its pledge is erased. */
export type FigureChange = { figure: string; series: string; before: Buffer | null; person: string | null };

/** What an active pledge adds to figures. `row` tells whether it has changed since. */
export type Adds = { row: string; series: string; person: string; adds: ReadonlyMap<string, string> };

/**
 * Groups who adds what to each figure: now, and when each was published (`published`). What of a figure no
 * pledge explains, because its person is erased or its secret is gone, is `nobody`'s.
 */
export function groupAdds(
  keys: Keys,
  active: ReadonlyMap<number, Adds>,
  { changes, live, published }: { changes: readonly FigureChange[]; live: Figures; published: Figures },
) {
  const now: ByFigure = {};
  const adds = new Map<string, Adds>();
  for (const one of active.values()) {
    adds.set(one.series, one);
    for (const [figure, added] of one.adds) put(now, figure, one.person, partOf(figure, added));
  }
  const taken: ByFigure = {};
  const given: ByFigure = {};
  for (const { figure, series, before, person } of changes) {
    const is = adds.get(series);
    const added = is?.adds.get(figure);
    if (is && added !== undefined) put(taken, figure, is.person, partOf(figure, added));
    const was = before && person !== null ? openAdded(keys, { figure, series }, before) : null;
    if (was !== null && person !== null) put(given, figure, person, partOf(figure, was));
  }
  const none: Holders = new Map();
  const groups = (figures: Figures, of: (figure: string) => Holders) =>
    Object.fromEntries(
      [...new Set([...Object.keys(figures), ...Object.keys(now), ...Object.keys(given)])].map((figure) => [
        figure,
        explained(figure, of(figure), figures[figure]),
      ]),
    );
  return {
    now: groups(live, (figure) => now[figure] ?? none),
    published: groups(published, (figure) =>
      sumOf([now[figure] ?? none, given[figure] ?? none], [taken[figure] ?? none]),
    ),
  };
}

function put(groups: ByFigure, figure: string, person: string, part: Part): void {
  const group = groups[figure] ?? new Map<string, Part>();
  groups[figure] = group;
  const was = group.get(person);
  group.set(person, was ? { of: was.of + part.of, sum: was.sum + part.sum, max: was.max + part.max } : part);
}

/** Adds, as `nobody`'s, what a figure says beyond its persons. */
function explained(figure: string, group: Holders, said: Figure | undefined): Holders {
  let { of, sum, max } = said ? partOfFigure(figure, said) : { of: 0, sum: 0n, max: 0n };
  for (const part of group.values()) {
    of -= part.of;
    sum -= part.sum;
    max -= part.max;
  }
  return sumOf([group, new Map([[nobody, { of, sum, max }]])]);
}

const measureOf = (figure: string) => figure.split(":")[2];

/** What a pledge's contribution is in numbers. One who did not vote counts against one who did. */
function partOf(figure: string, added: string): Part {
  const measure = measureOf(figure);
  if (measure === "shares") return { of: 1, sum: added === "unreadable" ? 0n : wholeShares(added), max: 0n };
  if (measure !== "bucket") return { of: 1, sum: added === "not" ? -1n : 1n, max: 0n };
  if (added === "unreadable") return { of: 1, sum: 0n, max: 0n };
  const { min, max } = boundsOf(added as SharesBucket);
  return { of: 1, sum: min, max };
}

const partOfFigure = (figure: string, { of, sum, max }: Figure): Part => ({
  of,
  sum: measureOf(figure) === "outcome" ? 2n * BigInt(sum) - BigInt(of) : BigInt(sum),
  max: BigInt(max ?? 0),
});

/**
 * Reads what each active pledge adds, by id. Only those are decrypted that are not in `known` as they are.
 * What the totals say of one that cannot be decrypted is nobody's.
 */
export async function readAdds(
  db: DbOrTx,
  keys: Keys,
  meeting: OfMeeting,
  known: ReadonlyMap<number, Adds> = new Map(),
): Promise<Map<number, Adds>> {
  const { campaignId, meetingId } = meeting;
  const rows = await db.execute<{ id: number; row: string }>(sql`
    select id::float8 as id, xmin::text as row from pledges
    where campaign_id = ${campaignId} and meeting_id = ${meetingId} and status = 'active'`);
  const rowOf = new Map(rows.map(({ id, row }) => [id, row]));
  const all = new Map<number, Adds>();
  for (const [id, one] of known) if (rowOf.get(id) === one.row) all.set(id, one);
  const missing = [...rowOf.keys()].filter((id) => !all.has(id));
  for await (const [pledge, intentions] of readActive(db, meeting, missing)) {
    const intended = intentions.map(({ ballotItemId: item, intention }) => ({ item, intention }));
    all.set(pledge.id, {
      row: rowOf.get(pledge.id) ?? "",
      series: pledge.series,
      person: `${pledge.supporterId}`,
      adds: contributionsOf(pledge, intended, readHolding(keys, pledge)),
    });
  }
  return all;
}

/** Decrypts a holding; null where its secret is gone. */
function readHolding(keys: Keys, pledge: Parameters<typeof decryptHolding>[1]) {
  try {
    return decryptHolding(keys, pledge);
  } catch {
    return null;
  }
}

type Row = {
  cell: string;
  holders: number;
  sharesHolders: number;
  whole: string;
  bucketHolders: number;
  bucketMin: string;
  bucketMax: string;
};

/**
 * Reads every figure of a meeting now, from `pledge_totals`: figures are published from it, and none of it is
 * shown to anyone before that.
 */
export async function readLiveFigures(db: DbOrTx, { campaignId, meetingId }: OfMeeting): Promise<Figures> {
  const rows = await db.execute<Row>(sql`
    with totals as (
      select *, ballot_item_id is null as whole_row from pledge_totals
      where campaign_id = ${campaignId} and meeting_id = ${meetingId}
    ), cells as (
      select case when kind = 'fund' then 'fund:fund' else 'all:all' end as cell, * from totals
      where whole_row
      union all select 'verification:' || verification, * from totals where whole_row and kind <> 'fund'
      union all select 'holding:' || holding_form, * from totals where whole_row and kind <> 'fund'
      union all select 'kind:' || kind, * from totals where whole_row and kind <> 'fund'
      union all select 'general:' || intention, * from totals
        where whole_row and kind <> 'fund' and intention is not null
      union all select 'item-' || ballot_item_id || ':' || intention, * from totals where not whole_row
    )
    select cell, sum(holders)::int as holders, sum(holders - bucket_holders)::int as "sharesHolders",
      sum(whole_shares)::text as whole, sum(bucket_holders)::int as "bucketHolders",
      sum(bucket_min)::text as "bucketMin", sum(bucket_max)::text as "bucketMax"
    from cells group by cell`);
  const figures: Record<string, Figure> = {};
  for (const row of rows) {
    figures[`${row.cell}:holders`] = { of: row.holders, sum: `${row.holders}`, max: null };
    if (row.cell === "fund:fund") continue;
    figures[`${row.cell}:shares`] = { of: row.sharesHolders, sum: row.whole, max: null };
    figures[`${row.cell}:bucket`] = { of: row.bucketHolders, sum: row.bucketMin, max: row.bucketMax };
  }
  return figures;
}
