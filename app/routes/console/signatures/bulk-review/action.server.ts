import { z } from "zod";
import { canonicalDomain } from "#app/domain/base/address.ts";
import { noteListView } from "#app/domain/record/note-view.server.ts";
import { BulkConditions, maxNoteLength } from "#app/domain/review/bulk/bulk.ts";
import { previewBulk } from "#app/domain/review/bulk/bulk-matching.server.ts";
import { approveBulk, askBulk, cancelBulk, undoBulk } from "#app/domain/review/bulk/change-bulk.server.ts";
import { parseForm, readTyped } from "#app/http/form.server.ts";
import { reauthenticate } from "#app/http/reauthenticate.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";

const Numbered = z.object({
  number: z.coerce.number().int().min(1),
  matched: z.coerce.number().int().min(0).optional().catch(undefined),
});
const text = z.string().max(300).optional();
const Asked = z.object({
  reason: text,
  domain: text,
  country: text,
  source: text,
  block: text,
  from: text,
  to: text,
  note: z.string().max(maxNoteLength).optional(),
});

const refuse = (error: string, values: Record<string, unknown> = {}) =>
  data({ error, values }, { status: 422 });

/** Acts by the button that sent the form. */
export async function act(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { intent = "" } = await readTyped(request);
  const right = intent === "approve" ? "approve" : "review";
  const { organizer, campaign, scope, on } = await requireCampaign(args, right);
  const { db } = context;
  const done = (what: string) => redirect(`/organize/c/${campaign.slug}/review/bulk?done=${what}`, 303);

  if (intent === "preview" || intent === "ask") {
    const form = await parseForm(request, Asked);
    if (!form.ok) return refuse("unreadable", form.values);
    const { note, ...given } = form.value;
    const entered = Object.entries(given).map(([name, value]) => [name, value?.trim() || null]);
    const { domain, country, ...rest } = Object.fromEntries(entered);
    const tidy = {
      ...rest,
      domain: domain ? canonicalDomain(domain.replace(/^@/, "")) : null,
      country: country?.toUpperCase() ?? null,
    };
    const conditions = BulkConditions.safeParse(tidy);
    if (!conditions.success)
      return refuse(
        conditions.error.issues[0]?.message.startsWith("bulk-")
          ? conditions.error.issues[0].message
          : "unreadable",
        form.values,
      );
    if (intent === "preview") {
      const preview = await previewBulk(db, campaign.id, conditions.data);
      await noteListView(db, scope, { list: "review", rows: preview.sample?.length ?? 0 });
      return data({ error: null, values: form.values, preview });
    }
    const asked = await askBulk(db, { ...on, conditions: conditions.data, note: note?.trim() || null });
    return asked.outcome === "asked" ? done("asked") : refuse(asked.outcome, form.values);
  }
  const form = await parseForm(request, Numbered);
  if (!form.ok) return refuse("unreadable");
  const input = { ...on, number: form.value.number };
  const { matched = -1 } = form.value;
  if (intent === "cancel") {
    const { outcome } = await cancelBulk(db, input);
    return outcome === "changed" ? done("cancel") : refuse(outcome);
  }
  const acts = { approve: () => approveBulk(db, { ...input, matched }), undo: () => undoBulk(db, input) };
  if (!isAction(intent, acts)) return refuse("unreadable");
  const asked = await reauthenticate(args, organizer, { kind: "bulk", campaignId: campaign.id });
  if (asked) return asked;
  const { outcome } = await acts[intent]();
  return outcome === "changed" ? done(intent === "approve" ? "approved" : "undo") : refuse(outcome);
}

const isAction = <T extends object>(intent: string, acts: T): intent is keyof T & string =>
  Object.hasOwn(acts, intent);
