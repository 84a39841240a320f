import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { z } from "zod";
import { decideNames, undoDecision } from "#app/domain/weeding/decide-names.server.ts";
import { namesAPage } from "#app/domain/weeding/list-names.server.ts";
import { type NameDecision, nameDecisions } from "#app/domain/weeding/name-review.ts";
import { unwatchName, WatchForm, watchName } from "#app/domain/weeding/watch-names.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { namesAddress, readFilter } from "./read-filter.ts";

const Intent = z.object({ intent: z.string().optional() });
const Decision = z.object({
  review: z.array(z.uuid()).min(1, "choose-first").max(namesAPage),
  alike: z.literal("on").optional(),
});
const Undo = z.object({ at: z.iso.datetime() });
const Unwatch = z.object({ id: z.coerce.number().int().min(1) });

/** What the page says when something did not go through, with what was typed. */
export type Answer = { errors: readonly { field: string; code: string }[]; watch?: string };

const refuse = (answer: Answer) => data(answer, { status: 422 });
const unreadable = { errors: [{ field: "form", code: "unreadable" }] };

/** Which button a form was sent with says what happens. */
export async function act(args: ActionFunctionArgs) {
  const { scope } = await requireCampaign(args, "review");
  const { db, wakeMail } = args.context;
  const { request } = args;
  const filter = readFilter(new URL(request.url).searchParams);
  const done = (about: Record<string, string>) => redirect(namesAddress(filter, about), 303);
  const peeked = await parseForm(request.clone(), Intent);
  const intent = String(peeked.values.intent ?? "");

  const decision = nameDecisions.find((one): one is NameDecision => one === intent);
  if (decision) {
    const form = await parseForm(request, Decision, ["review"]);
    if (!form.ok) return refuse({ errors: [{ field: "review", code: "choose-first" }] });
    const { review: reviews, alike } = form.value;
    const decided = await decideNames(db, { ...scope, decision, reviews, alike: alike === "on" });
    if (decision === "ask") wakeMail();
    const { decided: names, notAsked, at } = decided;
    return done({
      ...{ done: decision, names: String(names), at: at.toISOString() },
      ...(notAsked > 0 && { not: String(notAsked) }),
    });
  }
  switch (intent) {
    case "undo": {
      const form = await parseForm(request, Undo);
      if (!form.ok) return refuse(unreadable);
      const undone = await undoDecision(db, { ...scope, at: new Date(form.value.at) });
      return done({ done: "undone", names: String(undone) });
    }
    case "watch": {
      const form = await parseForm(request, WatchForm);
      const watch = String(form.values.watch ?? "");
      if (!form.ok) return refuse({ errors: form.errors, watch });
      const { outcome } = await watchName(db, { ...scope, name: form.value.watch });
      if (outcome === "watched") return done({ done: "watched" });
      return refuse({ errors: [{ field: "watch", code: outcome }], watch });
    }
    case "unwatch": {
      const form = await parseForm(request, Unwatch);
      if (!form.ok) return refuse(unreadable);
      await unwatchName(db, { ...scope, id: form.value.id });
      return done({ done: "unwatched" });
    }
    default:
      return refuse(unreadable);
  }
}
