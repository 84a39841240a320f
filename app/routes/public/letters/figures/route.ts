import type { Campaign } from "#app/domain/campaign/campaign.ts";
import { listOpenRecipients } from "#app/domain/campaign/recipients/open-recipients.server.ts";
import { countLetters, type LetterCounts } from "#app/domain/entries/letters/list/list-letters.server.ts";
import { listPublicDispatches } from "#app/domain/entries/letters/published/list-public-dispatches.server.ts";
import { countedLetters } from "#app/domain/entries/letters/published/public-letter.ts";
import type { AppLoadContext, LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { orNotFound, publicJson } from "#app/http/respond.server.ts";

/** Returns the ledger's figures; the API's document describes them. */
export async function loader({ params, context: { db, findCampaign } }: LoaderFunctionArgs) {
  const campaign = orNotFound(await findCampaign(params.campaign ?? ""));
  const { id: campaignId, companies } = campaign;
  const several = companies.length > 1;
  const slugs = new Map(companies.map(({ id, slug }) => [id, slug]));
  const dispatches = (await listPublicDispatches(db, campaignId)).map(({ companyId, ...dispatch }) =>
    several ? { ...dispatch, company: slugs.get(companyId) } : dispatch,
  );
  return publicJson({
    campaign: campaign.slug,
    company: campaign.company,
    recipients: several ? [] : await namesOf(db, { campaignId }),
    asOf: new Date().toISOString(),
    ...figuresOf(await countLetters(db, campaignId)),
    ...(several && { companies: await listByCompany(db, campaign) }),
    dispatches,
  });
}

async function listByCompany(db: AppLoadContext["db"], { id: campaignId, companies }: Campaign) {
  const listed: object[] = [];
  for (const { id: companyId, slug: company, name } of companies) {
    const figures = figuresOf(await countLetters(db, campaignId, companyId));
    listed.push({ company, name, recipients: await namesOf(db, { campaignId, companyId }), ...figures });
  }
  return listed;
}

async function namesOf(db: AppLoadContext["db"], of: { campaignId: number; companyId?: number }) {
  return (await listOpenRecipients(db, of)).map(({ name }) => name);
}

function figuresOf(counts: LetterCounts) {
  const { confirmed, queued, filed, sent, accepted, bounced, unknown, erased } = counts;
  return {
    letters: countedLetters(counts),
    states: { confirmed, queued, filed, sent, accepted, bounced, unknown, erased },
    apart: {
      withdrawn: counts.withdrawn,
      withdrawnAfter: counts.withdrawnAfter,
      refused: counts.refused,
      selfReported: counts.selfSent,
    },
  };
}
