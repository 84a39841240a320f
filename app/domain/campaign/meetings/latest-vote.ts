import { proposerOf } from "./items/proposer.ts";
import type { LatestVote, Meeting } from "./meeting.ts";
import { resultOf } from "./result.ts";

/**
 * Finds shareholders' proposals of the last meeting with results of any, of meetings listed latest first:
 * those the campaign recommends a vote on, else all.
 */
export function latestVote(
  meetings: readonly Pick<Meeting, "year" | "meetingOn" | "items">[],
): LatestVote | null {
  for (const { year, meetingOn: on, items } of meetings) {
    const voted = items.filter(
      (item) =>
        item.status === "voted" && proposerOf(item) === "shareholder" && resultOf(item).kind !== "unknown",
    );
    const recommended = voted.filter(({ campaignRecommendation }) => campaignRecommendation !== null);
    const asked = recommended.length > 0 ? recommended : voted;
    if (asked.length > 0) return { on, year, items: asked.map(({ number, title }) => ({ number, title })) };
  }
  return null;
}
