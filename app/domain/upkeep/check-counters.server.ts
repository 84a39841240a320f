import { sql } from "drizzle-orm";
import { readActivityDrift } from "#app/domain/activity/check-activity.server.ts";
import { letterStates } from "#app/domain/entries/letters/letter.ts";
import { mailStates } from "#app/domain/outgoing/updates/update.ts";
import type { DbOrTx } from "#db/index.ts";

/** A campaign's counter that differs from a count of its rows. */
export type CounterDrift = { campaign: string; counter: string; stored: number; counted: number };

/**
 * Recounts every campaign's rows and lists the counters that differ. Scans all signatures, letters and
 * emails; call it in one REPEATABLE READ transaction with anything it is compared to.
 */
export async function listCounterDrift(db: DbOrTx): Promise<CounterDrift[]> {
  const drift = [
    ...(await readSignatureDrift(db)),
    ...(await readTextDrift(db)),
    ...(await readUpdateDrift(db)),
    ...(await readNoticeDrift(db)),
    ...(await readLetterDrift(db)),
    ...(await readActivityDrift(db)),
  ];
  return drift.map(({ campaign, counter, stored, counted }) => ({
    campaign,
    counter,
    stored: Number(stored),
    counted: Number(counted),
  }));
}

/** The slug of company `t`, if campaign `c` has several. */
const slugAmongSeveral = sql`case when (select count(*) from campaign_companies o
  where o.campaign_id = c.id) > 1 then t.slug || ' ' else '' end`;

type Drift = { campaign: string; counter: string; stored: string; counted: string };

async function readSignatureDrift(db: DbOrTx): Promise<Drift[]> {
  const rows = await db.execute<Drift>(sql`
    with stored as (
      select campaign_id, sum(pending) as pending, sum(confirmed) as confirmed, sum(withdrawn) as withdrawn,
        sum(invalidated) as invalidated, sum(erased) as erased, sum(imported) as imported,
        sum(quarantined) as quarantined, sum(on_paper) as on_paper
      from campaign_counts group by campaign_id
    ), counted as (
      select campaign_id, count(*) filter (where state = 'pending') as pending,
        count(*) filter (where state = 'confirmed') as confirmed,
        count(*) filter (where state = 'withdrawn') as withdrawn,
        count(*) filter (where state = 'invalidated') as invalidated,
        count(*) filter (where state = 'imported') as imported,
        count(*) filter (where state = 'quarantined') as quarantined
      from signatures group by campaign_id
    ), erased as (
      select campaign_id, count(*) as erased from erased_signatures group by campaign_id
    ), paper as (
      select campaign_id, count(*) as on_paper from paper_signatures group by campaign_id
    )
    select c.slug as campaign, counter, coalesce(kept, 0) as stored, coalesce(found, 0) as counted
    from campaigns c
    left join stored s on s.campaign_id = c.id
    left join counted n on n.campaign_id = c.id
    left join erased e on e.campaign_id = c.id
    left join paper p on p.campaign_id = c.id
    cross join lateral (values
      ('pending', s.pending, n.pending), ('confirmed', s.confirmed, n.confirmed),
      ('withdrawn', s.withdrawn, n.withdrawn), ('invalidated', s.invalidated, n.invalidated),
      ('erased', s.erased, e.erased), ('imported', s.imported, n.imported),
      ('quarantined', s.quarantined, n.quarantined), ('on-paper', s.on_paper, p.on_paper)
    ) as compared (counter, kept, found)
    where coalesce(kept, 0) <> coalesce(found, 0)
    order by c.slug, counter`);
  return [...rows];
}

/** Signatures by the text they signed, including erased ones. */
async function readTextDrift(db: DbOrTx): Promise<Drift[]> {
  const rows = await db.execute<Drift>(sql`
    with stored as (
      select campaign_id, version as text, sum(confirmed) as confirmed, sum(erased) as erased
      from petition_counts group by 1, 2
    ), counted as (
      select campaign_id, text, count(*) filter (where not gone) as confirmed,
        count(*) filter (where gone) as erased
      from (
        select campaign_id, petition_version as text, false as gone from signatures where state = 'confirmed'
        union all select campaign_id, petition_version, true from erased_signatures) s
      group by 1, 2
    )
    select c.slug as campaign, 'text ' || text || ' ' || what as counter, coalesce(kept, 0) as stored,
      coalesce(found, 0) as counted
    from stored s full join counted n using (campaign_id, text) join campaigns c on c.id = campaign_id
    cross join lateral (values ('confirmed', s.confirmed, n.confirmed), ('erased', s.erased,
      n.erased)) as compared (what, kept, found)
    where coalesce(kept, 0) <> coalesce(found, 0)
    order by c.slug, text, what`);
  return [...rows];
}

