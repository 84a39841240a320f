import { z } from "zod";
import { finishRequest, noteRequest, removeRequest } from "#app/domain/upkeep/retention/requests.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";

const text = z.string().trim().default("");
const Fields = z.object({
  intent: z.enum(["note", "done", "remove"]),
  request: z.uuid().optional(),
  received: text,
  due: text,
  note: text,
});

/** The form field for each problem. */
const fieldOf: Record<string, string> = {
  "bad-received": "received",
  "bad-due": "due",
  "no-note": "note",
  long: "note",
  personal: "note",
};

/** Records a request, marks it as done, or removes it. */
export async function act(args: ActionFunctionArgs) {
  const { campaign, actor } = await requireCampaign(args, "manage");
  const form = await parseForm(args.request, Fields);
  const refuse = (errors: { field: string; code: string }[], status = 422) =>
    data({ errors, values: form.values }, { status });
  if (!form.ok) return refuse(form.errors);
  const { intent, request: id, received, due, note } = form.value;
  const { db } = args.context;
  const done = (what: string) => redirect(`/organize/c/${campaign.slug}/requests?done=${what}`, 303);

  if (intent !== "note") {
    const change = intent === "done" ? finishRequest : removeRequest;
    const changed = id !== undefined && (await change(db, { id, actor }));
    return changed ? done(intent) : refuse([{ field: "form", code: "gone" }], 409);
  }
  const request = { receivedOn: received, dueOn: due || null, note };
  const { outcome } = await noteRequest(db, { campaignSlug: campaign.slug, actor, request });
  if (outcome === "noted") return done("noted");
  return refuse([{ field: fieldOf[outcome] ?? "form", code: outcome }], outcome === "gone" ? 409 : 422);
}
