import { pledgeStage } from "#app/domain/campaign/meetings/meeting.ts";
import { listPledgeMeetings } from "#app/domain/campaign/meetings/queries.server.ts";
import type { KnownStep } from "#app/domain/entries/known-path.server.ts";
import { hasWritten } from "#app/domain/entries/letters/queries.server.ts";
import { hasPledged } from "#app/domain/entries/pledges/lock-pledge.server.ts";
import { hasSigned } from "#app/domain/entries/signatures/queries.server.ts";
import type { Db } from "#db/index.ts";

/**
 * Finds the next step for somebody in a campaign: the first that is open to them and not done. A pledge or
 * letter at one of its companies is enough: few hold shares of several.
 */
export async function findNextStep(
  db: Db,
  { supporterId, campaignId }: { supporterId: number; campaignId: number },
  now: Date,
): Promise<KnownStep | null> {
  if (!(await hasSigned(db, supporterId, campaignId))) return "sign";
  const whose = { supporterId, campaignId };
  const meetings = await listPledgeMeetings(db, campaignId, now);
  const open = meetings.filter((meeting) => pledgeStage(meeting, now) !== "outcome");
  const meetingIds = open.map(({ id }) => id);
  if (open.length > 0 && !(await hasPledged(db, { ...whose, meetingIds }))) return "pledge";
  return (await hasWritten(db, whose)) ? null : "letter";
}
