import { sql } from "drizzle-orm";
import type {
  HoldingForm,
  PledgeKind,
  TenureBucket,
  Verification,
} from "#app/domain/entries/pledges/pledge.ts";
import { type ListScope, maySeeNames } from "#app/domain/entries/signatures/list-signatures.server.ts";
import type { Db } from "#db/index.ts";
import { type CoFilerState, coFilerStates } from "./co-filer.ts";

export type CoFiler = {
  publicId: string;
  name: string;
  email: string;
  country: string;
  kind: PledgeKind;
  holdingForm: HoldingForm;
  verification: Verification;
  /** `YYYY-MM` */
  heldSinceMonth: string | null;
  tenureBucket: TenureBucket | null;
  state: CoFilerState;
  /** ISO 8601; null if nobody has written to them. */
  changedAt: string | null;
};

const coFilersAPage = 50;

/**
 * A holder's position in a list. It is passed whole, not looked up: a step moves them to another list, and
 * the next page must begin where they were.
 */
export type CoFilerPlace = { since: string; publicId: string };

const sinceWhen = sql`coalesce(f.changed_at, p.confirmed_at)`;

/** Newer is later: those who waited longest are first. */
export type CoFilerCursor = { side: "newer" | "older"; than: CoFilerPlace };

export type CoFilerPage = {
  coFilers: CoFiler[];
  /** The position to page on from, on sides that have more. */
  newer: CoFilerPlace | null;
  older: CoFilerPlace | null;
};

/**
 * Lists a page of those willing to co-file for one meeting who agreed to be written to about it and are in
 * this state, longest wait first.
 */
export async function listCoFilers(
  db: Db,
  scope: ListScope & { meetingId: number },
  state: CoFilerState,
  cursor: CoFilerCursor | null,
  atMost = coFilersAPage,
): Promise<CoFilerPage> {
  const backwards = cursor?.side === "older";
  const than = cursor && sql`(${cursor.than.since}::timestamptz, ${cursor.than.publicId}::uuid)`;
  const way = backwards ? sql`desc` : sql`asc`;
  const beyond = backwards ? sql`<` : sql`>`;
  const rows = await db.execute<CoFiler & { since: string }>(sql`
    select p.public_id as "publicId", s.name, s.email, s.country, p.kind, p.holding_form as "holdingForm",
      p.verification, to_char(p.held_since_month, 'YYYY-MM') as "heldSinceMonth",
      p.tenure_bucket as "tenureBucket", coalesce(f.state, 'interested') as state,
      to_char(f.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "changedAt",
      to_char(${sinceWhen} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as since
    from pledges p join supporters s on s.id = p.supporter_id
    left join co_filers f on f.series = p.series
    where p.campaign_id = ${scope.campaignId} and p.meeting_id = ${scope.meetingId} and ${maySeeNames(scope)}
      and ${isCoFiler} and coalesce(f.state, 'interested') = ${state}
      ${than === null ? sql`` : sql`and (${sinceWhen}, p.public_id) ${beyond} ${than}`}
    order by ${sinceWhen} ${way}, p.public_id ${way} limit ${atMost + 1}`);

  const more = rows.length > atMost;
  const page = rows.slice(0, atMost);
  if (backwards) page.reverse();
  const placeOf = (row: (typeof page)[number] | undefined) =>
    row ? { since: row.since, publicId: row.publicId } : null;
  return {
    coFilers: page.map(({ since: _place, ...coFiler }) => coFiler),
    older: (backwards ? more : cursor !== null) ? placeOf(page[0]) : null,
    newer: backwards || more ? placeOf(page.at(-1)) : null,
  };
}

/**
 * Counts holders by state, and those willing to co-file who did not agree to be written to about it: of these
 * nobody learns more than the number.
 */
export async function countCoFilers(db: Db, scope: ListScope & { meetingId: number }) {
  const rows = await db.execute<{ state: CoFilerState | null; n: number }>(sql`
    select case when ${isCoFiler} then coalesce(f.state, 'interested') end as state, count(*)::int as n
    from pledges p join pledge_willing willing on willing.pledge_id = p.id and willing.willing = 'cofile'
    left join co_filers f on f.series = p.series
    where p.campaign_id = ${scope.campaignId} and p.meeting_id = ${scope.meetingId} and p.status = 'active'
      and ${maySeeNames(scope)}
    group by 1`);
  const counted = new Map(rows.map(({ state, n }) => [state, n]));
  const counts = Object.fromEntries(coFilerStates.map((state) => [state, counted.get(state) ?? 0]));
  return { counts: counts as Record<CoFilerState, number>, notAsked: counted.get(null) ?? 0 };
}

/** True for a pledge `p` in force whose holder is willing to co-file and agreed to emails about it. */
export const isCoFiler = sql`p.status = 'active'
  and exists (select 1 from pledge_willing w where w.pledge_id = p.id and w.willing = 'cofile')
  and exists (select 1 from consents c where c.supporter_id = p.supporter_id
    and c.campaign_id = p.campaign_id and c.purpose = 'contact_cofile' and c.revoked_at is null
    and c.company_id = (select m.target_id from meetings m where m.id = p.meeting_id))`;
