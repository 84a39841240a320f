import { listOpenRecipients } from "#app/domain/campaign/recipients/open-recipients.server.ts";
import { countLetters } from "#app/domain/entries/letters/list/list-letters.server.ts";
import { listPublicDispatches } from "#app/domain/entries/letters/published/list-public-dispatches.server.ts";
import { countedLetters } from "#app/domain/entries/letters/published/public-letter.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { notFound, openJson } from "#app/http/respond.server.ts";

/** The ledger's figures for other programs; docs/letters-json.md tells each field. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const campaign = await context.findCampaign(params.campaign ?? "");
  if (!campaign) throw notFound();
  const counts = await countLetters(context.db, campaign.id);
  const dispatches = await listPublicDispatches(context.db, campaign.id);
  const { confirmed, queued, filed, sent, accepted, bounced, unknown, erased } = counts;
  return openJson({
    campaign: campaign.slug,
    company: campaign.company,
    recipients: (await listOpenRecipients(context.db, { campaignId: campaign.id })).map(({ name }) => name),
    asOf: new Date().toISOString(),
    letters: countedLetters(counts),
    states: { confirmed, queued, filed, sent, accepted, bounced, unknown, erased },
    apart: {
      withdrawn: counts.withdrawn,
      withdrawnAfter: counts.withdrawnAfter,
      refused: counts.refused,
      selfReported: counts.selfSent,
    },
    dispatches,
  });
}
