import { mayDo } from "#app/domain/access/organizer.ts";
import { letterText } from "#app/domain/entries/letters/letter.ts";
import { findLetter } from "#app/domain/entries/letters/list/find-letter.server.ts";
import { listSharesViews } from "#app/domain/entries/letters/shares/view-letter-shares.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { orNotFound } from "#app/http/respond.server.ts";
import { locales } from "#app/i18n/index.ts";
import type { useLoaderData } from "#app/ui/remix.ts";

export async function load(args: LoaderFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "view-names");
  const { db, env } = args.context;
  const letter = orNotFound(await findLetter(db, scope, args.params.letter ?? ""));
  const of = { campaignId: campaign.id, publicId: letter.publicId };
  return {
    slug: campaign.slug,
    letter,
    text: textOf(letter, null),
    views: letter.tellsShares ? await listSharesViews(db, env.keys, of) : [],
    mayView: mayDo(campaign, "view-holdings"),
    mayReview: mayDo(campaign, "review"),
  };
}

/** Returns the letter's text as sent; `shares` if it states them. */
export const textOf = (
  letter: NonNullable<Awaited<ReturnType<typeof findLetter>>>,
  shares: string | null,
) => {
  const locale = locales.find((known) => known === letter.locale) ?? "en";
  return letterText({ ...letter, locale, shares });
};

/** `text`: the letter with its number of shares, for a logged view. */
export type ViewedShares = { text: string | null; undone: string | null };

export type LetterPage = ReturnType<typeof useLoaderData<typeof load>>;
