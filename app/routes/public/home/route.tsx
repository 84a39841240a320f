import { readDays } from "#app/domain/activity/read-series.server.ts";
import { listOtherCampaigns } from "#app/domain/campaign/list-campaigns.server.ts";
import { findFeaturedCampaign } from "#app/domain/campaign/queries.server.ts";
import { readCasePage } from "#app/domain/pages/read-case-page.server.ts";
import type { LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { notFound, publicPage } from "#app/http/respond.server.ts";
import { localizedPath, words } from "#app/i18n/index.ts";
import { CampaignList } from "#app/ui/campaign-list.tsx";
import { caseMeta } from "#app/ui/case/case-meta.ts";
import { CasePage } from "#app/ui/case/case-page.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { useLoaderData } from "#app/ui/remix.ts";

export const headers = () => publicPage;

/**
 * Shows the featured campaign, which is canonical at `/c/:slug`, and names the others beneath. Where none is
 * featured: lists the open ones.
 */
export async function loader({ context: { db, env, locale } }: LoaderFunctionArgs) {
  const campaign = await findFeaturedCampaign(db, locale);
  const others = await listOtherCampaigns(db, locale);
  if (!campaign) {
    if (others.length === 0) throw notFound();
    return { locale, page: null, others };
  }
  const url = env.appUrl + localizedPath(locale, `/c/${campaign.slug}`);
  const page = await readCasePage(db, campaign, { url, locale, localMode: env.localMode });
  const series = await readDays(db, campaign.id);
  return { locale, page: { ...page, series, others }, others };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  if (data.page) return caseMeta(data.page, data.locale);
  return [{ title: `${words(data.locale).case.home.title} · Undersigned` }];
};

export default function Home() {
  const { page, others } = useLoaderData<typeof loader>();
  const { home } = useWords().case;
  const to = useLocalizedPath();
  if (page) return <CasePage {...page} />;
  return (
    <Page>
      <h1>{home.title}</h1>
      <p className="standfirst">{home.text}</p>
      <CampaignList campaigns={others} to={to} />
    </Page>
  );
}
