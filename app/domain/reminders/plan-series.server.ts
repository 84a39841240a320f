import { desc, eq, inArray, sql } from "drizzle-orm";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";
import { meetings, pledgeReminders, pledges, supporters } from "#db/schema/index.ts";
import { findTierDays } from "./find-tier-days.server.ts";
import type { Silence } from "./reminder.ts";
import { changesTo } from "./replan.ts";
import { scheduleReminders } from "./schedule.ts";
import { zoneOf } from "./zone.ts";

/**
 * Brings the reminders of pledges, each with all its versions, to what their meetings, their ways of holding and
 * their states ask for at `now`. Call it with their persons locked.
 */
export async function planSeries(tx: Tx, keys: Keys, series: readonly string[], now: Date): Promise<void> {
  if (series.length === 0) return;
  const versions = await findVersions(tx, series);
  const kept = await tx
    .select()
    .from(pledgeReminders)
    .where(inArray(pledgeReminders.series, [...series]));
  const tierDays = await findTierDays(
    tx,
    keys,
    versions.filter((version) => version.coFiles && !silenceOf(version)),
    now,
  );
  const rows = versions.flatMap((version) => {
    const own = kept.filter((row) => row.series === version.series);
    const holder = {
      ...version,
      zone: zoneOf(version.country),
      tierUnlocksOn: tierDays.get(version.id) ?? null,
    };
    const pledged = { silence: silenceOf(version), confirmedAt: version.confirmedAt };
    const wanted = scheduleReminders(version.meeting, holder, now);
    return changesTo(own, wanted, pledged, now).map((change) => ({
      ...change,
      series: version.series,
      pledgeId: version.id,
    }));
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
      meeting: meetings,
    })
    .from(pledges)
    .innerJoin(meetings, eq(meetings.id, pledges.meetingId))
    .innerJoin(supporters, eq(supporters.id, pledges.supporterId))
    .where(inArray(pledges.series, [...series]))
    .orderBy(
      pledges.series,
      sql`array_position(array['active', 'flagged', 'withdrawn', 'superseded', 'expired'], ${pledges.status}::text) nulls last`,
      desc(pledges.version),
    );

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
  kept: readonly { series: string; pledgeId: number }[],
): Promise<void> {
  const moved = versions.filter(({ series, id }) =>
    kept.some((row) => row.series === series && row.pledgeId !== id),
  );
  for (const { series, id } of moved) {
    await tx.update(pledgeReminders).set({ pledgeId: id }).where(eq(pledgeReminders.series, series));
  }
}
