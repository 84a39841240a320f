import { z } from "zod";
import { versionField } from "#app/domain/campaign/forms/words-form.ts";
import type { OnCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { approveNotice } from "#app/domain/campaign/notices/approve-notice.server.ts";
import { askNoticeAgain } from "#app/domain/campaign/notices/ask-notice-again.server.ts";
import { cancelNotice, resumeNotice } from "#app/domain/campaign/notices/pause-or-end-notice.server.ts";
import { approvePetition } from "#app/domain/campaign/petition/approve-petition.server.ts";
import { askNotice } from "#app/domain/campaign/petition/ask-notice.server.ts";
import {
  NoticeForm,
  PetitionForm,
  PublishPetitionForm,
} from "#app/domain/campaign/petition/petition-form.ts";
import { publishPetition } from "#app/domain/campaign/petition/publish-petition.server.ts";
import { returnPetition, withdrawPetition } from "#app/domain/campaign/petition/return-petition.server.ts";
import { dropPetition, savePetition } from "#app/domain/campaign/petition/save-petition.server.ts";
import type { PetitionWords } from "#app/domain/campaign/wording.ts";
import { type FieldError, parseForm, readTyped } from "#app/http/form.server.ts";
import { type ProofAsked, reauthenticate } from "#app/http/reauthenticate.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { unlessGone } from "#app/http/respond.server.ts";
import { createMailing } from "#app/mail/mailing.server.ts";
import { typedOnce } from "#app/ui/form-state.ts";

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

const Version = z.object({ version: versionField });

const answer = (body: Answer, status: number) => data(body, { status });

/** Handles the petition page: draft, publish or drop, request and approve, notify earlier signers. */
export async function act(args: ActionFunctionArgs) {
  const typed = await readTyped(args.request);
  const intent = typed.intent ?? (typed.meaning === undefined ? "save" : "publish");
  const button = Object.hasOwn(buttons, intent) && buttons[intent];
  if (button) return press(args, button, typed);
  switch (intent) {
    case "publish":
      return publish(args, typed);
    case "drop":
      return drop(args);
    case "return":
      return proposeEarlier(args);
    case "tell":
      return tellSigners(args);
    default:
      return save(args, typed);
  }
}

type Button = {
  right: "manage" | "approve";
  /** What to reauthenticate for before it is done. */
  asks?: "send" | "petition";
  of: "petition" | "notice";
  run: (
    context: ActionFunctionArgs["context"],
    on: OnCampaign,
    typed: Record<string, string>,
  ) => Promise<{ outcome: string }>;
  /** The outcome that did it; all others but `gone` are refusals. */
  done: string;
};

/** Decides about a text or an email that waits, and runs the emails that were approved. */
const buttons: Record<string, Button> = {
  approve: {
    right: "approve",
    asks: "petition",
    of: "petition",
    run: ({ db }, on, { proposal = "" }) => approvePetition(db, { ...on, publicId: proposal }),
    done: "published",
  },
  withdraw: {
    right: "manage",
    of: "petition",
    run: ({ db }, on) => withdrawPetition(db, on),
    done: "withdrawn",
  },
  "approve-notice": {
    right: "approve",
    asks: "send",
    of: "notice",
    run: ({ db, env, transport }, on, { notice = "", frame = "" }) =>
      approveNotice(db, createMailing(env, transport), { ...on, publicId: notice, frame }),
    done: "approved",
  },
  "ask-notice-again": {
    right: "manage",
    of: "notice",
    run: ({ db }, on, { notice = "" }) => askNoticeAgain(db, { ...on, publicId: notice }),
    done: "asked",
  },
  "resume-notice": {
    right: "manage",
    asks: "send",
    of: "notice",
    run: ({ db, env, transport }, on, { notice = "" }) =>
      resumeNotice(db, createMailing(env, transport), { ...on, publicId: notice }),
    done: "resumed",
  },
  "cancel-notice": {
    right: "manage",
    of: "notice",
    run: ({ db }, on, { notice = "" }) => cancelNotice(db, { ...on, publicId: notice }),
    done: "cancelled",
  },
};

async function press(
  args: ActionFunctionArgs,
  { right, asks: kind, of, run, done }: Button,
  typed: Record<string, string>,
) {
  const { campaign, organizer, on } = await requireCampaign(args, right);
  const asked = kind && (await reauthenticate(args, organizer, { kind, campaignId: campaign.id }));
  if (asked) return asked;
  const { outcome } = unlessGone(await run(args.context, on, typed));
  if (outcome !== done) return answer({ refused: `${of}-${outcome}` }, 409);
  return toPage(campaign.slug, `${of}-${outcome}`, of === "notice" ? "#told" : "");
}

const toPage = (slug: string, done: string, part = "") =>
  redirect(`/organize/c/${slug}/edit/petition?done=${done}${part}`, 303);

async function save(args: ActionFunctionArgs, values: Record<string, string>) {
  const { campaign, on } = await requireCampaign(args, "write");
  const saved = await saveTyped(args, on, values);
  if ("refused" in saved) return saved.refused;
  return toPage(campaign.slug, "saved");
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
  const form = await parseForm(args.request, Version);
  if (!form.ok) return answer({ refused: "unreadable" }, 422);
  const dropped = unlessGone(await dropPetition(args.context.db, { ...on, version: form.value.version }));
  if (dropped.outcome === "stale") return answer({ refused: "stale-publish" }, 409);
  return toPage(campaign.slug, "dropped");
}

/** Asks to put an earlier version in force again. */
async function proposeEarlier(args: ActionFunctionArgs) {
  const { campaign, on } = await requireCampaign(args, "manage");
  const form = await parseForm(args.request, Version);
  if (!form.ok) return answer({ refused: "unreadable" }, 422);
  const asked = unlessGone(await returnPetition(args.context.db, { ...on, version: form.value.version }));
  if (asked.outcome !== "asked") return answer({ refused: asked.outcome }, 409);
  return toPage(campaign.slug, "petition-asked");
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
      return toPage(campaign.slug, `petition-${published.outcome}`);
    case "earlier-missing":
      return answer({ values, errors: [{ field: "earlier", code: "earlier-missing" }] }, 422);
    case "stale":
      return answer({ values, refused: "stale-publish" }, 409);
    default:
      return answer({ values, refused: published.outcome }, 409);
  }
}

/** Requests emails to those who signed before the text that sets them apart. */
async function tellSigners(args: ActionFunctionArgs) {
  const { campaign, on } = await requireCampaign(args, "manage");
  const form = await parseForm(args.request, NoticeForm);
  const values = typedOnce(form.values);
  if (!form.ok) return answer({ part: "tell", values, errors: form.errors }, 422);
  const asked = unlessGone(await askNotice(args.context.db, { ...on, ...form.value }));
  if (asked.outcome !== "asked")
    return answer({ part: "tell", values, refused: `notice-${asked.outcome}` }, 409);
  return toPage(campaign.slug, "notice-asked", "#told");
}
