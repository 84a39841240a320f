import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Db, DbOrTx, Tx } from "#db/index.ts";
import { pledgeChanges, pledgePublications } from "#db/schema/index.ts";
import { readLiveFundLetters } from "./fund-letters.server.ts";
import { readLiveFigures } from "./live-figures.server.ts";
import { lockTotals } from "./lock-totals.server.ts";
import { type Figures, publishNext } from "./publish.ts";
import { readLiveVotes } from "./voted-rate.server.ts";

type OfMeeting = { campaignId: number; meetingId: number };

const Stored = z.object({
  figures: z.record(
    z.string(),
    z.object({ of: z.number().int(), sum: z.string(), max: z.string().nullable() }),
  ),
  shown: z.array(z.string()),
  hidden: z.boolean(),
});

export type Publication = {
  /** Each as it was when it last moved, shown or not. */
  figures: Figures;
  /** Public figures, decided when anything last moved: no single change moves what is seen. */
  shown: readonly string[];
  /** True if some holders are in groups that are not shown, apart from later reports. */
  hidden: boolean;
  publishedAt: Date;
};

/** Reads a meeting's last publication. */
export async function readPublication(
  db: DbOrTx,
  { campaignId, meetingId }: OfMeeting,
): Promise<Publication | null> {
  const [row] = await db
    .select()
    .from(pledgePublications)
    .where(and(eq(pledgePublications.campaignId, campaignId), eq(pledgePublications.meetingId, meetingId)));
  return row ? { ...Stored.parse(row.totals), publishedAt: row.publishedAt } : null;
}

/** Publishes what may move of every meeting whose totals changed. Returns how many figures moved. */
export async function publishTotals(db: Db, now = new Date()): Promise<number> {
  const changed = await db
    .selectDistinct({ campaignId: pledgeChanges.campaignId, meetingId: pledgeChanges.meetingId })
    .from(pledgeChanges);
  let moved = 0;
  for (const meeting of changed) moved += await db.transaction((tx) => publishMeeting(tx, meeting, now));
  return moved;
}

async function publishMeeting(tx: Tx, meeting: OfMeeting, now: Date): Promise<number> {
  await lockTotals(tx, meeting);
  const ofMeeting = and(
    eq(pledgeChanges.campaignId, meeting.campaignId),
    eq(pledgeChanges.meetingId, meeting.meetingId),
  );
  const changes = new Map<string, Set<string>>();
  for (const { cell, series } of await tx.select().from(pledgeChanges).where(ofMeeting)) {
    changes.set(cell, (changes.get(cell) ?? new Set()).add(series));
  }
  const before = await readPublication(tx, meeting);
  const totals = await readLiveFigures(tx, meeting);
  const votes = await readLiveVotes(tx, meeting);
  const live = { ...totals, ...votes, ...(await readLiveFundLetters(tx, meeting)) };
  const { moving, figures, shown } = publishNext(before ?? { figures: {}, shown: [] }, live, changes);
  if (moving.size === 0) return 0;

  const hidden = Object.entries(totals).some(([name, { of }]) => of > 0 && !shown.includes(name));
  const published = { figures, shown, hidden };
  await tx
    .insert(pledgePublications)
    .values({ ...meeting, publishedAt: now, totals: published })
    .onConflictDoUpdate({
      target: [pledgePublications.campaignId, pledgePublications.meetingId],
      set: { publishedAt: now, totals: published },
    });
  await tx.delete(pledgeChanges).where(and(ofMeeting, inArray(pledgeChanges.cell, [...moving])));
  return moving.size;
}
