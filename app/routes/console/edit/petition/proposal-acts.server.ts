import { z } from "zod";
import { versionField } from "#app/domain/campaign/forms/words-form.ts";
import { approvePetition } from "#app/domain/campaign/petition/approve-petition.server.ts";
import { returnPetition, withdrawPetition } from "#app/domain/campaign/petition/return-petition.server.ts";
import { parseForm, readTyped } from "#app/http/form.server.ts";
import { reauthenticate } from "#app/http/reauthenticate.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { unlessGone } from "#app/http/respond.server.ts";

const Version = z.object({ version: versionField });
const done = (slug: string, word: string) => redirect(`/organize/c/${slug}/edit/petition?done=${word}`, 303);

/** Puts a change of meaning in force once its approver has reauthenticated. */
export async function approveProposal(args: ActionFunctionArgs) {
  const { campaign, organizer, on: who } = await requireCampaign(args, "approve");
  const { proposal: publicId = "" } = await readTyped(args.request);
  const asked = await reauthenticate(args, organizer, { kind: "petition", campaignId: campaign.id });
  if (asked) return asked;
  const on = { ...who, publicId };
  const approved = unlessGone(await approvePetition(args.context.db, on));
  if (approved.outcome !== "published")
    return data({ refused: `petition-${approved.outcome}` }, { status: 409 });
  return done(campaign.slug, "petition-published");
}

/** Withdraws a change of meaning before it is approved. */
export async function withdrawProposed(args: ActionFunctionArgs) {
  const { campaign, on } = await requireCampaign(args, "manage");
  const withdrawn = unlessGone(await withdrawPetition(args.context.db, on));
  if (withdrawn.outcome !== "withdrawn")
    return data({ refused: `petition-${withdrawn.outcome}` }, { status: 409 });
  return done(campaign.slug, "petition-withdrawn");
}

/** Asks to put an earlier version in force again. */
export async function proposeEarlier(args: ActionFunctionArgs) {
  const { campaign, on } = await requireCampaign(args, "manage");
  const form = await parseForm(args.request, Version);
  if (!form.ok) return data({ refused: "unreadable" }, { status: 422 });
  const asked = unlessGone(await returnPetition(args.context.db, { ...on, version: form.value.version }));
  if (asked.outcome !== "asked") return data({ refused: asked.outcome }, { status: 409 });
  return done(campaign.slug, "petition-asked");
}
