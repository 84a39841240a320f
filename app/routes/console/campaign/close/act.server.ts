import { z } from "zod";
import {
  approveClosing,
  askClosing,
  withdrawClosing,
} from "#app/domain/campaign/closing/ask-closing.server.ts";
import { reopenCampaign } from "#app/domain/campaign/closing/close-campaign.server.ts";
import { previewClosing } from "#app/domain/campaign/closing/read-closing.server.ts";
import { monthsAfterClosing } from "#app/domain/upkeep/retention/retention.ts";
import { parseForm } from "#app/http/form.server.ts";
import { reauthenticate } from "#app/http/reauthenticate.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";

const Fields = z.object({
  intent: z.enum(["try", "ask", "approve", "withdraw", "reopen"]),
  months: z.coerce.number().int().min(1).max(monthsAfterClosing.atMost).optional(),
});

/**
 * Handles the closing form. Request, approval and reopening need reauthentication; dry run and withdrawal do
 * not.
 */
export async function act(args: ActionFunctionArgs) {
  const { organizer, campaign, scope } = await requireCampaign(args, "manage");
  const form = await parseForm(args.request.clone(), Fields);
  if (!form.ok) {
    const refused = form.errors.some(({ field }) => field === "months") ? "months" : "unreadable";
    return data({ refused, months: form.values.months }, { status: 422 });
  }
  const { intent, months = monthsAfterClosing.usual } = form.value;
  const { db } = args.context;
  if (intent === "try") return { tried: await previewClosing(db, campaign.id, months) };

  if (intent !== "withdraw") {
    const asked = await reauthenticate(args, organizer, { kind: "close", campaignId: campaign.id });
    if (asked) return asked;
  }
  const on = { campaignId: campaign.id, actor: `organizer:${scope.organizerId}` as const };
  const acts = {
    ask: () => askClosing(db, { ...on, months }),
    approve: () => approveClosing(db, { ...on, months }),
    withdraw: () => withdrawClosing(db, on),
    reopen: () => reopenCampaign(db, { campaignSlug: campaign.slug, actor: on.actor }),
  };
  const { outcome } = await acts[intent]();
  if (outcome === "gone" || outcome === "unknown-campaign") throw notFound();
  const done = ["asked", "closed", "withdrawn", "reopened"].includes(outcome);
  if (!done) return data({ refused: outcome as string, months: undefined }, { status: 409 });
  return redirect(`/organize/c/${campaign.slug}/close?done=${outcome}`, 303);
}
