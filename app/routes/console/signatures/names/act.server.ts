import { z } from "zod";
import { decideWords, undoWords } from "#app/domain/moderation/decide-words.server.ts";
import { wordsAPage } from "#app/domain/moderation/list-words.server.ts";
import { type NameDecision, nameDecisions } from "#app/domain/names/name-review.ts";
import { unwatchName, WatchForm, watchName } from "#app/domain/names/watch-names.server.ts";
import { answerDecision, refuseDecision } from "#app/http/answer-decision.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { readFilter, wordsAddress } from "./read-filter.ts";

const Intent = z.object({ intent: z.string().optional(), quiet: z.literal("on").optional() });
const Decision = z.object({
  review: z.array(z.uuid()).min(1).max(wordsAPage),
  alike: z.literal("on").optional(),
});
const Undo = z.object({ at: z.iso.datetime() });
const Unwatch = z.object({ id: z.coerce.number().int().min(1) });

/** Why a name was not added to the watch list, with what was typed. */
export type WatchAnswer = { errors: readonly { field: string; code: string }[]; watch: string };

const refuseWatch = (answer: WatchAnswer) => data(answer, { status: 422 });

/** Acts by the button that sent the form. */
export async function act(args: ActionFunctionArgs) {
  const { scope } = await requireCampaign(args, "review");
  const { db, wakeMail } = args.context;
  const { request } = args;
  const filter = readFilter(new URL(request.url).searchParams);
  const peeked = await parseForm(request.clone(), Intent);
  const intent = String(peeked.values.intent ?? "");
  const answer = (result: { done: string; count: number; at: Date | null; notAsked?: number }) =>
    answerDecision(peeked.values.quiet === "on", result, (about) => wordsAddress(filter, about));
  const watched = (done: string) => redirect(wordsAddress(filter, { watch: done }), 303);

  const decision = nameDecisions.find((one): one is NameDecision => one === intent);
  if (decision) {
    const form = await parseForm(request, Decision, ["review"]);
    if (!form.ok) return refuseDecision("choose-first");
    const { review: reviews, alike } = form.value;
    const decided = await decideWords(db, { ...scope, decision, reviews, alike: alike === "on" });
    if (decision === "ask") wakeMail();
    return answer({ done: decision, count: decided.decided, notAsked: decided.notAsked, at: decided.at });
  }
  switch (intent) {
    case "undo": {
      const form = await parseForm(request, Undo);
      if (!form.ok) return refuseDecision("unreadable");
      const undone = await undoWords(db, { ...scope, at: new Date(form.value.at) });
      return answer({ done: "undone", count: undone, at: null });
    }
    case "watch": {
      const form = await parseForm(request, WatchForm);
      const watch = String(form.values.watch ?? "");
      if (!form.ok) return refuseWatch({ errors: form.errors, watch });
      const { outcome } = await watchName(db, { ...scope, name: form.value.watch });
      if (outcome === "watched") return watched("watched");
      return refuseWatch({ errors: [{ field: "watch", code: outcome }], watch });
    }
    case "unwatch": {
      const form = await parseForm(request, Unwatch);
      if (!form.ok) return refuseDecision("unreadable");
      await unwatchName(db, { ...scope, id: form.value.id });
      return watched("unwatched");
    }
    default:
      return refuseDecision("unreadable");
  }
}
