import { z } from "zod";
import {
  correctRequest,
  noteRequest,
  removeRequest,
} from "#app/domain/upkeep/retention/note-request.server.ts";
import { requestAnswers, requestKinds } from "#app/domain/upkeep/retention/request.ts";
import { parseForm } from "#app/http/form.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";

/** Empty: null. What is not a whole number becomes NaN, which the domain refuses. */
const count = z
  .string()
  .trim()
  .transform((text) => (text === "" ? null : /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN))
  .optional();

const Fields = z.object({
  intent: z.enum(["note", "correct", "remove"]),
  request: z.uuid().optional(),
  kind: z.enum(requestKinds, { error: "bad-kind" }).optional(),
  month: z.string().trim().optional(),
  received: count,
  people_asked: count,
  answer: z.enum(requestAnswers, { error: "bad-answer" }).optional(),
  people_given: count,
  note: z.string().trim().optional(),
});

/** The form field for each problem. */
const fieldOf: Record<string, string> = {
  "bad-day": "month",
  "bad-number": "received",
  "bad-people": "people_asked",
  long: "note",
  personal: "note",
};

/** Records a request, corrects it, or takes it back. */
export async function act(args: ActionFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "manage");
  const form = await parseForm(args.request, Fields);
  const refuse = (errors: { field: string; code: string }[], status = 422) =>
    data({ errors, values: form.values }, { status });
  if (!form.ok) return refuse(form.errors);
  const { intent, request: id, kind, month = "", received, answer, note } = form.value;
  const { db } = args.context;
  const actor = `organizer:${scope.organizerId}` as const;
  const done = (what: string) => redirect(`/organize/c/${campaign.slug}/requests?done=${what}`, 303);
  const gone = () => refuse([{ field: "form", code: "gone" }], 409);

  if (intent === "remove") {
    const removed = id !== undefined && (await removeRequest(db, { id, actor }));
    return removed ? done("removed") : gone();
  }
  if (!kind) return refuse([{ field: "kind", code: "bad-kind" }]);
  if (!answer) return refuse([{ field: "answer", code: "bad-answer" }]);
  const request = {
    kind,
    answer,
    receivedOn: `${month}-01`,
    received: received ?? 1,
    peopleAsked: form.value.people_asked ?? null,
    peopleGiven: form.value.people_given ?? null,
    note: note || null,
  };
  if (intent === "correct" && id === undefined) return gone();
  const { outcome } = id
    ? await correctRequest(db, { id, actor, request })
    : await noteRequest(db, { campaignSlug: campaign.slug, actor, request });
  if (outcome === "noted") return done(id ? "corrected" : "noted");
  return outcome === "gone" ? gone() : refuse([{ field: fieldOf[outcome] ?? "form", code: outcome }]);
}
