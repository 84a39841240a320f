import { z } from "zod";
import { approveNotice } from "#app/domain/campaign/notices/approve-notice.server.ts";
import { askNoticeAgain } from "#app/domain/campaign/notices/ask-notice-again.server.ts";
import { cancelNotice } from "#app/domain/campaign/notices/cancel-notice.server.ts";
import { resumeNotice } from "#app/domain/campaign/notices/resume-notice.server.ts";
import { askNotice } from "#app/domain/campaign/petition/ask-notice.server.ts";
import { NoticeForm } from "#app/domain/campaign/petition/petition-form.ts";
import { parseForm } from "#app/http/form.server.ts";
import { reauthenticate } from "#app/http/reauthenticate.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { createMailing } from "#app/mail/mailing.server.ts";
import { typedOnce } from "#app/ui/meetings/form-state.ts";

const Named = z.object({ notice: z.string().max(36).optional(), frame: z.string().max(64).optional() });
const done = (slug: string, word: string) =>
  redirect(`/organize/c/${slug}/edit/petition?done=${word}#told`, 303);

/** Requests emails to those who signed before the text that sets them apart. */
export async function tellSigners(args: ActionFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "manage");
  const form = await parseForm(args.request, NoticeForm);
  const values = typedOnce(form.values);
  if (!form.ok) return data({ part: "tell" as const, values, errors: form.errors }, { status: 422 });
  const on = { campaignId: campaign.id, actor: `organizer:${organizer.organizerId}` as const };
  const asked = await askNotice(args.context.db, { ...on, ...form.value });
  if (asked.outcome === "gone") throw notFound();
  if (asked.outcome !== "asked")
    return data({ part: "tell" as const, values, refused: `notice-${asked.outcome}` }, { status: 409 });
  return done(campaign.slug, "notice-asked");
}

/** Starts the emails after the approver has reauthenticated. */
export async function approveTelling(args: ActionFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "approve");
  const { db, env, transport } = args.context;
  const { notice, frame } = (await parseForm(args.request.clone(), Named)).values;
  const publicId = String(notice ?? "");
  const asked = await reauthenticate(args, organizer, { kind: "send", campaignId: campaign.id });
  if (asked) return asked;
  const actor = `organizer:${organizer.organizerId}` as const;
  const approved = await approveNotice(db, createMailing(env, transport), {
    campaignId: campaign.id,
    publicId,
    actor,
    frame: String(frame ?? ""),
  });
  if (approved.outcome === "gone") throw notFound();
  if (approved.outcome !== "approved")
    return data({ refused: `notice-${approved.outcome}` }, { status: 409 });
  return done(campaign.slug, "notice-approved");
}

/** Requests an approval of the email as it is now. */
export async function askNoticeApprovalAgain(args: ActionFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "manage");
  const publicId = String((await parseForm(args.request, Named)).values.notice ?? "");
  const on = { campaignId: campaign.id, actor: `organizer:${organizer.organizerId}` as const, publicId };
  const asked = await askNoticeAgain(args.context.db, on);
  if (asked.outcome === "gone") throw notFound();
  if (asked.outcome !== "asked") return data({ refused: `notice-${asked.outcome}` }, { status: 409 });
  return done(campaign.slug, "notice-asked");
}

/** Resumes the emails once they say again what was approved. */
export async function resumeTelling(args: ActionFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "manage");
  const publicId = String((await parseForm(args.request.clone(), Named)).values.notice ?? "");
  const asked = await reauthenticate(args, organizer, { kind: "send", campaignId: campaign.id });
  if (asked) return asked;
  const on = { campaignId: campaign.id, actor: `organizer:${organizer.organizerId}` as const, publicId };
  const { db, env, transport } = args.context;
  const resumed = await resumeNotice(db, createMailing(env, transport), on);
  if (resumed.outcome === "gone") throw notFound();
  if (resumed.outcome !== "resumed") return data({ refused: `notice-${resumed.outcome}` }, { status: 409 });
  return done(campaign.slug, "notice-resumed");
}

/** Cancels what was not sent yet. */
export async function cancelTelling(args: ActionFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "manage");
  const publicId = String((await parseForm(args.request, Named)).values.notice ?? "");
  const on = { campaignId: campaign.id, actor: `organizer:${organizer.organizerId}` as const, publicId };
  const cancelled = await cancelNotice(args.context.db, on);
  if (cancelled.outcome === "gone") throw notFound();
  if (cancelled.outcome !== "cancelled")
    return data({ refused: `notice-${cancelled.outcome}` }, { status: 409 });
  return done(campaign.slug, "notice-cancelled");
}
