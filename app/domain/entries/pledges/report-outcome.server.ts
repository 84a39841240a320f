import { eq } from "drizzle-orm";
import { dayInZone } from "#app/domain/base/zone-clock.ts";
import { isVotingOver, type Meeting, mayBeOpen } from "#app/domain/campaign/meetings/meeting.ts";
import { findMeeting } from "#app/domain/campaign/meetings/queries.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { pledges } from "#db/schema/index.ts";
import { findInForce, lockPledge } from "./lock-pledge.server.ts";
import { type KnownFundOutcome, type KnownOutcome, knownOutcomes } from "./pledge.ts";
import { planReminders } from "./stop-reminders.server.ts";
import { outcomeContributionsOf } from "./totals/cells.ts";
import { lockTotals } from "./totals/lock-totals.server.ts";
import { noteChange } from "./totals/note-change.server.ts";

/**
 * Notes whether a holder voted, as they tell it; they may tell it again. `publicId` may be of any version.
 * Once an outcome is known no reminder goes. Too early while no ballot is out; and, for one who did not vote,
 * while they still can. Not asked of who said that they did not hold on the record date, for they have no
 * vote.
 */
export async function reportOutcome(
  db: Db,
  keys: Keys,
  { publicId, outcome }: { publicId: string; outcome: KnownOutcome },
  now = new Date(),
): Promise<{ outcome: "recorded" | "too-early" | "not-asked" | "gone" }> {
  return db.transaction(async (tx) => {
    const known = await lockPledge(tx, publicId);
    const pledge = known && (await findInForce(tx, known.series));
    if (!pledge || pledge.kind === "fund") return { outcome: "gone" };
    const meeting = await findMeeting(tx, pledge);
    if (!meeting || !outcomesAt(meeting, now).includes(outcome)) return { outcome: "too-early" };
    if (pledge.heldOnRecordDate === "no") return { outcome: "not-asked" };

    await recordReport(tx, keys, pledge, { outcome });
    await tx.update(pledges).set({ outcome, outcomeAt: now }).where(eq(pledges.id, pledge.id));
    await planReminders(tx, keys, pledge.series, now);
    return { outcome: "recorded" };
  });
}

/**
 * Notes what a fund's holder says came of their letter to its manager, and they may tell it again. Once
 * nothing more is to come of it they are not asked again.
 */
export async function reportFundOutcome(
  db: Db,
  keys: Keys,
  { publicId, fundOutcome }: { publicId: string; fundOutcome: KnownFundOutcome },
  now = new Date(),
): Promise<{ outcome: "recorded" | "gone" }> {
  return db.transaction(async (tx) => {
    const known = await lockPledge(tx, publicId);
    const pledge = known && (await findInForce(tx, known.series));
    if (pledge?.kind !== "fund") return { outcome: "gone" };
    await recordReport(tx, keys, pledge, { fundOutcome });
    await tx.update(pledges).set({ fundOutcome, fundOutcomeAt: now }).where(eq(pledges.id, pledge.id));
    await planReminders(tx, keys, pledge.series, now);
    return { outcome: "recorded" };
  });
}

type ReportedOutcome = { outcome: KnownOutcome } | { fundOutcome: KnownFundOutcome };

/** Notes which published figures the answer changes: none for a pledge that does not count. */
async function recordReport(
  tx: Tx,
  keys: Keys,
  pledge: typeof pledges.$inferSelect,
  reported: ReportedOutcome,
): Promise<void> {
  if (pledge.status !== "active") return;
  await lockTotals(tx, pledge);
  const before = outcomeContributionsOf(pledge);
  await noteChange(tx, keys, pledge, { before, after: outcomeContributionsOf({ ...pledge, ...reported }) });
}

type Dates = Pick<
  Meeting,
  "zone" | "year" | "status" | "ballotOpenOn" | "voteBy" | "meetingAt" | "meetingOn" | "ownersLineUntil"
>;

/** Returns what a holder can report at `now`: nothing before ballots, "did not vote" once voting is over. */
export function outcomesAt(meeting: Dates, now: Date): readonly KnownOutcome[] {
  const over = meeting.status === "closed" || meeting.status === "results" || isVotingOver(meeting, now);
  if (over) return knownOutcomes;
  return ballotIsOut(meeting, now) ? knownOutcomes.filter((outcome) => outcome !== "did_not_vote") : [];
}

/** True when anyone can have voted. */
export function ballotIsOut(meeting: Dates, now: Date): boolean {
  if (["open", "closed", "results"].includes(meeting.status) || mayBeOpen(meeting, now)) return true;
  const today = dayInZone(meeting.zone, now);
  return (
    (meeting.ballotOpenOn !== null && meeting.ballotOpenOn <= today) ||
    isVotingOver(meeting, now) ||
    (meeting.meetingOn !== null && meeting.meetingOn <= today)
  );
}
