import { decideReviews, undoReviews } from "#app/domain/review/decide-reviews.server.ts";
import { type ReviewDecision, reviewUndoMinutes } from "#app/domain/review/review.ts";
import { withDatabase } from "./environment.ts";
import { CommandFailed, exitCodes, readOptions, required, tell, UsageError } from "./old.ts";
import { undoDecided } from "./undo.ts";
import { requireCampaign } from "./update.ts";

const text = { type: "string" } as const;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const decide = (decision: ReviewDecision) => async (args: string[]) => {
  const { json, campaign, review } = readOptions(args, {
    campaign: text,
    review: { ...text, multiple: true },
  });
  const slug = required(campaign, "campaign");
  const reviews = review ?? [];
  required(reviews[0], "review");
  if (!reviews.every((id) => uuid.test(id)))
    throw new UsageError("--review is an id that `review list` prints");
  return withDatabase(`review ${decision}`, async (opened) => {
    const { id: campaignId } = await requireCampaign(opened, slug);
    const input = { campaignId, actor: "operator", decision, reviews } as const;
    const { decided, at } = await decideReviews(opened.db, input);
    if (decided === 0)
      throw new CommandFailed("Nothing was changed: it is decided already, or there is no such review.");
    tell(
      json,
      { decision, decided, at: at.toISOString() },
      `${decided} decided: ${decision}.`,
      `To undo it within ${reviewUndoMinutes} minutes: review undo --at ${at.toISOString()}`,
    );
    return exitCodes.done;
  });
};

/** Has signatures that were held back count. */
export const reviewKeep = decide("keep");
/** Has signatures that were held back count never. */
export const reviewInvalidate = decide("invalidate");

/** Takes back what the operator decided at one moment: it waits, or is as it was decided before. */
export const reviewUndo = undoDecided("review undo", {
  ...{ minutes: reviewUndoMinutes, undo: undoReviews },
  told: (undone) => `${undone} are as they were before.`,
});
