import type postgres from "postgres";
import { queueDueReminders } from "#app/domain/entries/pledges/reminders/queue-due-reminders.server.ts";
import type { Db } from "#db/index.ts";
import { testKeys } from "./builders.ts";

/** Opens the ballot of the pledges' meeting with dates checked, and returns its year. Can be repeated. */
export async function openTheMeeting(sql: postgres.Sql) {
  // The meeting's day must be in its own year: swaps years with another meeting of that year without a day.
  const [before] = await sql<{ id: number; year: number }[]>`
      select m.id, m.year from campaigns c join campaign_companies k on k.campaign_id = c.id
        join meetings m on m.id = k.meeting_id
      where c.slug = 'microsoft-ice'`;
  if (!before) throw new Error("the campaign takes pledges for no meeting");
  const [inTheWay] = await sql<{ id: number }[]>`
      update meetings set year = 1000
      where year = extract(year from current_date + 12) and id <> ${before.id} and meeting_on is null
      returning id`;
  const [opened] = await sql<{ year: number }[]>`
      update meetings set year = extract(year from current_date + 12), status = 'open',
        meeting_on = current_date + 12, record_date = current_date - 40, ballot_open_on = current_date - 5,
        vote_by = (current_date + 11 + time '23:59') at time zone 'America/New_York',
        plan_vote_by = (current_date + 8 + time '23:59') at time zone 'America/New_York',
        as_of = current_date, source_url = 'https://example.org/proxy', verified_at = now(),
        verified_by = 'Olga Sample'
      where id = ${before.id} returning year`;
  if (inTheWay) await sql`update meetings set year = ${before.year} where id = ${inTheWay.id}`;
  await sql`
      insert into ballot_items (meeting_id, number, title, status)
      select meeting_id, 9, 'Report on human-rights due diligence', 'on_ballot'
      from campaigns c join campaign_companies k on k.campaign_id = c.id
      where slug = 'microsoft-ice'
        and not exists (select from ballot_items i where i.meeting_id = k.meeting_id)`;
  return opened?.year;
}

/** Lets the moment come at which the next reminder of this address is due, and its mail go at once. */
export async function awaitReminder(sql: postgres.Sql, db: Db, email: string) {
  const [next] = await sql<{ due: Date }[]>`
      select r.due_at as due from pledge_reminders r join pledges p on p.id = r.pledge_id
      join supporters s on s.id = p.supporter_id
      where s.email = ${email} and r.state = 'scheduled' order by r.due_at limit 1`;
  if (!next) throw new Error("no reminder is scheduled for this address");
  await queueDueReminders(db, testKeys, new Date(next.due));
  await sql`update outbox set due_at = now() where reminder is not null and state = 'queued'`;
}
