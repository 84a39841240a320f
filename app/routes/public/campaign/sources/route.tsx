import type { Claim, SourcePage } from "#app/domain/campaign/campaign.ts";
import { findCampaign, readCase } from "#app/domain/campaign/queries.server.ts";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { orNotFound, publicPage } from "#app/http/respond.server.ts";
import { formatDate, localizedPath, words } from "#app/i18n/index.ts";
import { formatKnownDate } from "#app/i18n/known-date.ts";
import { Legend } from "#app/ui/case/legend.tsx";
import { SourceText, UnlinkedMark, UnlinkedMeaning } from "#app/ui/case/source-line.tsx";
import { WithQuotes } from "#app/ui/case/with-quotes.tsx";
import { CampaignEyebrow, InLanguage } from "#app/ui/in-language.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
import { shareMeta } from "#app/ui/share-meta.ts";
import styles from "#app/ui/styles/sources.css?url";

export const headers = () => publicPage;

/** Lists each published claim with its source. */
export async function loader({ params, context: { db, env, locale } }: LoaderFunctionArgs) {
  const campaign = orNotFound(await findCampaign(db, params.campaign ?? "", locale));
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

/** Shows one citation: statement, kind, publisher and date of its source, and the link once verified. */
function Citation({ claim, slug }: { claim: Claim; slug: string }) {
  const words = useWords().case;
  const locale = useLocale();
  const to = useLocalizedPath();
  const {
    number,
    kind,
    text,
    quotation,
    quotationLanguage,
    attribution,
    publisher,
    published,
    source,
    candidate,
    moreSources,
  } = claim;
  return (
    <li className={`cite of-${kind}`} id={`n${number}`}>
      <p className="kind">
        <b>{number}</b> {words.kinds[kind].label} <InLanguage language={claim.language} />
      </p>
      <p className="quoted" lang={claim.language}>
        <WithQuotes of={text.replace(/\n{1,9}(\d{1,3})\. /g, " ($1) ")} claim={claim} />{" "}
        {quotation && (
          <>
            <span lang={quotationLanguage}>“{quotation}”</span>.
          </>
        )}
      </p>
      <dl className="notes">
        {attribution !== publisher && (
          <>
            <dt>{words.sources.saidBy}</dt>
            <dd lang={claim.language}>{attribution}</dd>
          </>
        )}
        {kind !== "opinion" && (
          <>
            <dt>{words.sources.publisher}</dt>
            <dd>
              {publisher}
              {!source && <UnlinkedMark candidate={candidate} />}
            </dd>
            <dt>{words.sources.date}</dt>
            <dd>{published ? formatKnownDate(locale, published) : words.sources.noDate}</dd>
            {source && (
              <>
                <dt>{words.sources.link}</dt>
                <dd>
                  <a href={source.url} lang="">
                    {source.title ?? source.url}
                  </a>
                  <ArchivedCopy of={source} />
                </dd>
              </>
            )}
          </>
        )}
        {moreSources.length > 0 && (
          <>
            <dt>{words.sources.more}</dt>
            {moreSources.map((one) => (
              <dd key={`${one.publisher} ${one.published.on} ${one.source?.url}`}>
                <SourceText of={one} isMarked />
                <ArchivedCopy of={one.source} />
              </dd>
            ))}
          </>
        )}
      </dl>
      <p className="small">
        <a href={to(`/c/${slug}#c${number}`)}>{words.sources.toStatement}</a>
      </p>
    </li>
  );
}

function ArchivedCopy({ of: page }: { of: SourcePage | null }) {
  const { archived } = useWords().case.sources;
  if (!page?.archive) return null;
  return (
    <>
      {" "}
      (<a href={page.archive}>{archived}</a>)
    </>
  );
}
