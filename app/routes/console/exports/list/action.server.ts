import { z } from "zod";
import { mayDo } from "#app/domain/access/organizer.ts";
import { countSignatures } from "#app/domain/entries/signatures/list-signatures.server.ts";
import { createExport, listByCompany } from "#app/domain/outgoing/exports/create-export.server.ts";
import { ExportForm, listOf, repeatableExportFields } from "#app/domain/outgoing/exports/export-form.ts";
import { deleteFilter, saveFilter } from "#app/domain/outgoing/exports/filters.server.ts";
import { isPledgeList } from "#app/domain/outgoing/exports/presets.ts";
import { wipeExport } from "#app/domain/outgoing/exports/wipe-exports.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import { reauthenticate } from "#app/http/reauthenticate.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { forbidden, requireCampaign } from "#app/http/require-organizer.server.ts";
import { isUuid } from "#app/lib/uuid.ts";
import { rights } from "./load.server.ts";

const ActionForm = z.object({
  intent: z.string().optional(),
  subject: z.string().optional(),
  proof_code: z.string().optional(),
  proof_response: z.string().optional(),
});

/** Handles exports: `forget` drops a saved filter, `wipe` removes a kept file; otherwise requests one. */
export async function act(args: ActionFunctionArgs) {
  const { campaign, organizer, scope } = await requireCampaign(args, [...rights]);
  const { db } = args.context;
  const page = `/organize/c/${campaign.slug}/exports`;
  const pressed = await parseForm(args.request, ActionForm);
  const { intent, subject = "" } = pressed.ok ? pressed.value : {};
  if ((intent === "forget" || intent === "wipe") && isUuid(subject)) {
    if (intent === "forget") await deleteFilter(db, { ...scope, publicId: subject });
    else await wipeExport(db, { ...scope, id: subject });
    throw redirect(`${page}?done=${intent}`, 303);
  }

  const form = await parseForm(args.request, ExportForm, repeatableExportFields);
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 422 });
  const list = await listByCompany(db, campaign.id, listOf(form.value));
  const unknown = { field: "company", code: "company-unknown" };
  if (!list) return data({ errors: [unknown], values: form.values }, { status: 422 });
  if (!mayDo(campaign, isPledgeList(list) ? "export-pledges" : "export-signatures"))
    throw forbidden(args, { organizerId: organizer.organizerId, campaign: campaign.id });
  const asked = await reauthenticate(args, organizer, { kind: "export", campaignId: campaign.id });
  if (asked) return asked;
  const { filter_name: name, how } = form.value;
  if (name !== null) await saveFilter(db, { ...scope, name, list });

  const counts = await countSignatures(db, scope);
  const expected = isPledgeList(list) ? null : expectedRows(counts, list.filter.states);
  const id = await createExport(db, { ...scope, ...list, kept: how === "keep", rowsExpected: expected });
  if (id === null) throw forbidden(args, { organizerId: organizer.organizerId, campaign: campaign.id });
  if (how === "keep") throw redirect(`${page}?done=asked#past`, 303);
  // A file leaves the page on the screen: not the one that asks to reauthenticate.
  const isProof = "proof_code" in pressed.values || "proof_response" in pressed.values;
  throw redirect(isProof ? `${page}?fetch=${id}` : `${page}/${id}.${list.filter.format}`, 303);
}

/** The most rows that these states can have, from the counters. */
const expectedRows = (counts: Record<string, number>, states: readonly string[]) =>
  (states.length ? states : Object.keys(counts)).reduce((sum, state) => sum + (counts[state] ?? 0), 0);
