import { sql } from "drizzle-orm";
import { queueEmails } from "#app/domain/queue/queue-emails.server.ts";
import type { Tx } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";
import { concerns, sumsByGroup } from "./count-refusals.server.ts";
import { type NotedRefusal, warnFrom } from "./refusal.ts";

type Warning = { id: number };

/**
 * Emails the owners of each campaign concerned, where many were refused within an hour: once a day per
 * campaign. Stores what was counted with the warning, so that the email says the same however often it is
 * written.
 */
export async function warnOwners(tx: Tx, noted: readonly NotedRefusal[], now: Date): Promise<void> {
  const campaigns = sql.param([...new Set(noted.flatMap(({ campaign }) => campaign ?? []))]);
  const organizers = sql.param([...new Set(noted.flatMap(({ organizer }) => organizer ?? []))]);
  const at = now.toISOString();
  const warnings = await tx.execute<Warning>(sql`
    with concerned as (
      select id from campaigns where id = any(${campaigns}::int[])
      union select campaign_id from campaign_organizers where organizer_id = any(${organizers}::uuid[])
    ), counted as (
      select c.id as campaign_id, s.* from concerned c cross join lateral (
        select ${sumsByGroup} from refusals r
        where r.last_at > ${at}::timestamptz - interval '1 hour' and ${concerns(sql`c.id`)}) s
    )
    insert into refusal_warnings (campaign_id, wrong, locked, refused, at)
    select campaign_id, wrong, locked, refused, ${at}::timestamptz from counted k
    where (wrong + locked >= ${warnFrom.failed} or refused >= ${warnFrom.refused})
      and not exists (select from refusal_warnings w where w.campaign_id = k.campaign_id
        and w.at > ${at}::timestamptz - interval '1 day')
    order by campaign_id
    returning id`);
  if (warnings.length === 0) return;
  const email = {
    organizerId: sql`o.id`,
    campaignId: sql`w.campaign_id`,
    refusalWarningId: sql`w.id`,
    createdAt: sql`${at}::timestamptz`,
  };
  const from = sql`from refusal_warnings w
    join campaign_organizers m on m.campaign_id = w.campaign_id and m.role = 'owner'
    join organizers o on o.id = m.organizer_id and o.activated_at is not null and o.disabled_at is null
    where w.id = any(${sql.param(warnings.map(({ id }) => Number(id)))}::bigint[])`;
  await queueEmails(tx, "refusals-many", email, from);
  await enqueue(tx, "send-mail");
}
