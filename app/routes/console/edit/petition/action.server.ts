import { z } from "zod";
import { versionField } from "#app/domain/campaign/forms/words-form.ts";
import type { OnCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { approveNotice } from "#app/domain/campaign/notices/approve-notice.server.ts";
import { askNoticeAgain } from "#app/domain/campaign/notices/ask-notice-again.server.ts";
import { cancelNotice, resumeNotice } from "#app/domain/campaign/notices/pause-or-end-notice.server.ts";
import { askNotice } from "#app/domain/campaign/petition/ask-notice.server.ts";
import {
  NoticeForm,
  PetitionForm,
  PublishPetitionForm,
} from "#app/domain/campaign/petition/petition-form.ts";
import { publishPetition } from "#app/domain/campaign/petition/publish-petition.server.ts";
import { dropPetition, savePetition } from "#app/domain/campaign/petition/save-petition.server.ts";
import type { PetitionWords } from "#app/domain/campaign/wording.ts";
import { type FieldError, parseForm, readTyped } from "#app/http/form.server.ts";
import { type ProofAsked, reauthenticate } from "#app/http/reauthenticate.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { unlessGone } from "#app/http/respond.server.ts";
import { createMailing } from "#app/mail/mailing.server.ts";
import { typedOnce } from "#app/ui/form-state.ts";
import { approveProposal, proposeEarlier, withdrawProposed } from "./proposal-acts.server.ts";

export type Answer = {
  /** Marks the form that only requests a notice. */
  part?: "tell";
  proof?: ProofAsked;
  values?: Record<string, string>;
  errors?: FieldError[];
  refused?: string;
  /** If somebody else saved in between: both versions, and the one that the next save is based on. */
  stale?: { mine: PetitionWords; theirs: PetitionWords | null; version: number };
};

const Drop = z.object({ version: versionField });

const answer = (body: Answer, status: number) => data(body, { status });

/** Handles the petition page: draft, publish or drop, request and approve, notify earlier signers. */
export async function act(args: ActionFunctionArgs) {
  const typed = await readTyped(args.request);
  switch (typed.intent ?? (typed.meaning === undefined ? "save" : "publish")) {
    case "publish":
      return publish(args, typed);
    case "drop":
      return drop(args);
    case "approve":
      return approveProposal(args);
    case "withdraw":
      return withdrawProposed(args);
    case "return":
      return proposeEarlier(args);
    case "tell":
      return tellSigners(args);
    case "approve-notice":
      return approveTelling(args);
    case "ask-notice-again":
      return askNoticeApprovalAgain(args);
    case "resume-notice":
      return resumeTelling(args);
    case "cancel-notice":
      return cancelTelling(args);
    default:
      return save(args, typed);
  }
}

async function save(args: ActionFunctionArgs, values: Record<string, string>) {
  const { campaign, on } = await requireCampaign(args, "write");
  const saved = await saveTyped(args, on, values);
  if ("refused" in saved) return saved.refused;
  return redirect(`/organize/c/${campaign.slug}/edit/petition?done=saved`, 303);
}

/** Saves the text that was typed. Returns whether that changed the draft, or the answer that refuses it. */
async function saveTyped(
  { request, context }: ActionFunctionArgs,
  on: OnCampaign,
  values: Record<string, string>,
) {
  const form = await parseForm(request, PetitionForm);
  if (!form.ok) return { refused: answer({ values, errors: form.errors }, 422) };
  const { version, ...mine } = form.value;
  const saved = unlessGone(await savePetition(context.db, { ...on, version, words: mine }));
  if (saved.outcome === "stale") {
    const stale = { mine, theirs: saved.theirs, version: saved.version };
    return { refused: answer({ values, refused: "stale", stale }, 409) };
  }
  return { isNew: saved.version !== version };
}

async function drop(args: ActionFunctionArgs) {
  const { campaign, on } = await requireCampaign(args, "write");
  const form = await parseForm(args.request, Drop);
  if (!form.ok) return answer({ refused: "unreadable" }, 422);
  const dropped = unlessGone(await dropPetition(args.context.db, { ...on, version: form.value.version }));
  if (dropped.outcome === "stale") return answer({ refused: "stale-publish" }, 409);
  return redirect(`/organize/c/${campaign.slug}/edit/petition?done=dropped`, 303);
}

/** Publishes the draft. What the form changes in it is saved first, and shown before it is published. */
async function publish(args: ActionFunctionArgs, values: Record<string, string>) {
  const { campaign, on } = await requireCampaign(args, "manage");
  const form = await parseForm(args.request, PublishPetitionForm);
  if (values.summary !== undefined) {
    await requireCampaign(args, "write");
    const saved = await saveTyped(args, on, values);
    if ("refused" in saved) return saved.refused;
    if (saved.isNew) return answer({ values, refused: "saved-not-published" }, 409);
  }
  if (!form.ok) return answer({ values, errors: form.errors }, 422);
  const { version, meaning, note, earlier, change } = form.value;
  const published = unlessGone(
    await publishPetition(args.context.db, {
      ...on,
      version,
      meaning:
        meaning === "same"
          ? { is: "same", note: note ?? "" }
          : { is: "changed", earlier: earlier ? "apart" : null, tell: earlier === "told" ? change : null },
    }),
  );
  switch (published.outcome) {
    case "published":
    case "asked":
      return redirect(`/organize/c/${campaign.slug}/edit/petition?done=petition-${published.outcome}`, 303);
    case "earlier-missing":
      return answer({ values, errors: [{ field: "earlier", code: "earlier-missing" }] }, 422);
    case "stale":
      return answer({ values, refused: "stale-publish" }, 409);
    default:
      return answer({ values, refused: published.outcome }, 409);
  }
}

const done = (slug: string, word: string) =>
  redirect(`/organize/c/${slug}/edit/petition?done=${word}#told`, 303);

/** Requests emails to those who signed before the text that sets them apart. */
async function tellSigners(args: ActionFunctionArgs) {
  const { campaign, on } = await requireCampaign(args, "manage");
  const form = await parseForm(args.request, NoticeForm);
  const values = typedOnce(form.values);
  if (!form.ok) return data({ part: "tell" as const, values, errors: form.errors }, { status: 422 });
  const asked = unlessGone(await askNotice(args.context.db, { ...on, ...form.value }));
  if (asked.outcome !== "asked")
    return data({ part: "tell" as const, values, refused: `notice-${asked.outcome}` }, { status: 409 });
  return done(campaign.slug, "notice-asked");
}

/** Starts the emails after the approver has reauthenticated. */
async function approveTelling(args: ActionFunctionArgs) {
  const { campaign, organizer, actor } = await requireCampaign(args, "approve");
  const { db, env, transport } = args.context;
  const { notice: publicId = "", frame = "" } = await readTyped(args.request);
  const asked = await reauthenticate(args, organizer, { kind: "send", campaignId: campaign.id });
  if (asked) return asked;
  const approved = unlessGone(
    await approveNotice(db, createMailing(env, transport), {
      campaignId: campaign.id,
      publicId,
      actor,
      frame,
    }),
  );
  if (approved.outcome !== "approved")
    return data({ refused: `notice-${approved.outcome}` }, { status: 409 });
  return done(campaign.slug, "notice-approved");
}

/** Requests an approval of the email as it is now. */
async function askNoticeApprovalAgain(args: ActionFunctionArgs) {
  const { campaign, on: who } = await requireCampaign(args, "manage");
  const { notice: publicId = "" } = await readTyped(args.request);
  const on = { ...who, publicId };
  const asked = unlessGone(await askNoticeAgain(args.context.db, on));
  if (asked.outcome !== "asked") return data({ refused: `notice-${asked.outcome}` }, { status: 409 });
  return done(campaign.slug, "notice-asked");
}

/** Resumes the emails once they say again what was approved. */
async function resumeTelling(args: ActionFunctionArgs) {
  const { campaign, organizer, on: who } = await requireCampaign(args, "manage");
  const { notice: publicId = "" } = await readTyped(args.request);
  const asked = await reauthenticate(args, organizer, { kind: "send", campaignId: campaign.id });
  if (asked) return asked;
  const on = { ...who, publicId };
  const { db, env, transport } = args.context;
  const resumed = unlessGone(await resumeNotice(db, createMailing(env, transport), on));
  if (resumed.outcome !== "resumed") return data({ refused: `notice-${resumed.outcome}` }, { status: 409 });
  return done(campaign.slug, "notice-resumed");
}

/** Cancels what was not sent yet. */
async function cancelTelling(args: ActionFunctionArgs) {
  const { campaign, on: who } = await requireCampaign(args, "manage");
  const { notice: publicId = "" } = await readTyped(args.request);
  const on = { ...who, publicId };
  const cancelled = unlessGone(await cancelNotice(args.context.db, on));
  if (cancelled.outcome !== "cancelled")
    return data({ refused: `notice-${cancelled.outcome}` }, { status: 409 });
  return done(campaign.slug, "notice-cancelled");
}
