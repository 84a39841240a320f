import { desc, eq, inArray, sql } from "drizzle-orm";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";
import { meetings, pledgeReminders, pledges, supporters } from "#db/schema/index.ts";
import { findTierDays } from "./find-tier-days.server.ts";
import type { PlannedReminder, Silence } from "./reminder.ts";
import { changesTo, type KeptReminder } from "./replan.ts";
import { type ReminderHolder, scheduleReminders } from "./schedule.ts";
import { zoneOf } from "./zone.ts";

/**
 * Brings the reminders of pledges, each with all its versions, to what their meetings, their ways of holding and
 * their states ask for at `now`. Call it with their persons locked.
 */
export async function planSeries(tx: Tx, keys: Keys, series: readonly string[], now: Date): Promise<void> {
  if (series.length === 0) return;
  const versions = await findVersions(tx, series);
  const dates = await findDates(tx, versions);
  const kept = await findKept(tx, series);
  const coFilers = versions.filter((version) => version.coFiles && !silenceOf(version));
  const tierDays = await findTierDays(tx, keys, coFilers, now);
  const schedule = createSchedule(now);
  const rows = versions.flatMap((version) => {
    const { id, meetingId, country, confirmedAt } = version;
    const meeting = dates.get(meetingId);
    if (!meeting) return [];
    const holder = { ...version, zone: zoneOf(country), tierUnlocksOn: tierDays.get(id) ?? null };
    const pledged = { silence: silenceOf(version), confirmedAt };
    const changes = changesTo(kept.get(version.series) ?? [], schedule(meeting, holder), pledged, now);
    return changes.map((change) => ({ ...change, series: version.series, pledgeId: id }));
  });
  await writeRows(tx, rows);
  await repoint(tx, versions, kept);
}

type Version = Awaited<ReturnType<typeof findVersions>>[number];

/** Of each series the version in force, else the newest that was; an unconfirmed one, which may be purged, where there is no other. */
const findVersions = (tx: Tx, series: readonly string[]) =>
  tx
    .selectDistinctOn([pledges.series], {
      id: pledges.id,
      publicId: pledges.publicId,
      series: pledges.series,
      campaignId: pledges.campaignId,
      meetingId: pledges.meetingId,
      kind: pledges.kind,
      holdingForm: pledges.holdingForm,
      status: pledges.status,
      outcome: pledges.outcome,
      reminders: pledges.reminders,
      confirmedAt: pledges.confirmedAt,
      heldSinceMonth: sql<string | null>`to_char(${pledges.heldSinceMonth}, 'YYYY-MM')`,
      sharesEnc: pledges.sharesEnc,
      bucketEnc: pledges.bucketEnc,
      keyId: pledges.keyId,
      country: supporters.country,
      coFiles: sql<boolean>`exists (select from pledge_willing w where w.pledge_id = ${pledges.id} and w.willing = 'cofile')
        and exists (select from consents c where c.supporter_id = ${pledges.supporterId}
          and c.campaign_id = ${pledges.campaignId} and c.purpose = 'contact_cofile' and c.revoked_at is null)`,
    })
    .from(pledges)
    .innerJoin(supporters, eq(supporters.id, pledges.supporterId))
    .where(inArray(pledges.series, [...series]))
    .orderBy(
      pledges.series,
      sql`array_position(array['active', 'flagged', 'withdrawn', 'superseded', 'expired'], ${pledges.status}::text) nulls last`,
      desc(pledges.version),
    );

/** The meetings of these pledges, by id. */
async function findDates(tx: Tx, versions: readonly Version[]) {
  const ids = [...new Set(versions.map(({ meetingId }) => meetingId))];
  const rows = await tx.select().from(meetings).where(inArray(meetings.id, ids));
  return new Map(rows.map((meeting) => [meeting.id, meeting]));
}

type Kept = KeptReminder & { series: string; pledgeId: number };

/** The rows there are, by series. */
async function findKept(tx: Tx, series: readonly string[]): Promise<Map<string, Kept[]>> {
  const { reminder, state, dueAt, uselessAt, pledgeId } = pledgeReminders;
  const rows = await tx
    .select({ series: pledgeReminders.series, reminder, state, dueAt, uselessAt, pledgeId })
    .from(pledgeReminders)
    .where(inArray(pledgeReminders.series, [...series]));
  const kept = new Map<string, Kept[]>();
  for (const row of rows) {
    const own = kept.get(row.series);
    if (own) own.push(row);
    else kept.set(row.series, [row]);
  }
  return kept;
}

/** `scheduleReminders` at one moment. Most holders have their schedule in common, and clocks of zones are slow to ask. */
function createSchedule(now: Date) {
  const known = new Map<string, PlannedReminder[]>();
  return (meeting: typeof meetings.$inferSelect, holder: ReminderHolder): PlannedReminder[] => {
    const { kind, holdingForm, zone, coFiles, tierUnlocksOn } = holder;
    const key = [meeting.id, kind, holdingForm, zone, coFiles, tierUnlocksOn].join();
    const planned = known.get(key) ?? scheduleReminders(meeting, holder, now);
    known.set(key, planned);
    return planned;
  };
}

/** Why nobody is reminded of this pledge; null where somebody is. */
function silenceOf({ status, outcome, reminders }: Version): Silence | null {
  if (status === "withdrawn") return "withdrawn";
  if (status === "flagged") return "in-review";
  if (status !== "active") return "not-active";
  if (outcome !== "unknown") return "outcome-known";
  return reminders ? null : "stopped";
}

/** Stores changes, however many, in one statement. A queued row stays as it is whatever is asked. */
async function writeRows(tx: Tx, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into pledge_reminders as r (series, pledge_id, reminder, due_at, useless_at, state, reason)
    select series, "pledgeId", reminder, "dueAt", "uselessAt", state, reason
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as c (series uuid, "pledgeId" bigint,
      reminder reminder_kind, "dueAt" timestamptz, "uselessAt" timestamptz, state reminder_state, reason text)
    on conflict (series, reminder) do update
      set due_at = excluded.due_at, useless_at = excluded.useless_at, state = excluded.state, reason = excluded.reason
      where r.state <> 'queued'`);
}

/** Every row of a series hangs on the version in force, so that none goes with an older one. */
async function repoint(
  tx: Tx,
  versions: readonly Version[],
  kept: ReadonlyMap<string, Kept[]>,
): Promise<void> {
  for (const { series, id } of versions) {
    if (!kept.get(series)?.some(({ pledgeId }) => pledgeId !== id)) continue;
    await tx.update(pledgeReminders).set({ pledgeId: id }).where(eq(pledgeReminders.series, series));
  }
}
