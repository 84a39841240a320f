import { mayDo } from "#app/domain/access/organizer.ts";
import { dayOfCampaign } from "#app/domain/campaign/day-of-campaign.server.ts";
import { listChanges } from "#app/domain/campaign/history/list-changes.server.ts";
import { countUnlinked, readOpening } from "#app/domain/campaign/opening/open-campaign.server.ts";
import {
  listEditedClaims,
  readEditedPetition,
  readEditedWords,
} from "#app/domain/campaign/read-edit.server.ts";
import {
  gapsIn,
  gapsOfClaim,
  listLacking,
  newAmong,
  readOtherLanguages,
} from "#app/domain/campaign/translations/language-gaps.server.ts";
import { neededTexts } from "#app/domain/campaign/translations/list-originals.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import type { useLoaderData } from "#app/ui/remix.ts";

const latestAtOnce = 6;

/** Loads what waits to be published, and latest edits. */
export async function load(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const { db, env } = args.context;
  const [edited, claims, petition, { changes }] = await Promise.all([
    readEditedWords(db, campaign.id),
    listEditedClaims(db, campaign.id),
    readEditedPetition(db, campaign.id),
    listChanges(db, campaign.id),
  ]);
  if (!edited) throw notFound();
  const others = await readOtherLanguages(db, campaign.id);
  const waiting = claims.filter(({ published, draft }) => !published || draft !== null);
  const { live, draft } = edited;
  return {
    slug: campaign.slug,
    opening: campaign.status === "draft" ? await readOpening(db, campaign.id) : null,
    /** Readers of an open campaign cannot check these statements. */
    unlinked: campaign.status === "open" ? await countUnlinked(db, campaign.id) : 0,
    localMode: env.localMode,
    words: {
      ...edited,
      gaps: draft ? gapsIn(others, newAmong(neededTexts.page(draft), neededTexts.page(live))) : [],
    },
    claims: waiting.map((claim) => ({ ...claim, gaps: gapsOfClaim(others, claim) })),
    /** Texts that public pages show in another language. */
    lacking: await listLacking(db, campaign.id, others),
    otherLanguages: others.map(({ locale, written }) => ({ locale, written })),
    hasPetitionDraft: petition.draft !== null,
    latest: changes.slice(0, latestAtOnce),
    today: await dayOfCampaign(db, campaign.id, new Date()),
    mayManage: mayDo(campaign, "manage"),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export type OverviewPage = ReturnType<typeof useLoaderData<typeof load>>;
