import type { OrganizerRight } from "#app/domain/access/organizer.ts";
import type { CampaignOfOrganizer } from "#app/domain/access/queries.server.ts";
import type { ProofFor } from "#app/domain/access/sign-in/proof-for.ts";
import { orNotFound } from "#app/http/respond.server.ts";
import type { Db } from "#db/index.ts";
import { type FieldError, readBody, type TypedValues } from "./form.server.ts";
import { type ProofAsked, reauthenticate } from "./reauthenticate.server.ts";
import { type ActionFunctionArgs, data, redirect } from "./remix.server.ts";
import { requireCampaign } from "./require-organizer.server.ts";

/** What the page of an update or a dispatch says about a failed action. */
export type Refusal = {
  /** A key of the page's `refused`. */
  refused?: string | undefined;
  errors?: FieldError[] | undefined;
  /** What was typed, to fill the fields. */
  values?: TypedValues | undefined;
  /** The reauthentication needed before the action. */
  proof?: ProofAsked | undefined;
};

/** Who acts on which update or dispatch; the organizer's role was checked to have the right. */
export type Acting<Draft> = {
  body: FormData | null;
  context: ActionFunctionArgs["context"];
  campaign: CampaignOfOrganizer;
  campaignId: number;
  organizerId: string;
  on: { campaignId: number; publicId: string; actor: `organizer:${string}` };
  draft: Draft;
  /** The page's address. */
  page: string;
};

type Act<Draft> = {
  right: Extract<OrganizerRight, "write" | "approve">;
  /** What to reauthenticate for before this action. */
  asks?: ProofFor["kind"];
  act: (acting: Acting<Draft>) => Promise<unknown>;
};

/** The actions of a page, by the `intent` of their button. */
export type Acts<Draft> = [string, Act<Draft>][];

type Page<Draft> = {
  find: (db: Db, campaignId: number, publicId: string) => Promise<Draft | null>;
  publicId: string | undefined;
  /** The pages' folder, below the campaign's address. */
  folder: string;
  /** The answer to a button that the page does not have. */
  unknown: Refusal;
};

/**
 * Does what `actionOf` does for a page whose buttons also save while somebody types, count, or send tests:
 * each answers for itself.
 */
export async function actOnDraft<Draft extends { publicId: string }>(
  args: ActionFunctionArgs,
  acts: Acts<Draft>,
  { find, publicId, folder, unknown }: Page<Draft>,
) {
  const body = await readBody(args.request);
  const chosen = new Map(acts).get(String(body?.get("intent") ?? ""));
  const { campaign, organizer, on } = await requireCampaign(args, chosen?.right ?? "write");
  const draft = orNotFound(await find(args.context.db, campaign.id, publicId ?? ""));
  if (!chosen) return refuse(unknown);

  const { id: campaignId } = campaign;
  const asked = chosen.asks && (await reauthenticate(args, organizer, { kind: chosen.asks, campaignId }));
  if (asked) return asked;
  const { organizerId } = organizer;
  return chosen.act({
    body,
    context: args.context,
    campaign,
    campaignId,
    organizerId,
    on: { ...on, publicId: draft.publicId },
    draft,
    page: `/organize/c/${campaign.slug}/${folder}/${draft.publicId}`,
  });
}

/** Shows the page with the reason and what was typed. */
export const refuse = <Answer extends Refusal>(answer: Answer, status = 422) => data(answer, { status });

/** Shows the page as it is now, with what was done. */
export const done = ({ page }: { page: string }, word: string) => redirect(`${page}?done=${word}`, 303);
