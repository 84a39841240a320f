import { z } from "zod";
import { areManyToInvalidate, decideReviews, undoReviews } from "#app/domain/review/decide-reviews.server.ts";
import { type ReviewDecision, reviewDecisions, reviewsAPage } from "#app/domain/review/review.ts";
import { answerDecision, refuseDecision } from "#app/http/answer-decision.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import { reauthenticate } from "#app/http/reauthenticate.server.ts";
import type { ActionFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { readFilter, reviewAddress } from "./read-filter.ts";

const Intent = z.object({ intent: z.string().optional(), quiet: z.literal("on").optional() });
const Decision = z.object({ review: z.array(z.uuid()).min(1).max(reviewsAPage) });
const Undo = z.object({ at: z.iso.datetime() });

/** Decides by the button pressed. The page's script gets the words to show instead of a page. */
export async function act(args: ActionFunctionArgs) {
  const { scope, organizer } = await requireCampaign(args, "review");
  const { request, context } = args;
  const filter = readFilter(new URL(request.url).searchParams);
  const peeked = await parseForm(request.clone(), Intent);
  const intent = String(peeked.values.intent ?? "");
  const answer = (done: string, count: number, at: Date | null) =>
    answerDecision(peeked.values.quiet === "on", { done, count, at }, (outcome) =>
      reviewAddress(filter, outcome),
    );

  const decision = reviewDecisions.find((one): one is ReviewDecision => one === intent);
  if (decision) {
    const form = await parseForm(request.clone(), Decision, ["review"]);
    if (!form.ok) return refuseDecision("choose-first");
    const actor = `organizer:${scope.organizerId}` as const;
    const { campaignId } = scope;
    const many = { ...scope, reviews: form.value.review.length };
    if (decision === "invalidate" && (await areManyToInvalidate(context.db, many))) {
      const asked = await reauthenticate(args, organizer, { kind: "bulk", campaignId });
      if (asked) return asked;
    }
    const decided = await decideReviews(context.db, {
      campaignId,
      actor,
      decision,
      reviews: form.value.review,
    });
    if (decided.tooMany) return refuseDecision("too-many");
    return answer(decision, decided.decided, decided.at);
  }
  if (intent === "undo") {
    const form = await parseForm(request, Undo);
    if (!form.ok) return refuseDecision("unreadable");
    return answer("undone", await undoReviews(context.db, { ...scope, at: new Date(form.value.at) }), null);
  }
  return refuseDecision("unreadable");
}
