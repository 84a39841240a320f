import { type SQL, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import type { Stretch } from "./measure.ts";
import { readPublicSeries } from "./read-public-series.server.ts";
import type { Span } from "./span.server.ts";

/**
 * What is drawn over time. `left`: signatures that stopped counting; `mails`: emails of updates accepted by
 * the provider.
 */
export type Flow = { joined: number; left: number; pledges: number; letters: number; mails: number };

export type Point = {
  /** ISO 8601 with the zone's offset. */
  at: string;
  now: Flow;
  /** The period before, if there is one. */
  before: Flow | null;
};

export type Series = {
  points: Point[];
  total: Flow;
  /** The same length of time in the period before, to compare `total` with. */
  totalBefore: Flow | null;
};

const nothing: Flow = { joined: 0, left: 0, pledges: 0, letters: 0, mails: 0 };
const add = (a: Flow, b: Flow): Flow => ({
  joined: a.joined + b.joined,
  left: a.left + b.left,
  pledges: a.pledges + b.pledges,
  letters: a.letters + b.letters,
  mails: a.mails + b.mails,
});

/**
 * Sums a campaign by hour or day of the zone, from rows by the hour: where a zone is half an hour off, its
 * days begin half an hour early or late.
 */
export async function readSeries(db: DbOrTx, campaignId: number, span: Span): Promise<Series> {
  const { step, zone, before } = span;
  const rows = await readFlows(db, campaignId, { step, zone, from: before?.from ?? span.from, to: span.to });
  const key = (at: Span["starts"][number]) => (step === "day" ? at.toISODate() : String(at.toMillis())) ?? "";
  const points = span.starts.map((at, n) => {
    const earlier = span.startsBefore?.[n];
    return {
      at: at.toISO() ?? "",
      now: rows.get(key(at)) ?? nothing,
      before: earlier ? (rows.get(key(earlier)) ?? nothing) : null,
    };
  });
  const total = points.reduce((sum, { now }) => add(sum, now), nothing);
  const totalBefore = before && (await readTotal(db, campaignId, before.from, before.to));
  return { points, total, totalBefore };
}

type Asked = { step: Span["step"]; zone: string; from: Date; to: Date };
type Row = Flow & { key: string };

const flows = sql`
  coalesce(sum(n) filter (where measure = 'joined'), 0)::int as joined,
  coalesce(sum(n) filter (where measure = 'left'), 0)::int as left,
  coalesce(sum(n) filter (where measure = 'pledge'), 0)::int as pledges,
  coalesce(sum(n) filter (where measure = 'letter'), 0)::int as letters,
  coalesce(sum(n) filter (where measure = 'mail'), 0)::int as mails`;

/** Totals of a period, each measure from its own range of the index. */
const countedIn = (campaignId: number, since: SQL) => sql`(
  select hour, measure, n from activity_hours
  where campaign_id = ${campaignId} and measure in ('joined', 'left', 'pledge', 'letter') and value = ''
    and ${since}
  union all
  select hour, measure, n from activity_hours
  where campaign_id = ${campaignId} and measure = 'mail' and value = 'update accepted' and ${since}) counted`;

async function readFlows(db: DbOrTx, campaignId: number, { step, zone, from, to }: Asked) {
  const key =
    step === "day" ? sql`(hour at time zone ${zone})::date` : sql`(extract(epoch from hour) * 1000)::bigint`;
  // Summed by measure first, so that each row is added once.
  const rows = await db.execute<Row>(sql`
    select key::text as key, ${flows} from (
      select ${key} as key, measure, sum(n) as n from ${countedIn(
        campaignId,
        sql`hour >= ${from.toISOString()}::timestamptz and hour <= ${to.toISOString()}::timestamptz`,
      )} group by 1, 2) summed
    group by 1`);
  return new Map<string, Flow>(rows.map(({ key: at, ...flow }) => [at, flow]));
}

async function readTotal(db: DbOrTx, campaignId: number, from: Date, to: Date): Promise<Flow> {
  const [row] = await db.execute<Flow>(sql`
    select ${flows} from ${countedIn(
      campaignId,
      sql`hour >= ${from.toISOString()}::timestamptz and hour < ${to.toISOString()}::timestamptz`,
    )}`);
  return row ?? nothing;
}

/** Finds the first hour known of a campaign. Null where there is none. */
export async function findFirstHour(db: DbOrTx, campaignId: number): Promise<Date | null> {
  const first = (measure: string) =>
    sql`(select hour from activity_hours where campaign_id = ${campaignId} and measure = ${measure}
        order by hour limit 1)`;
  const [row] = await db.execute<{ hour: string | null }>(
    sql`select least(${first("joined")}, ${first("pledge")}, ${first("letter")})::text as hour`,
  );
  return row?.hour ? new Date(row.hour) : null;
}

const day = 86_400_000;
/** Days that a case page draws. */
const daysDrawn = 92;

/** Reads a campaign's signatures by day for its page, and which are of the last seven days. */
export async function readDays(
  db: DbOrTx,
  campaignId: number,
  now = new Date(),
): Promise<(Stretch & { isWeek: boolean })[]> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * day).toISOString().slice(0, 10);
  const drawn = { of: "signatures", from: daysAgo(daysDrawn), to: null } as const;
  const stretches = await readPublicSeries(db, campaignId, drawn, now);
  return stretches.map((one) => ({ ...one, isWeek: one.from >= daysAgo(7) }));
}
