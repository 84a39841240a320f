import { desc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { zoneOf } from "#app/domain/base/zone.ts";
import { dayInZone } from "#app/domain/base/zone-clock.ts";
import { isVotingOver } from "#app/domain/campaign/meetings/meeting.ts";
import { isCoFiler } from "#app/domain/entries/pledges/co-filers/list-co-filers.server.ts";
import { isFinal } from "#app/domain/entries/pledges/pledge.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";
import { meetings, pledgeReminders, pledges, supporters, switches } from "#db/schema/index.ts";
import { findTierDays } from "./find-tier-days.server.ts";
import {
  isOfCoFiling,
  type PlannedReminder,
  type ReminderKind,
  type ReminderReason,
  type ReminderState,
  type Silence,
} from "./reminder.ts";
import { isReminded, type ReminderHolder, scheduleReminders } from "./schedule.ts";

/**
 * Brings the reminders of pledges, each with all its versions, to what their meetings, their ways of holding
 * and their states ask for at `now`. Call it with their persons locked.
 */
export async function planSeries(tx: Tx, keys: Keys, series: readonly string[], now: Date): Promise<void> {
  if (series.length === 0) return;
  const versions = await findVersions(tx, series);
  const dates = await findDates(tx, versions);
  const kept = await findKeptReminders(tx, series);
  const coFilers = versions.filter((version) => version.coFiles && !silenceOf(version));
  const tierDays = await findTierDays(tx, keys, coFilers, now);
  const restoredAt = await findRestored(tx);
  const schedule = createSchedule(now);
  const rows = versions.flatMap((version) => {
    const { id, meetingId, country, confirmedAt } = version;
    const meeting = dates.get(meetingId);
    if (!meeting) return [];
    const pledgedOn = confirmedAt && dayInZone(meeting.zone, confirmedAt);
    const holder = { ...version, zone: zoneOf(country), tierUnlocksOn: tierDays.get(id) ?? null, pledgedOn };
    const since = confirmedAt && restoredAt && confirmedAt < restoredAt ? restoredAt : confirmedAt;
    const wanted = (reminder: ReminderKind) => isReminded(reminder, holder);
    const pledged = { silence: silenceOf(version), since, isReminded: wanted };
    const rows = kept.get(version.series) ?? [];
    const asked = isVotingOver(meeting, now)
      ? []
      : rows.filter(({ reminder }) => reminder === "vote-tomorrow");
    const changes = changesTo(rows, [...schedule(meeting, holder), ...asked], pledged, now);
    return changes.map((change) => ({ ...change, series: version.series, pledgeId: id }));
  });
  await writeRows(tx, rows);
  await repoint(tx, versions, kept);
}

/** Caches `scheduleReminders` for one moment: most holders share a schedule, and time zones are slow. */
function createSchedule(now: Date) {
  const known = new Map<string, PlannedReminder[]>();
  return (meeting: typeof meetings.$inferSelect, holder: ReminderHolder): PlannedReminder[] => {
    const { kind, holdingForm, heldOnRecordDate, zone, coFiles, tierUnlocksOn, pledgedOn } = holder;
    const own = kind === "fund" ? pledgedOn : tierUnlocksOn;
    const key = [meeting.id, kind, holdingForm, heldOnRecordDate, zone, coFiles, own].join();
    const planned = known.get(key) ?? scheduleReminders(meeting, holder, now);
    known.set(key, planned);
    return planned;
  };
}

/** Why this pledge gets no reminders; null if it gets some. */
function silenceOf({ status, outcome, fundOutcome, reminders }: Version): Silence | null {
  if (status === "withdrawn") return "withdrawn";
  if (status === "flagged") return "in-review";
  if (status !== "active") return "not-active";
  if (outcome !== "unknown" || isFinal(fundOutcome)) return "outcome-known";
  return reminders ? null : "stopped";
}

/** Stores all changes in one statement. A queued row stays as it is. */
async function writeRows(tx: Tx, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into pledge_reminders as r (series, pledge_id, reminder, due_at, useless_at, state, reason)
    select series, "pledgeId", reminder, "dueAt", "uselessAt", state, reason
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as c (series uuid, "pledgeId" bigint,
      reminder reminder_kind, "dueAt" timestamptz, "uselessAt" timestamptz, state reminder_state, reason text)
    on conflict (series, reminder) do update
      set due_at = excluded.due_at, useless_at = excluded.useless_at, state = excluded.state,
        reason = excluded.reason
      where r.state <> 'queued'`);
}

/** Moves all rows of a series to the version in force, so that none is deleted with an older one. */
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

/** Finds the last restore from an archive. Reminders due before it may have gone after that archive. */
async function findRestored(tx: Tx): Promise<Date | null> {
  const [row] = await tx
    .select({ since: switches.since })
    .from(switches)
    .where(eq(switches.name, "restored"));
  return row?.since ?? null;
}

type Version = Awaited<ReturnType<typeof findVersions>>[number];

const p = alias(pledges, "p");

/**
 * Finds each series' version in force, else the newest that was; an unconfirmed one, which may be purged,
 * only where there is no other.
 */
const findVersions = (tx: Tx, series: readonly string[]) =>
  tx
    .selectDistinctOn([p.series], {
      id: p.id,
      publicId: p.publicId,
      series: p.series,
      campaignId: p.campaignId,
      meetingId: p.meetingId,
      companyId: sql<number>`(select m.target_id from meetings m where m.id = ${p.meetingId})`,
      kind: p.kind,
      holdingForm: p.holdingForm,
      heldOnRecordDate: p.heldOnRecordDate,
      status: p.status,
      outcome: p.outcome,
      fundOutcome: p.fundOutcome,
      reminders: p.reminders,
      confirmedAt: p.confirmedAt,
      heldSinceMonth: sql<string | null>`to_char(${p.heldSinceMonth}, 'YYYY-MM')`,
      sharesEnc: p.sharesEnc,
      bucketEnc: p.bucketEnc,
      keyId: p.keyId,
      country: supporters.country,
      coFiles: sql<boolean>`${isCoFiler}`,
    })
    .from(p)
    .innerJoin(supporters, eq(supporters.id, p.supporterId))
    .where(inArray(p.series, [...series]))
    .orderBy(
      p.series,
      sql`array_position(array['active', 'flagged', 'withdrawn', 'superseded'],
          ${p.status}::text) nulls last`,
      desc(p.version),
    );

/** Maps pledges' meetings by id. */
async function findDates(tx: Tx, versions: readonly Version[]) {
  const ids = [...new Set(versions.map(({ meetingId }) => meetingId))];
  const rows = await tx.select().from(meetings).where(inArray(meetings.id, ids));
  return new Map(rows.map((meeting) => [meeting.id, meeting]));
}

type Kept = KeptReminder & { series: string; pledgeId: number };

async function findKeptReminders(tx: Tx, series: readonly string[]): Promise<Map<string, Kept[]>> {
  const { reminder, state, reason, dueAt, uselessAt, pledgeId } = pledgeReminders;
  const rows = await tx
    .select({ series: pledgeReminders.series, reminder, state, reason, dueAt, uselessAt, pledgeId })
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

/** A reminder as stored. */
export type KeptReminder = PlannedReminder & { state: ReminderState; reason: string | null };

/** A reminder's row as it should be. */
type ReminderChange = PlannedReminder & {
  state: Exclude<ReminderState, "queued">;
  reason: ReminderReason | null;
};

/** What matters of a pledge besides its dates. */
type Pledged = {
  silence: Silence | null;
  /** What became due after this time and was never planned was sent to nobody; null: nothing is sent late. */
  since: Date | null;
  isReminded: (reminder: ReminderKind) => boolean;
};

/**
 * Returns the changes that bring the rows of one pledge to what is wanted now. Never touches queued ones. A
 * scheduled reminder moves with its date, is missed if that makes it useless, and cancelled if no longer
 * wanted. A new, cancelled or missed one is scheduled if its time is still to come. While useful it is also
 * sent late, if it only waited for its date, or was never planned: then to those who had pledged by then and
 * got no later one. Organizers often learn or verify a date after the day.
 */
export function changesTo(
  kept: readonly KeptReminder[],
  wanted: readonly PlannedReminder[],
  pledged: Pledged,
  now: Date,
): ReminderChange[] {
  const rows = new Map(kept.map((row) => [row.reminder, row]));
  const plans = new Map(pledged.silence ? [] : wanted.map((plan) => [plan.reminder, plan]));
  const kinds = new Set<ReminderKind>([...rows.keys(), ...plans.keys()]);
  const isLate = (plan: PlannedReminder) => {
    const row = rows.get(plan.reminder);
    if (plan.uselessAt <= now) return false;
    return row
      ? waits(row)
      : pledged.since !== null && pledged.since < plan.dueAt && !isOvertaken(plan, kept);
  };
  return [...kinds].flatMap((kind) => changeOf(rows.get(kind), plans.get(kind), isLate, pledged, now) ?? []);
}

function changeOf(
  row: KeptReminder | undefined,
  plan: PlannedReminder | undefined,
  isLate: (plan: PlannedReminder) => boolean,
  pledged: Pledged,
  now: Date,
): ReminderChange | null {
  if (row?.state === "queued") return null;
  if (!plan) return row ? cancelled(row, pledged) : null;
  if (row?.state === "scheduled") {
    if (plan.uselessAt <= now) return { ...plan, state: "missed", reason: "too-late" };
    const stays = +row.dueAt === +plan.dueAt && +row.uselessAt === +plan.uselessAt;
    return stays ? null : { ...plan, state: "scheduled", reason: null };
  }
  return plan.dueAt > now || isLate(plan) ? { ...plan, state: "scheduled", reason: null } : null;
}

/** A reminder of the same group, due no earlier, was sent. */
const isOvertaken = ({ reminder, dueAt }: PlannedReminder, kept: readonly KeptReminder[]) =>
  kept.some(
    (row) =>
      row.state === "queued" && row.dueAt >= dueAt && isOfCoFiling(row.reminder) === isOfCoFiling(reminder),
  );

/** It is cancelled only while its date is uncertain. */
const waits = ({ state, reason }: KeptReminder) => state === "cancelled" && reason === "date-gone";

function cancelled(row: KeptReminder, { silence, isReminded }: Pledged): ReminderChange | null {
  if (row.state !== "scheduled" && !waits(row)) return null;
  const { reminder, dueAt, uselessAt } = row;
  const reason = silence ?? (isReminded(reminder) ? "date-gone" : "not-asked");
  if (row.state === "cancelled" && row.reason === reason) return null;
  return { reminder, dueAt, uselessAt, state: "cancelled", reason };
}
