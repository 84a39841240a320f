import { eq } from "drizzle-orm";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { meetings, pledges } from "#db/schema/index.ts";
import { dayInNewYork, isVotingOver } from "../meetings/meeting.ts";
import { voteContributionsOf } from "./cells.ts";
import { findInForce, lockPledge } from "./lock-pledge.server.ts";
import { lockTotals } from "./lock-totals.server.ts";
import { noteChange } from "./note-change.server.ts";
import { planReminders } from "./plan-reminders.server.ts";
import type { KnownOutcome } from "./pledge.ts";

/**
 * Notes whether a holder voted, as they tell it; they may tell it again. `publicId` may be of any version. Once
 * an outcome is known no reminder goes. Too early while no ballot is out.
 */
export async function reportOutcome(
  db: Db,
  keys: Keys,
  { publicId, outcome }: { publicId: string; outcome: KnownOutcome },
  now = new Date(),
): Promise<{ outcome: "recorded" | "too-early" | "gone" }> {
  return db.transaction(async (tx) => {
    const known = await lockPledge(tx, publicId);
    const pledge = known && (await findInForce(tx, known.series));
    if (!pledge || pledge.kind === "fund") return { outcome: "gone" };
    const [meeting] = await tx.select().from(meetings).where(eq(meetings.id, pledge.meetingId));
    if (!meeting || !ballotIsOut(meeting, now)) return { outcome: "too-early" };

    await noteVote(tx, keys, pledge, outcome);
    await tx.update(pledges).set({ outcome, outcomeAt: now }).where(eq(pledges.id, pledge.id));
    await planReminders(tx, keys, pledge.series, now);
    return { outcome: "recorded" };
  });
}

/** Notes which published figures of votes the answer changes: a pledge that does not count changes none. */
async function noteVote(
  tx: Tx,
  keys: Keys,
  pledge: typeof pledges.$inferSelect,
  outcome: KnownOutcome,
): Promise<void> {
  if (pledge.status !== "active") return;
  await lockTotals(tx, pledge);
  const before = voteContributionsOf(pledge);
  await noteChange(tx, keys, pledge, { before, after: voteContributionsOf({ ...pledge, outcome }) });
}

/** Whether anyone can have voted at `now`. */
export function ballotIsOut(
  meeting: Pick<
    typeof meetings.$inferSelect,
    "status" | "ballotOpenOn" | "voteBy" | "meetingAt" | "meetingOn"
  >,
  now: Date,
): boolean {
  if (["open", "closed", "results"].includes(meeting.status)) return true;
  const today = dayInNewYork(now);
  return (
    (meeting.ballotOpenOn !== null && meeting.ballotOpenOn <= today) ||
    isVotingOver(meeting, now) ||
    (meeting.meetingOn !== null && meeting.meetingOn <= today)
  );
}
