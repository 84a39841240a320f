import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import {
  type ApprovalState,
  type Approver,
  approvalStateOf,
  countsAfterHours,
  countsForDays,
  type SecondRight,
} from "./approving.ts";
import { hasRight } from "./has-right.server.ts";

/**
 * Lists by name who holds a right that needs two people, who lost it lately, and everyone who belongs, or
 * belonged, to the campaign for less than two days; and whether each may open what waits. A new
 * holder counts as a second person after two days, a former one for a week more; what the operator gave or
 * took counts at once. See docs/decisions/0024.
 */
export async function listSecondPersons(
  db: DbOrTx,
  campaignId: number,
  { right, opens }: SecondRight,
): Promise<Approver[]> {
  const wait = sql`make_interval(hours => ${countsAfterHours})`;
  const stay = sql`make_interval(days => ${countsForDays})`;
  const rows = await db.execute<Approver>(sql`
    with newcomers as (select organizer_id from right_periods
      where campaign_id = ${campaignId} and "right" = 'view'
      group by organizer_id
      having not bool_or(given_by_operator or coalesce(until, now()) - since >= ${wait}))
    select o.id, o.name, coalesce(m.holds, false) as holds,
      coalesce(m.opens, false) as opens,
      o.id in (select organizer_id from newcomers) as "isNewcomer", coalesce(bool_or(case when h.until is null
        then coalesce(m.holds, false) and (h.given_by_operator or h.since <= now() - ${wait})
        else ${isMissed} end), false) as counts,
      min(h.since + ${wait}) filter (where h.until is null) as "countsFrom",
      max(h.until + ${stay}) filter (where h.until is not null and ${isMissed}) as "countsUntil"
    from organizers o left join right_periods h on h.organizer_id = o.id and h.campaign_id = ${campaignId}
      and h."right" = ${right} and (h.until is null or h.until > now() - ${stay})
    left join lateral (select true as holds, ${hasRight(opens, "c")} as opens
      from campaign_organizers c
      where c.campaign_id = h.campaign_id and c.organizer_id = h.organizer_id and ${hasRight(right, "c")}
        and o.activated_at is not null and o.disabled_at is null) m on true
    where o.id in (select organizer_id from right_periods where campaign_id = ${campaignId})
    group by o.id, o.name, m.holds, m.opens
    having bool_or(m.holds) or bool_or(h.until is not null and ${isMissed})
      or o.id in (select organizer_id from newcomers)
    order by o.name, o.id`);
  const iso = (text: string | null) => (text === null ? null : new Date(text).toISOString());
  return rows.map((row) => ({ ...row, countsFrom: iso(row.countsFrom), countsUntil: iso(row.countsUntil) }));
}

/** Of a right that was revoked: it had begun to count, and no operator revoked it. */
const isMissed = sql`(not h.taken_by_operator and o.disabled_at is null
  and (h.given_by_operator or h.until - h.since >= make_interval(hours => ${countsAfterHours})))`;

/**
 * Reads who may approve things of one kind, and returns the function that says what an organizer may do about
 * one of them.
 */
export async function readApprovalStates(
  db: DbOrTx,
  { campaignId, organizerId }: { campaignId: number; organizerId: string },
  port: SecondRight,
): Promise<(hands: readonly (string | null | undefined)[]) => ApprovalState> {
  const approvers = await listSecondPersons(db, campaignId, port);
  const givers = await db.execute<{ name: string }>(sql`
    select o.name from campaign_organizers m join organizers o on o.id = m.organizer_id
    where m.campaign_id = ${campaignId} and ${hasRight("manage", "m")} and ${hasRight(port.opens, "m")}
      and o.activated_at is not null and o.disabled_at is null order by o.name, o.id`);
  const gives = [...givers].map(({ name }) => name);
  return (hands) => approvalStateOf({ approvers, gives, opens: port.opens }, organizerId, hands);
}
