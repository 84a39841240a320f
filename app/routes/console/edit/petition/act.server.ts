import { z } from "zod";
import { PetitionForm, PublishPetitionForm } from "#app/domain/campaign/petition/petition-form.ts";
import { publishPetition } from "#app/domain/campaign/petition/publish-petition.server.ts";
import { dropPetition, savePetition } from "#app/domain/campaign/petition/save-petition.server.ts";
import type { PetitionWords } from "#app/domain/campaign/wording.ts";
import { versionField } from "#app/domain/campaign/words-form.ts";
import { type FieldError, parseForm } from "#app/http/form.server.ts";
import type { ProofAsked } from "#app/http/reauthenticate.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { typedOnce } from "#app/ui/meetings/form-state.ts";
import {
  approveTelling,
  askNoticeApprovalAgain,
  cancelTelling,
  resumeTelling,
  tellSigners,
} from "./notice-acts.server.ts";
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

const Peek = z.object({ intent: z.string().optional() });
const Drop = z.object({ version: versionField });

const answer = (body: Answer, status: number) => data(body, { status });

/** Handles the petition page: draft, publish or drop, request and approve, notify earlier signers. */
export async function act(args: ActionFunctionArgs) {
  const { intent } = (await parseForm(args.request.clone(), Peek)).values;
  switch (intent) {
    case "publish":
      return publish(args);
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
      return save(args);
  }
}

async function save(args: ActionFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "write");
  const form = await parseForm(args.request, PetitionForm);
  const values = typedOnce(form.values);
  if (!form.ok) return answer({ values, errors: form.errors }, 422);
  const { version, ...mine } = form.value;
  const actor = `organizer:${organizer.organizerId}` as const;
  const saved = await savePetition(args.context.db, { campaignId: campaign.id, actor, version, words: mine });
  if (saved.outcome === "gone") throw notFound();
  if (saved.outcome === "stale") {
    const stale = { mine, theirs: saved.theirs, version: saved.version };
    return answer({ values, refused: "stale", stale }, 409);
  }
  return redirect(`/organize/c/${campaign.slug}/edit/petition?done=saved`, 303);
}

async function drop(args: ActionFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "write");
  const form = await parseForm(args.request, Drop);
  if (!form.ok) return answer({ refused: "unreadable" }, 422);
  const on = { campaignId: campaign.id, actor: `organizer:${organizer.organizerId}` as const };
  const dropped = await dropPetition(args.context.db, { ...on, version: form.value.version });
  if (dropped.outcome === "gone") throw notFound();
  if (dropped.outcome === "stale") return answer({ refused: "stale-publish" }, 409);
  return redirect(`/organize/c/${campaign.slug}/edit/petition?done=dropped`, 303);
}

async function publish(args: ActionFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "manage");
  const form = await parseForm(args.request.clone(), PublishPetitionForm);
  const values = typedOnce(form.values);
  if (!form.ok) return answer({ values, errors: form.errors }, 422);
  const { version, meaning, note, earlier, change } = form.value;
  const on = { campaignId: campaign.id, actor: `organizer:${organizer.organizerId}` as const };
  const published = await publishPetition(args.context.db, {
    ...on,
    version,
    meaning:
      meaning === "same"
        ? { is: "same", note: note ?? "" }
        : { is: "changed", earlier: earlier ? "apart" : null, tell: earlier === "told" ? change : null },
  });
  switch (published.outcome) {
    case "published":
    case "asked":
      return redirect(`/organize/c/${campaign.slug}/edit/petition?done=petition-${published.outcome}`, 303);
    case "gone":
      throw notFound();
    case "earlier-missing":
      return answer({ values, errors: [{ field: "earlier", code: "earlier-missing" }] }, 422);
    case "stale":
      return answer({ values, refused: "stale-publish" }, 409);
    default:
      return answer({ values, refused: published.outcome }, 409);
  }
}
