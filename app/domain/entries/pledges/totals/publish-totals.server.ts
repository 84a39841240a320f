import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { groupAtLeast } from "#app/domain/entries/pledges/pledge.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, DbOrTx, Tx } from "#db/index.ts";
import { pledgeChanges, pledgePublications } from "#db/schema/index.ts";
import { readLiveFundLetters } from "./fund-letters.server.ts";
import { lockTotals } from "./lock-totals.server.ts";
import { type Figure, type Figures, publishNext } from "./publish.ts";
import { type Adds, type FigureChange, groupAdds, readAdds, readLiveFigures } from "./read-groups.server.ts";
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
export async function publishTotals(db: Db, keys: Keys, now = new Date()): Promise<number> {
  const changed = await db
    .selectDistinct({ campaignId: pledgeChanges.campaignId, meetingId: pledgeChanges.meetingId })
    .from(pledgeChanges);
  let moved = 0;
  for (const meeting of changed) {
    const shown = (await readPublication(db, meeting))?.shown ?? [];
    if (!mayMove(await readChanges(db, meeting), await readLive(db, meeting), shown)) continue;
    // Who pledges waits for the lock: in it only what has changed since is decrypted.
    const known = await readAdds(db, keys, meeting);
    moved += await db.transaction((tx) => publishMeeting(tx, keys, meeting, { known, now }));
  }
  return moved;
}

async function publishMeeting(
  tx: Tx,
  keys: Keys,
  meeting: OfMeeting,
  { known, now }: { known: ReadonlyMap<number, Adds>; now: Date },
): Promise<number> {
  await lockTotals(tx, meeting);
  const changes = await readChanges(tx, meeting);
  const before = await readPublication(tx, meeting);
  const live = await readLive(tx, meeting);
  if (!mayMove(changes, live, before?.shown ?? [])) return 0;
  const earlier = before?.figures ?? {};
  const active = await readAdds(tx, keys, meeting, known);
  const groups = groupAdds(keys, active, { changes, live, published: earlier });
  const next = publishNext({ groups: groups.published, shown: before?.shown ?? [] }, groups.now);
  if (!next) return 0;
  const { moving, shown } = next;

  const figures: Record<string, Figure> = { ...earlier };
  for (const name of moving) if (live[name]) figures[name] = live[name];
  const totals = await readLiveFigures(tx, meeting);
  const hidden = Object.entries(totals).some(([name, { of }]) => of > 0 && !shown.includes(name));
  const published = { figures, shown, hidden };
  await tx
    .insert(pledgePublications)
    .values({ ...meeting, publishedAt: now, totals: published })
    .onConflictDoUpdate({
      target: [pledgePublications.campaignId, pledgePublications.meetingId],
      set: { publishedAt: now, totals: published },
    });
  const { campaignId, meetingId } = meeting;
  await tx
    .delete(pledgeChanges)
    .where(
      and(
        eq(pledgeChanges.campaignId, campaignId),
        eq(pledgeChanges.meetingId, meetingId),
        inArray(pledgeChanges.cell, [...moving]),
      ),
    );
  return moving.size;
}

const readLive = async (tx: DbOrTx, meeting: OfMeeting): Promise<Figures> => ({
  ...(await readLiveFigures(tx, meeting)),
  ...(await readLiveVotes(tx, meeting)),
  ...(await readLiveFundLetters(tx, meeting)),
});

const readChanges = (tx: DbOrTx, { campaignId, meetingId }: OfMeeting) =>
  tx.execute<FigureChange>(sql`
    select c.cell as figure, c.series, c.before,
      (select p.supporter_id::text from pledges p where p.series = c.series limit 1) as person
    from pledge_changes c where c.campaign_id = ${campaignId} and c.meeting_id = ${meetingId}`);

/**
 * True if five persons changed a figure that is shown or could be: else nothing can move, and no pledge is
 * decrypted.
 */
function mayMove(changes: readonly FigureChange[], live: Figures, shown: readonly string[]): boolean {
  const persons = new Map<string, Set<string>>();
  for (const { figure, person } of changes)
    if (person !== null && (shown.includes(figure) || (live[figure]?.of ?? 0) >= groupAtLeast))
      persons.set(figure, (persons.get(figure) ?? new Set()).add(person));
  return [...persons.values()].some(({ size }) => size >= groupAtLeast);
}
