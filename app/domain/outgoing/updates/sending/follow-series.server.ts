import { sql } from "drizzle-orm";
import { actsIn, lateAtMost, seriesActs } from "#app/domain/outgoing/updates/audience/acts.ts";
import { readAudience } from "#app/domain/outgoing/updates/audience/audience.ts";
import type { Db } from "#db/index.ts";
import { addPeople, lockChain } from "./prepare-update.server.ts";

type Step = {
  id: number;
  campaignId: number;
  audience: unknown;
  continuesId: number | null;
  /** Acts since then are next, until then. */
  since: string;
  until: string;
};

/** Minutes between two looks for people who are due. */
const lookEvery = 10;

/**
 * Takes the next people into an update that goes by itself: those whose act was long enough ago, and who have
 * not done yet what it asks for. One piece of one update; acts are read in their order by an index, so that a
 * person who signs waits for nothing. Each person is taken once. False when nobody is due.
 */
export async function followSeries(db: Db, people = 20_000): Promise<boolean> {
  return db.transaction(async (tx) => {
    const days = sql`make_interval(days => (u.audience #>> '{after,days}')::int)`;
    const [step] = await tx.execute<Step>(sql`
      select u.id::float8 as id, u.campaign_id as "campaignId", u.audience,
        u.continues_id::float8 as "continuesId",
        greatest(u.followed_through, now() - ${days} - make_interval(days => ${lateAtMost}))::text as since,
        (now() - ${days})::text as until
      from updates u join campaigns c on c.id = u.campaign_id
      where u.state = 'sending' and u.followed_through < now() - ${days} - make_interval(mins => ${lookEvery})
        and c.frozen_at is null and c.status <> 'closed'
      order by u.followed_through limit 1 for update of u skip locked`);
    if (!step) return false;
    const { id, campaignId, continuesId, since, until } = step;
    await lockChain(tx, continuesId);
    const audience = readAudience(step.audience);
    if (!audience.after) throw new Error(`update ${id} goes after no act`);
    const [piece] = await tx.execute<{ until: string }>(sql`
      select coalesce((select x.at from ${sql.raw(actsIn(campaignId, audience.after.act))} x
        where x.at > ${since}::timestamptz and x.at <= ${until}::timestamptz
        order by x.at offset ${people - 1} limit 1), ${until}::timestamptz)::text as until`);
    const upTo = sql`${piece?.until ?? until}::timestamptz`;
    const added = await addPeople(tx, {
      id,
      campaignId,
      audience,
      until: new Date(),
      notIn: continuesId,
      acted: { since: sql`${since}::timestamptz`, until: upTo },
    });
    await tx.execute(sql`
      update updates set audience_size = audience_size + ${added}, followed_through = ${upTo}
      where id = ${id}`);
    return true;
  });
}

/** Days after an email in which what its reader does is counted. */
const broughtWithin = 14;

/**
 * Counts what readers of updates that go by themselves did after their email: at most once an hour, so that
 * no page waits for it. False when none is due.
 */
export async function countBrought(db: Db): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [step] = await tx.execute<{ id: number; campaignId: number }>(sql`
      select id::float8 as id, campaign_id as "campaignId" from updates
      where followed_through is not null and audience_size > 0
        and (brought_at is null or (brought_at < now() - interval '1 hour'
          and (finished_at is null or finished_at > brought_at - make_interval(days => ${broughtWithin}))))
      order by brought_at nulls first limit 1 for update skip locked`);
    if (!step) return false;
    const counted = seriesActs.map(
      (act) => sql`select ${act}::text as act, count(distinct d.supporter_id)::int as people
        from outbox d join ${sql.raw(actsIn(step.campaignId, act))} x on x.supporter_id = d.supporter_id
        where d.update_id = ${step.id} and d.template = 'update'
          and d.state in ('accepted', 'delivered', 'delayed', 'complained')
          and x.at > d.settled_at and x.at <= d.settled_at + make_interval(days => ${broughtWithin})`,
    );
    await tx.execute(sql`
      update updates set brought_at = now(), brought = (select coalesce(
          jsonb_object_agg(act, people) filter (where people > 0), '{}')
        from (${sql.join(counted, sql` union all `)}) as c)
      where id = ${step.id}`);
    return true;
  });
}
