import { sql } from "drizzle-orm";
import type { Tx } from "#db/index.ts";
import { numberIn } from "./address-marks.ts";
import type { Crowd, Facts } from "./score.ts";

export type CrowdKind = keyof Facts["crowds"] | "relay";
/** Something signatures of a campaign share, as a hash in hex. */
export type Group = { campaign: number; kind: CrowdKind; hash: string };

export const groupKey = ({ campaign, kind, hash }: Group) => `${campaign} ${kind} ${hash}`;

/** Newest members of a crowd whose arrivals, waits and numbers are checked. */
const readAtMost = 60;

type Row = {
  campaign: number;
  kind: CrowdKind;
  hash: string;
  size: number;
  arrivals: string | null;
  waits: string | null;
  addresses: string | null;
};

/**
 * Milliseconds that signature `s` of person `p` with trace `t` took to be confirmed. A further form, which
 * anyone can send, makes it no shorter.
 */
export const waitInMs = sql`(extract(epoch from s.confirmed_at -
  case when t.repeated then p.created_at else s.signed_at end) * 1000)::float8`;

/**
 * Reads how many confirmed signatures share each thing, and how the newest behave, by `groupKey`. Of an
 * address that several forms named, the moment and its place in an order are a stranger's choice.
 */
export async function readCrowds(tx: Tx, groups: readonly Group[]): Promise<Map<string, Crowd>> {
  const rows = await tx.execute<Row>(sql`
    select w.campaign, w.kind, w.hash, many.size, newest.arrivals, newest.waits, newest.addresses
    from unnest(${sql.param(groups.map(({ campaign }) => campaign))}::int[],
      ${sql.param(groups.map(({ kind }) => kind))}::text[],
      ${sql.param(groups.map(({ hash }) => hash))}::text[]) as w (campaign, kind, hash)
    cross join lateral (select count(*)::int as size from trace_groups g where g.campaign_id = w.campaign
      and g.kind = w.kind::trace_group_kind and g.hash = decode(w.hash, 'hex')) many
    left join lateral (
      select string_agg((extract(epoch from n.seen_at) * 1000)::text, ' ' order by n.seen_at)
          filter (where not t.repeated) as arrivals,
        string_agg(${waitInMs}::text, ' ' order by n.seen_at)
          filter (where s.confirmed_at is not null) as waits,
        case when w.kind = 'series' then string_agg(p.email_canonical, ' '
          order by n.seen_at) filter (where not t.repeated) end as addresses
      from (select g.seen_at, g.signature_id from trace_groups g where g.campaign_id = w.campaign
          and g.kind = w.kind::trace_group_kind and g.hash = decode(w.hash, 'hex')
        order by g.seen_at desc limit ${readAtMost}) n
      join signatures s on s.id = n.signature_id join supporters p on p.id = s.supporter_id
      join signature_traces t on t.signature_id = s.id) newest
      on many.size > 4
    where many.size > 0`);
  return new Map(
    rows.map(({ size, arrivals, waits, addresses, ...group }) => [
      groupKey(group),
      {
        size,
        arrivals: listed(arrivals).map(Number),
        waits: listed(waits).map(Number),
        numbers: listed(addresses)
          .map(numberIn)
          .filter((number) => number !== null),
      },
    ]),
  );
}

const listed = (text: string | null) => (text === null ? [] : text.split(" "));
