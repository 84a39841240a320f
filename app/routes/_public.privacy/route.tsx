import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listNamedCampaigns } from "#app/domain/campaigns/list-campaigns.server.ts";
import { findFeaturedCampaign } from "#app/domain/campaigns/queries.server.ts";
import { recipientsOf } from "#app/http/recipients.server.ts";
import { publicPage } from "#app/http/respond.server.ts";
import { localizedPath, words } from "#app/i18n/index.ts";
import { PrivacyPage } from "#app/ui/trust/privacy-page.tsx";

export const handle = { hydrate: false, pageClass: "public" };
export const headers = () => publicPage;

/** What is held about people. Where there is one campaign it is the page of that one; else it speaks of all and leads to each. */
export async function loader({ context: { db, env, locale } }: LoaderFunctionArgs) {
  const all = await listNamedCampaigns(db, locale);
  return {
    campaign: all.length > 1 ? null : await findFeaturedCampaign(db, locale),
    others: all.length > 1 ? all : [],
    examples: env.localMode,
    recipients: recipientsOf(env),
    title: words(locale).privacy.title,
    description: words(locale).privacy.standfirst,
    url: env.appUrl + localizedPath(locale, "/privacy"),
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
