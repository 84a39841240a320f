import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import { recipientsOf } from "#app/http/recipients.server.ts";
import type { LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { orNotFound, publicPage } from "#app/http/respond.server.ts";
import { localizedPath, words } from "#app/i18n/index.ts";
import { useLoaderData } from "#app/ui/remix.ts";
import { shareMeta } from "#app/ui/share-meta.ts";
import { PrivacyPage } from "#app/ui/trust/privacy-page.tsx";

export const headers = () => publicPage;

/** Loads what is held about a campaign's people: company, contact, and advice for people at risk. */
export async function loader({ params, context: { db, env, locale } }: LoaderFunctionArgs) {
  const campaign = orNotFound(await findCampaign(db, params.campaign ?? "", locale));
  return {
    campaign,
    examples: env.localMode,
    recipients: recipientsOf(env),
    locale,
    title: `${words(locale).privacy.title}: ${campaign.title}`,
    description: words(locale).privacy.standfirst,
    url: env.appUrl + localizedPath(locale, `/c/${campaign.slug}/privacy`),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? shareMeta({ ...data, type: "website" }, data.locale) : [];

export default function CampaignPrivacy() {
  return <PrivacyPage {...useLoaderData<typeof loader>()} />;
}
