import { z } from "zod";
import { claimForm, claimOfForm } from "#app/domain/campaign/claims/claim-form.ts";
import { removeClaims } from "#app/domain/campaign/claims/remove-claims.server.ts";
import { reviewClaim } from "#app/domain/campaign/claims/review-claim.server.ts";
import { saveClaim } from "#app/domain/campaign/claims/save-claim.server.ts";
import { withdrawClaim } from "#app/domain/campaign/claims/withdraw-claim.server.ts";
import { versionField } from "#app/domain/campaign/forms/words-form.ts";
import { findEditedClaim } from "#app/domain/campaign/read-edit.server.ts";
import type { ClaimWords } from "#app/domain/campaign/wording.ts";
import { publishWords } from "#app/domain/campaign/words/publish-words.server.ts";
import { type FieldError, parseForm } from "#app/http/form.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { typedOnce } from "#app/ui/form-state.ts";
import { claimIdOf } from "./load.server.ts";

export type Answer = {
  values?: Record<string, string>;
  errors?: FieldError[];
  refused?: string;
  /** If somebody else saved in between: both versions, and the one that the next save is based on. */
  stale?: { mine: ClaimWords; theirs: ClaimWords; version: number };
};

const Peek = z.object({ intent: z.string().optional(), text: z.string().optional() });
const VersionForm = z.object({ version: versionField });

/**
 * Stores a draft of the claim, or publishes, reviews, withdraws or removes it. What the form changes is
 * saved, and shown, before it is published.
 */
export async function act(args: ActionFunctionArgs) {
  const { intent, text } = (await parseForm(args.request.clone(), Peek)).values;
  if (intent === "publish" && text !== undefined) {
    const saved = await saveTyped(args);
    if ("refused" in saved) return saved.refused;
    if (saved.isNew) return answer({ refused: "saved-not-published" }, 409);
  }
  return intent === "publish" || intent === "review" || intent === "withdraw" || intent === "remove"
    ? actOnClaim(args, intent)
    : save(args);
}

const answer = (body: Answer, status: number) => data(body, { status });

async function save(args: ActionFunctionArgs) {
  const { campaign } = await requireCampaign(args, "write");
  const saved = await saveTyped(args);
  if ("refused" in saved) return saved.refused;
  const page = `/organize/c/${campaign.slug}/edit/claims/${saved.id}`;
  return redirect(`${page}?done=${claimIdOf(args.params) === null ? "added" : "saved"}`, 303);
}

/** Saves what was typed. Returns the claim and its version before, or the answer that refuses it. */
async function saveTyped(args: ActionFunctionArgs) {
  const id = claimIdOf(args.params);
  const { campaign, organizer } = await requireCampaign(args, "write");
  const { db } = args.context;
  const now = new Date();
  const known = id === null ? null : await findEditedClaim(db, campaign.id, id);
  if (id !== null && !known) throw notFound();
  const form = await parseForm(args.request.clone(), claimForm(now));
  const values = typedOnce(form.values);
  if (!form.ok) return { refused: answer({ values, errors: form.errors }, 422) };

  const { version: before } = form.value;
  const mine = claimOfForm(form.value, known ? (known.draft ?? known.live) : null, now);
  const on = { campaignId: campaign.id, actor: `organizer:${organizer.organizerId}` as const };
  const saved = await saveClaim(db, { ...on, id, version: before, words: mine }, now);
  switch (saved.outcome) {
    case "saved":
      return { id: saved.id, isNew: saved.version !== before };
    case "stale": {
      const { theirs, version } = saved;
      return { refused: answer({ values, refused: "stale", stale: { mine, theirs, version } }, 409) };
    }
    case "too-many":
      return { refused: answer({ values, refused: "too-many" }, 409) };
    case "gone":
      throw notFound();
  }
}

async function actOnClaim(args: ActionFunctionArgs, intent: "publish" | "review" | "withdraw" | "remove") {
  const id = claimIdOf(args.params);
  const { campaign, organizer } = await requireCampaign(args, intent === "remove" ? "write" : "manage");
  const form = await parseForm(args.request, VersionForm);
  if (id === null || !form.ok) return answer({ refused: "unreadable" }, 422);
  const { db } = args.context;
  const on = { campaignId: campaign.id, actor: `organizer:${organizer.organizerId}` as const };
  const seen = { id, version: form.value.version };
  const page = `/organize/c/${campaign.slug}/edit/claims`;
  if (intent === "publish") {
    const published = await publishWords(db, { ...on, words: null, claims: [seen], correction: null });
    if (published.outcome === "published") return redirect(`${page}/${id}?done=published`, 303);
    if (published.outcome === "gone") throw notFound();
    const refused = published.outcome === "stale" ? "stale-publish" : published.outcome;
    return answer({ refused }, 409);
  }
  const end =
    intent === "remove"
      ? await removeClaims(db, { ...on, claims: [seen], withdraw: false })
      : await (intent === "review" ? reviewClaim : withdrawClaim)(db, { ...on, ...seen });
  if (end.outcome === "gone") throw notFound();
  if (end.outcome === "removed")
    return redirect(`${page}?done=removed&count=1&at=${end.at.toISOString()}`, 303);
  if (end.outcome === "withdrawn" || end.outcome === "reviewed")
    return redirect(`${page}/${id}?done=${end.outcome}`, 303);
  return answer({ refused: end.outcome === "stale" ? "stale-claim" : end.outcome }, 409);
}
