import { sql } from "drizzle-orm";
import type { OfCompany } from "#app/domain/campaign/company-of.server.ts";
import { letterIsFor, sharesCalendar } from "#app/domain/campaign/recipients/open-recipients.server.ts";
import { usualSettings } from "#app/domain/entries/letters/settings/settings-form.ts";
import { waitingLetters } from "#app/domain/outgoing/dispatches/eligible.server.ts";
import type { Db } from "#db/index.ts";
import { draftDispatch } from "./draft-dispatch.server.ts";

type Candidate = {
  id: number;
  companyId: number;
  recipient: string;
  milestone: number | null;
  isDue: boolean;
  cancelledAt: string | null;
};

/**
 * Drafts the next consolidated dispatch to each company of an open campaign with waiting letters and no open
 * dispatch, once the days or the letters of its settings are reached. Letters that waited when an organizer
 * cancelled the last one do not count toward the number. Emails the approvers. Returns how many were drafted.
 */
export async function draftDueDispatches(db: Db, now = new Date()): Promise<number> {
  const candidates = await db.execute<Candidate>(sql`
    select c.id, o.company_id as "companyId", r.public_id as recipient,
      case when e.campaign_id is null then ${usualSettings.milestone}::int else e.milestone end as milestone,
      coalesce(last.at, (select min(l.confirmed_at) from letters l
        where l.campaign_id = c.id and l.company_id = o.company_id and l.state = 'confirmed'))
        <= ${now.toISOString()}::timestamptz
          - make_interval(days => coalesce(e.every_days, ${usualSettings.everyDays}))
        as "isDue",
      last.cancelled_at as "cancelledAt"
    from campaigns c join campaign_companies o on o.campaign_id = c.id
    left join letter_settings e on e.campaign_id = c.id
    join letter_recipients r on r.campaign_id = c.id and r.company_id = o.company_id
      and (r.opened_at is not null or r.id = (select f.id from letter_recipients f
        where f.campaign_id = c.id and f.company_id = o.company_id and f.retired_at is null
          and not exists (select from letter_recipients p where p.campaign_id = c.id
            and p.company_id = o.company_id and p.opened_at is not null)
        order by f.verified_at is null, f.id limit 1))
    cross join lateral (select max(coalesce(x.finished_at, x.created_at)) as at,
        max(x.finished_at) filter (where x.state = 'cancelled') as cancelled_at
      from letter_dispatches x where x.campaign_id = c.id and x.company_id = o.company_id
        and x.kind = 'consolidated' and ${sharesCalendar}) last
    where c.status = 'open'
      and not exists (select from letter_dispatches x where x.campaign_id = c.id
        and x.company_id = o.company_id and x.kind = 'consolidated'
        and x.state in ('draft', 'sending', 'paused') and ${sharesCalendar})
      and exists (select from letters l where l.campaign_id = c.id and l.company_id = o.company_id
        and l.state = 'confirmed')
    order by c.id, o.place, r.opened_at, r.id`);
  let drafted = 0;
  for (const { id: campaignId, companyId, recipient: recipientPublicId, ...candidate } of candidates) {
    const { milestone, isDue, cancelledAt } = candidate;
    const waits = (atLeast: number, since: string | null) =>
      waitAtLeast(db, { campaignId, companyId }, { recipientPublicId, atLeast, since });
    const cause =
      isDue && (await waits(1, null))
        ? "weekly"
        : milestone !== null && (await waits(milestone, cancelledAt))
          ? "milestone"
          : null;
    if (!cause) continue;
    const draft = { campaignId, actor: "system", kind: "consolidated", recipientPublicId, cause } as const;
    const { outcome } = await draftDispatch(db, draft, now);
    if (outcome === "drafted") drafted += 1;
  }
  return drafted;
}

async function waitAtLeast(
  db: Db,
  of: OfCompany,
  { recipientPublicId, atLeast, since }: { recipientPublicId: string; atLeast: number; since: string | null },
): Promise<boolean> {
  const [row] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from (select from letters l
      join letter_recipients r on r.public_id = ${recipientPublicId}::uuid and ${letterIsFor}
      where ${waitingLetters(of)}
      and l.confirmed_at > coalesce(${since}::timestamptz, '-infinity') limit ${atLeast}) w`);
  return (row?.n ?? 0) >= atLeast;
}
