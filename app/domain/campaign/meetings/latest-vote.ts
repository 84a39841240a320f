import type { LatestVote, Meeting } from "./meeting.ts";
import { resultOf } from "./result.ts";

/**
 * Finds the proposals of the last meeting with results, of meetings listed latest first: those the campaign
 * recommends a vote on, else those of shareholders, else all.
 */
export function latestVote(
  meetings: readonly Pick<Meeting, "year" | "meetingOn" | "items">[],
): LatestVote | null {
  for (const { year, meetingOn: on, items } of meetings) {
    const voted = items.filter((item) => item.status === "voted" && resultOf(item).kind !== "unknown");
    const recommended = voted.filter(({ campaignRecommendation }) => campaignRecommendation !== null);
    const ofShareholders = voted.filter(({ proponent }) => proponent !== null);
    const [asked] = [recommended, ofShareholders, voted].filter((some) => some.length > 0);
    if (asked) return { on, year, items: asked.map(({ number, title }) => ({ number, title })) };
  }
  return null;
}
