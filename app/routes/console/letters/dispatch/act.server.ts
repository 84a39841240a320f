import { z } from "zod";
import type { OrganizerRight } from "#app/domain/access/organizer.ts";
import type { ProofFor } from "#app/domain/access/sign-in/proof-for.ts";
import type { DispatchContent } from "#app/domain/outgoing/dispatches/dispatch.ts";
import { type DispatchView, findDispatch } from "#app/domain/outgoing/dispatches/queries.server.ts";
import { type FieldError, parseForm, type TypedValues } from "#app/http/form.server.ts";
import { type ProofAsked, proveAgain } from "#app/http/prove-again.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";

/** What the page says when a deed did not go through. `values`: what was typed, for the fields. */
export type Answer = {
  /** A word of `letterConsole.dispatches.refused`. */
  refused?: string | undefined;
  errors?: FieldError[] | undefined;
  values?: TypedValues | undefined;
  /** Of an edit begun on an older version: what stands now. */
  stale?: { version: number; theirs: DispatchContent } | undefined;
  /** What is asked for before the deed. */
  proof?: ProofAsked | undefined;
};

/** One deed with whom and what it is about, checked: the organizer's role carries its right. */
export type Deed = {
  request: Request;
  context: ActionFunctionArgs["context"];
  campaignId: number;
  organizerId: string;
  on: { campaignId: number; publicId: string; actor: `organizer:${string}` };
  dispatch: DispatchView;
  /** The page's address. */
  page: string;
};

export type Act = {
  right: Extract<OrganizerRight, "write" | "approve">;
  /** It asks who somebody is once more, for this. */
  asks?: ProofFor["kind"];
  act: (deed: Deed) => Promise<unknown>;
};

/** Finds out which button was pressed, checks that this organizer may, and does it. */
export async function readDeed(args: ActionFunctionArgs, acts: ReadonlyMap<string, Act>) {
  const peeked = await parseForm(args.request.clone(), z.object({ intent: z.string().optional() }));
  const chosen = acts.get(String(peeked.values.intent ?? ""));
  const { campaign, organizer } = await requireCampaign(args, chosen?.right ?? "write");
  const dispatch = await findDispatch(args.context.db, campaign.id, args.params.dispatch ?? "");
  if (!dispatch) throw notFound();
  if (!chosen) return refuse({ refused: "unreadable" });

  const { id: campaignId } = campaign;
  const asked = chosen.asks && (await proveAgain(args, organizer, { kind: chosen.asks, campaignId }));
  if (asked) return asked;
  const { organizerId } = organizer;
  const actor = `organizer:${organizerId}` as const;
  return chosen.act({
    request: args.request,
    context: args.context,
    campaignId,
    organizerId,
    on: { campaignId, publicId: dispatch.publicId, actor },
    dispatch,
    page: `/organize/c/${campaign.slug}/letters/dispatches/${dispatch.publicId}`,
  });
}

/** The page again, with why and with what was typed. */
export const refuse = (answer: Answer, status = 422) => data(answer, { status });

/** The page as it stands now, saying what was done. */
export const done = ({ page }: Pick<Deed, "page">, word: string) => redirect(`${page}?done=${word}`, 303);

/** Of a command that found no dispatch, or not the right any more. */
export const gone = (): never => {
  throw notFound();
};
