import { readDays } from "#app/domain/activity/read-series.server.ts";
import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import { readCasePage } from "#app/domain/pages/read-case-page.server.ts";
import type { LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { orNotFound, publicPage } from "#app/http/respond.server.ts";
import { localizedPath } from "#app/i18n/index.ts";
import { caseMeta } from "#app/ui/case/case-meta.ts";
import { CasePage } from "#app/ui/case/case-page.tsx";
import { useLoaderData } from "#app/ui/remix.ts";

export const headers = () => publicPage;

export async function loader({ params, context: { db, env, locale } }: LoaderFunctionArgs) {
  const campaign = orNotFound(await findCampaign(db, params.campaign ?? "", locale));
  const url = env.appUrl + localizedPath(locale, `/c/${campaign.slug}`);
  const page = await readCasePage(db, campaign, { url, locale, localMode: env.localMode });
  return { locale, page: { ...page, series: await readDays(db, campaign.id) } };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? caseMeta(data.page, data.locale) : []);

export default function Case() {
  return <CasePage {...useLoaderData<typeof loader>().page} />;
}
