import { Fragment } from "react";
import { listNames } from "#app/domain/campaign/company/campaign-companies.ts";
import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import type { TotalsPart } from "#app/domain/entries/pledges/totals/public-totals.ts";
import { readTotalsByCompany } from "#app/domain/entries/pledges/totals/read-totals.server.ts";
import { listNamedHolders } from "#app/domain/names/list-named-holders.server.ts";
import type { NamePage } from "#app/domain/names/listed-name.ts";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { orNotFound, peoplesPage } from "#app/http/respond.server.ts";
import { localizedPath, words } from "#app/i18n/index.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CompanyLinks } from "#app/ui/company-links.tsx";
import { UnderHeading } from "#app/ui/heading.tsx";
import { CampaignEyebrow } from "#app/ui/in-language.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { Disclosures } from "#app/ui/pledge/disclosures.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
import { shareMeta } from "#app/ui/share-meta.ts";
import nameStyles from "#app/ui/styles/names.css?url";
import pledgeStyles from "#app/ui/styles/pledge.css?url";
import styles from "#app/ui/styles/totals.css?url";
import { OfCompany } from "./of-company.tsx";

export const headers = () => peoplesPage;

/** Shows pledges for each company's meeting, as last published. */
export async function loader({ params, context: { db, env, locale } }: LoaderFunctionArgs) {
  const campaign = orNotFound(await findCampaign(db, params.campaign ?? "", locale));
  const now = new Date();
  const parts: (TotalsPart & { named: NamePage | null })[] = [];
  for (const part of await readTotalsByCompany(db, campaign, now, locale)) {
    const of = part.totals && { campaignId: campaign.id, meetingId: part.totals.meeting.id };
    parts.push({ ...part, named: of && (await listNamedHolders(db, of)) });
  }
  const names = campaign.companies.map(({ name }) => name);
  const url = env.appUrl + localizedPath(locale, `/c/${campaign.slug}/pledges`);
  return {
    campaign,
    parts,
    any: listNames(names, locale, "disjunction"),
    examples: env.localMode,
    locale,
    url,
  };
}

export const links: LinksFunction = () =>
  [pledgeStyles, styles, nameStyles].map((href) => ({ rel: "stylesheet", href }));

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { totals } = words(data.locale);
  const title = totals.titleOf(data.campaign.title);
  const description = totals.description(data.any);
  const { campaign, url } = data;
  const shared = shareMeta({ title, description, url, type: "website", campaign }, data.locale);
  return [...shared, { name: "robots", content: "noindex" }];
};

export default function Pledges() {
  const { campaign, parts, any, examples } = useLoaderData<typeof loader>();
  const { totals: words } = useWords();
  const { slug } = campaign;
  const several = parts.length > 1;
  const isKnown = parts.some(({ totals }) => totals !== null);
  const to = useLocalizedPath();
  const asks = isKnown && campaign.status === "open";
  return (
    <Page campaign={campaign} examples={examples} current="pledge">
      <CampaignEyebrow campaign={campaign} />
      <h1>{words.title}</h1>
      <p className="standfirst">{isKnown ? words.standfirst(any) : words.noMeeting.standfirst}</p>
      <CompanyLinks
        links={parts.map(({ company }) => ({ name: company.name, href: `#company-${company.slug}` }))}
      />
      {several && asks && (
        <p className="gap">
          <ButtonLink variant="act" href={to(`/c/${slug}/pledge`)}>
            {words.pledge}
          </ButtonLink>
        </p>
      )}
      {several
        ? parts.map(({ company, totals, named }) => (
            <Fragment key={company.slug}>
              <h2 className="of-company" id={`company-${company.slug}`}>
                {company.name}
              </h2>
              <UnderHeading>
                {totals ? (
                  <OfCompany
                    campaign={campaign}
                    company={company}
                    totals={totals}
                    named={named}
                    asks={false}
                  />
                ) : (
                  <p className="gap">{words.noMeeting.standfirst}</p>
                )}
              </UnderHeading>
            </Fragment>
          ))
        : parts.map(({ company, totals, named }) =>
            totals ? (
              <OfCompany
                key={company.slug}
                campaign={campaign}
                company={company}
                totals={totals}
                named={named}
                asks={asks}
              />
            ) : (
              <p className="gap" key={company.slug}>
                {words.noMeeting.next}
              </p>
            ),
          )}
      <Method slug={slug} />
      <Disclosures company={any} />
    </Page>
  );
}

/** Explains the totals, and links them as a file. */
function Method({ slug }: { slug: string }) {
  const { method } = useWords().totals;
  const to = useLocalizedPath();
  return (
    <section>
      <h2>{method.heading}</h2>
      {method.text.map((paragraph) => (
        <p className="gap" key={paragraph}>
          {paragraph}
        </p>
      ))}
      <p className="gap">
        <a href={to(`/c/${slug}/pledges.json`)}>{method.json}</a>
      </p>
    </section>
  );
}
