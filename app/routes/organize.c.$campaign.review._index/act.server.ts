import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { z } from "zod";
import { decideReviews, undoReviews } from "#app/domain/review/decide-reviews.server.ts";
import { type ReviewDecision, reviewDecisions, reviewsAPage } from "#app/domain/review/review.ts";
import { parseForm } from "#app/http/form.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { readFilter, reviewAddress } from "./read-filter.ts";

const Intent = z.object({ intent: z.string().optional(), quiet: z.literal("on").optional() });
const Decision = z.object({ review: z.array(z.uuid()).min(1).max(reviewsAPage) });
const Undo = z.object({ at: z.iso.datetime() });

/** What was done, or why nothing was: as the page says it. */
export type Answer = {
  done: string | null;
  count: number;
  at: string | null;
  error: "choose-first" | "unreadable" | null;
};

const refuse = (error: Answer["error"]) =>
  data<Answer>({ done: null, count: 0, at: null, error }, { status: 422 });

/** Which button a form was sent with says what happens. A script of the page asks quietly and gets what to say. */
export async function act(args: ActionFunctionArgs) {
  const { scope } = await requireCampaign(args, "review");
  const { request, context } = args;
  const filter = readFilter(new URL(request.url).searchParams);
  const peeked = await parseForm(request.clone(), Intent);
  const intent = String(peeked.values.intent ?? "");
  const answer = (done: string, count: number, at: Date | null) => {
    const told = { done, count, at: at?.toISOString() ?? null };
    if (peeked.values.quiet === "on") return data<Answer>({ ...told, error: null });
    return redirect(
      reviewAddress(filter, { done, count: String(count), ...(told.at && { at: told.at }) }),
      303,
    );
  };

  const decision = reviewDecisions.find((one): one is ReviewDecision => one === intent);
  if (decision) {
    const form = await parseForm(request, Decision, ["review"]);
    if (!form.ok) return refuse("choose-first");
    const actor = `organizer:${scope.organizerId}` as const;
    const { campaignId } = scope;
    const decided = await decideReviews(context.db, {
      campaignId,
      actor,
      decision,
      reviews: form.value.review,
    });
    return answer(decision, decided.decided, decided.at);
  }
  if (intent === "undo") {
    const form = await parseForm(request, Undo);
    if (!form.ok) return refuse("unreadable");
    return answer("undone", await undoReviews(context.db, { ...scope, at: new Date(form.value.at) }), null);
  }
  return refuse("unreadable");
}
