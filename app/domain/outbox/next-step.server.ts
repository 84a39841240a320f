import { nextStepPath } from "#app/domain/entries/known-path.server.ts";
import { findNextStep } from "#app/domain/pages/next-step.server.ts";
import { inDays, personalLinkDays, type Writing } from "./writing.server.ts";

type Whose = { supporterId: number; supporterPublicId: string; campaignId: number; campaign: string };

/** Finds what fits somebody next, for a receipt of what they did. */
export async function nextStepOf({ db, mailing, queuedAt, url }: Writing, whose: Whose) {
  const step = await findNextStep(db, whose, queuedAt);
  const until = inDays(queuedAt, personalLinkDays);
  const times = { issuedAt: queuedAt, expiresAt: until };
  return { next: step && { step, url: url(nextStepPath(mailing.keys, step, whose, times)), until } };
}
