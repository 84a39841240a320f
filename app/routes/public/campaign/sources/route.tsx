import { findCampaign, readCase } from "#app/domain/campaign/queries.server.ts";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { notFound, publicPage } from "#app/http/respond.server.ts";
import { formatDate, localizedPath, words } from "#app/i18n/index.ts";
import { Legend } from "#app/ui/case/legend.tsx";
import { UnlinkedMeaning } from "#app/ui/case/source-line.tsx";
import { CampaignEyebrow } from "#app/ui/in-language.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
import { shareMeta } from "#app/ui/share-meta.ts";
import styles from "#app/ui/styles/sources.css?url";
import { Citation } from "./citation.tsx";

export const headers = () => publicPage;

/** Lists each published claim with its source. */
export async function loader({ params, context: { db, env, locale } }: LoaderFunctionArgs) {
  const campaign = await findCampaign(db, params.campaign ?? "", locale);
  if (!campaign) throw notFound();
  const { claims, checked } = await readCase(db, campaign.id, locale, env.localMode);
  return {
    campaign,
    locale,
    claims,
    checked,
    examples: env.localMode,
    title: `${words(locale).case.sources.title}: ${campaign.title}`,
    url: env.appUrl + localizedPath(locale, `/c/${campaign.slug}/sources`),
  };
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { campaign, title, url, locale } = data;
  return shareMeta({ title, url, type: "article", campaign, description: campaign.standfirst }, locale);
};

export default function Sources() {
  const { campaign, claims, checked, examples, locale } = useLoaderData<typeof loader>();
  const { sources } = useWords().case;
  return (
    <Page campaign={campaign} examples={examples} current="sources">
      <CampaignEyebrow campaign={campaign} />
      <h1>{sources.title}</h1>
      <p className="standfirst">{sources.standfirst(claims.length)}</p>
      <Legend />
      {checked && <p className="small muted">{sources.checked(checked, formatDate(locale, checked.on))}</p>}
      <UnlinkedMeaning claims={claims} />
      <ol className="cites">
        {claims.map((claim) => (
          <Citation key={claim.number} claim={claim} slug={campaign.slug} />
        ))}
      </ol>
    </Page>
  );
}
