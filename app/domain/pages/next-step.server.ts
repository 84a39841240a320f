import { pledgeStage } from "#app/domain/campaign/meetings/meeting.ts";
import { findPledgeMeeting } from "#app/domain/campaign/meetings/queries.server.ts";
import type { Step } from "#app/domain/entries/known-path.server.ts";
import { hasWritten } from "#app/domain/entries/letters/queries.server.ts";
import { hasPledged } from "#app/domain/entries/pledges/find-in-force.server.ts";
import { hasSigned } from "#app/domain/entries/signatures/queries.server.ts";
import type { Db } from "#db/index.ts";

/** Finds the next step for somebody in a campaign: the first that is open to them and not done. */
export async function findNextStep(
  db: Db,
  { supporterId, campaignId }: { supporterId: number; campaignId: number },
  now: Date,
): Promise<Step | null> {
  if (!(await hasSigned(db, supporterId, campaignId))) return "sign";
  const meeting = await findPledgeMeeting(db, campaignId);
  const whose = { supporterId, campaignId };
  if (meeting && pledgeStage(meeting, now) !== "outcome") {
    if (!(await hasPledged(db, { ...whose, meetingId: meeting.id }))) return "pledge";
  }
  return (await hasWritten(db, whose)) ? null : "letter";
}
