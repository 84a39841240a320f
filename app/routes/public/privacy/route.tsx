import { listNamedCampaigns } from "#app/domain/campaign/list-campaigns.server.ts";
import { findFeaturedCampaign } from "#app/domain/campaign/queries.server.ts";
import { recipientsOf } from "#app/http/recipients.server.ts";
import type { LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { publicPage } from "#app/http/respond.server.ts";
import { localizedPath, words } from "#app/i18n/index.ts";
import { useLoaderData } from "#app/ui/remix.ts";
import { PrivacyPage } from "#app/ui/trust/privacy-page.tsx";

export const headers = () => publicPage;

/**
 * Shows what is held about people. Where there is one campaign it says what that campaign's own page says,
 * and names that one as canonical; else it covers all, links each and is a page of its own, as each
 * campaign's always is.
 */
export async function loader({ context: { db, env, locale } }: LoaderFunctionArgs) {
  const all = await listNamedCampaigns(db, locale);
  const [only] = all;
  const canonicalPath = all.length === 1 && only ? `/c/${only.slug}/privacy` : "/privacy";
  return {
    campaign: all.length > 1 ? null : await findFeaturedCampaign(db, locale),
    canonicalPath,
    others: all.length > 1 ? all : [],
    examples: env.localMode,
    recipients: recipientsOf(env),
    title: words(locale).privacy.title,
    description: words(locale).privacy.standfirst,
    url: env.appUrl + localizedPath(locale, canonicalPath),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} · Undersigned` },
  { name: "description", content: data?.description },
  { tagName: "link", rel: "canonical", href: data?.url },
];

export default function Privacy() {
  return <PrivacyPage {...useLoaderData<typeof loader>()} />;
}
