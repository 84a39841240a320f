import { resumeSending } from "#app/domain/upkeep/archives/resume-sending.server.ts";
import { catchUp } from "#app/domain/upkeep/erasure/catch-up.server.ts";
import { reauthenticate } from "#app/http/reauthenticate.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { forbidden, requireCampaign } from "#app/http/require-organizer.server.ts";
import { createErasing } from "#app/mail/erasing.server.ts";

/** Resumes sending for an owner, as the command `resume-sending` does. */
export async function resumeByOwner(args: ActionFunctionArgs, queued: "send" | "unknown" | null) {
  const { campaign, organizer, scope, on } = await requireCampaign(args, "manage");
  if (campaign.role !== "owner") throw forbidden(args, { ...scope, campaign: campaign.id });
  const asked = await reauthenticate(args, organizer, { kind: "send", campaignId: campaign.id });
  if (asked) return asked;
  const { db, env, transport, wakeMail } = args.context;
  // Erases again, before anything is sent.
  const { wentBack } = await catchUp(db, createErasing(env, transport));
  if (wentBack) return data({ refused: "went-back" }, { status: 409 });
  const { outcome } = await resumeSending(db, { ...on, queued });
  if (outcome !== "resumed") return data({ refused: outcome }, { status: 409 });
  wakeMail();
  return redirect(`/organize/c/${campaign.slug}?done=resumed`, 303);
}