/** Emails of updates by state. Missing rows count as erased, so that the sum is the audience. */
async function readUpdateDrift(db: DbOrTx): Promise<Drift[]> {
  const rows = await db.execute<Drift>(sql`
    with stored as (
      select update_id, mail_state, sum(mails) as mails
      from update_counts cross join lateral (values
        ${sql.join(
          mailStates.map((state) => sql`(${state}::text, ${sql.identifier(state)})`),
          sql`, `,
        )}) as slot (mail_state, mails)
      group by update_id, mail_state
    ), counted as (
      select update_id, state::text as mail_state, count(*) as mails from outbox where template = 'update'
      group by update_id, state
      union all
      select u.id, 'erased', u.audience_size - (select count(*) from outbox d
        where d.update_id = u.id and d.template = 'update')
      from updates u where u.started_at is not null
    )
    select c.slug as campaign, 'update ' || u.number || ' ' || mail_state as counter,
      coalesce(s.mails, 0) as stored, coalesce(n.mails, 0) as counted
    from stored s full join counted n using (update_id, mail_state)
    join updates u on u.id = update_id join campaigns c on c.id = u.campaign_id
    where coalesce(s.mails, 0) <> coalesce(n.mails, 0)
    order by c.slug, u.number, mail_state`);
  return [...rows];
}

/** Emails of notices by state, and answers to them. */
async function readNoticeDrift(db: DbOrTx): Promise<Drift[]> {
  const rows = await db.execute<Drift>(sql`
    with stored as (select notice_id, what, sum(n) as kept from notice_counts group by notice_id, what),
    counted as (
      select notice_id, state::text as what, count(*) as found from outbox
      where notice_id is not null and supporter_id is not null group by 1, 2
      union all select notice_id, answer, count(*) from petition_answers group by 1, 2)
    select c.slug as campaign, 'notice ' || n.version || ' ' || what as counter,
      coalesce(kept, 0) as stored, coalesce(found, 0) as counted
    from stored full join counted using (notice_id, what)
    join petition_notices n on n.id = notice_id join campaigns c on c.id = n.campaign_id
    where coalesce(kept, 0) <> coalesce(found, 0)
    order by c.slug, counter`);
  return [...rows];
}

/** Letters to each company by state, those reported as sent, and those erased after the handover. */
async function readLetterDrift(db: DbOrTx): Promise<Drift[]> {
  const names = (join: string) =>
    sql.join(
      letterStates.map((state) => sql`(${state}::text, ${sql.raw(join)}.${sql.identifier(state)})`),
      sql`, `,
    );
  const sums = sql.join(
    [...letterStates, "erased", "self_sent"].map(
      (name) => sql`sum(${sql.identifier(name)}) as ${sql.identifier(name)}`,
    ),
    sql`, `,
  );
  const rows = await db.execute<Drift>(sql`
    with slots as (select campaign_id, company_id, ${sums} from letter_counts group by 1, 2),
    stored as (
      select s.campaign_id, s.company_id, k.counter, k.kept from slots s
      cross join lateral (values ${names("s")}, ('erased', s.erased), ('self-sent',
        s.self_sent)) as k (counter, kept)),
    counted as (
      select campaign_id, company_id, state::text as counter, count(*) as found from letters group by 1, 2, 3
      union all select campaign_id, company_id, 'self-sent', count(*) from letters
      where self_sent_at is not null group by 1, 2
      union all select campaign_id, company_id, 'erased', count(*) from erased_letters group by 1, 2)
    select c.slug as campaign, 'letters ' || ${slugAmongSeveral} || counter as counter,
      coalesce(kept, 0) as stored, coalesce(found, 0) as counted
    from stored full join counted using (campaign_id, company_id, counter)
    join campaigns c on c.id = campaign_id join targets t on t.id = company_id
    where coalesce(kept, 0) <> coalesce(found, 0)
    order by c.slug, 2`);
  return [...rows];
}
