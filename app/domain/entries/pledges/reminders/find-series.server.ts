import { desc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { isCoFiler } from "#app/domain/entries/pledges/co-filers/is-co-filer.server.ts";
import type { Tx } from "#db/index.ts";
import { meetings, pledgeReminders, pledges, supporters, switches } from "#db/schema/index.ts";
import type { KeptReminder } from "./replan.ts";

/** Finds the last restore from an archive. Reminders due before it may have gone after that archive. */
export async function findRestored(tx: Tx): Promise<Date | null> {
  const [row] = await tx
    .select({ since: switches.since })
    .from(switches)
    .where(eq(switches.name, "restored"));
  return row?.since ?? null;
}

export type Version = Awaited<ReturnType<typeof findVersions>>[number];

const p = alias(pledges, "p");

/**
 * Finds each series' version in force, else the newest that was; an unconfirmed one, which may be purged,
 * only where there is no other.
 */
export const findVersions = (tx: Tx, series: readonly string[]) =>
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
export async function findDates(tx: Tx, versions: readonly Version[]) {
  const ids = [...new Set(versions.map(({ meetingId }) => meetingId))];
  const rows = await tx.select().from(meetings).where(inArray(meetings.id, ids));
  return new Map(rows.map((meeting) => [meeting.id, meeting]));
}

export type Kept = KeptReminder & { series: string; pledgeId: number };

export async function findKeptReminders(tx: Tx, series: readonly string[]): Promise<Map<string, Kept[]>> {
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
