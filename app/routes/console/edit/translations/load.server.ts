import { mayDo } from "#app/domain/access/organizer.ts";
import { readProposal } from "#app/domain/campaign/petition/propose-petition.server.ts";
import { readTranslating } from "#app/domain/campaign/translations/read-translating.server.ts";
import { isOfPetition, isPublishable } from "#app/domain/campaign/translations/translation.ts";
import type { AppLoadContext, LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { locales } from "#app/i18n/index.ts";
import type { useLoaderData } from "#app/ui/remix.ts";

/** Reads a campaign's texts with their translations into the address's language, or the first other one. */
export async function readAsked(db: AppLoadContext["db"], campaignId: number, url: string) {
  const asked = new URL(url).searchParams.get("in");
  const wanted = locales.filter((one) => asked === null || one === asked);
  for (const locale of wanted) {
    const translating = await readTranslating(db, campaignId, locale);
    if (translating) return translating;
  }
  throw notFound();
}

const seenIn = (texts: readonly { key: string; version: number }[]) =>
  texts.map(({ key, version }) => `${key} ${version}`);

/** Loads a campaign's texts in two languages; `show=missing`: those that need an organizer. */
export async function load(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const { searchParams } = new URL(args.request.url);
  const { texts, ...translating } = await readAsked(args.context.db, campaign.id, args.request.url);
  const onlyMissing = searchParams.get("show") === "missing";
  const ofPetition = texts.filter(isOfPetition);
  // A publisher's name is mostly the same in every language.
  const isMissing = ({ state, field }: { state: string; field: string }) =>
    state === "older" || (state === "missing" && field !== "publisher");
  return {
    ...translating,
    slug: campaign.slug,
    onlyMissing,
    all: texts.length,
    missing: texts.filter(isMissing).length,
    needed: texts.filter(({ isNeeded, translation }) => isNeeded && translation === null).length,
    drafts: seenIn(texts.filter(isPublishable)),
    /** Translations of the petition in force, which people may have signed or can sign once published. */
    better: seenIn(ofPetition),
    /** People may have signed the petition in this language. */
    isSigned: ofPetition.some((one) => one.isSigned),
    needsApproval: ofPetition.some((one) => one.needsApproval),
    changed: ofPetition.map(({ key, translation, draft }) => ({
      key,
      before: translation ?? "",
      after: draft ?? "",
    })),
    petitionWaits: (await readProposal(args.context.db, campaign.id)) !== null,
    texts: onlyMissing ? texts.filter(isMissing) : texts,
    mayWrite: mayDo(campaign, "write"),
    mayManage: mayDo(campaign, "manage"),
    done: searchParams.get("done"),
  };
}

export type TranslationsPage = ReturnType<typeof useLoaderData<typeof load>>;
