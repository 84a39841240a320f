import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import { readPublicTotals } from "#app/domain/entries/pledges/totals/read-totals.server.ts";
import { listNamedHolders } from "#app/domain/names/list-named-holders.server.ts";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { notFound, peoplesPage } from "#app/http/respond.server.ts";
import { localizedPath, words } from "#app/i18n/index.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CampaignEyebrow } from "#app/ui/in-language.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { Disclosures } from "#app/ui/pledge/disclosures.tsx";
import { ResultsChart } from "#app/ui/pledges/results-chart.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
import { shareMeta } from "#app/ui/share-meta.ts";
import nameStyles from "#app/ui/styles/names.css?url";
import pledgeStyles from "#app/ui/styles/pledge.css?url";
import styles from "#app/ui/styles/totals.css?url";
import { Holders } from "./holders.tsx";
import { MeetingFacts } from "./meeting-facts.tsx";
import { Method } from "./method.tsx";
import { NamedHolders } from "./named-holders.tsx";
import { OnePercentagePoint } from "./one-percentage-point.tsx";
import { Totals } from "./totals.tsx";

export const headers = () => peoplesPage;

/** What holders pledge for the campaign's meeting, as it was last published. */
export async function loader({ params, context: { db, env, locale } }: LoaderFunctionArgs) {
  const campaign = await findCampaign(db, params.campaign ?? "", locale);
  if (!campaign) throw notFound();
  const totals = await readPublicTotals(db, campaign.id, new Date(), locale);
  const named =
    totals && (await listNamedHolders(db, { campaignId: campaign.id, meetingId: totals.meeting.id }));
  const url = env.appUrl + localizedPath(locale, `/c/${campaign.slug}/pledges`);
  return { campaign, totals, named, examples: env.localMode, locale, url };
}

export const links: LinksFunction = () =>
  [pledgeStyles, styles, nameStyles].map((href) => ({ rel: "stylesheet", href }));

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { totals } = words(data.locale);
  const title = totals.titleOf(data.campaign.title);
  const description = totals.description(data.campaign.company);
  const { campaign, url } = data;
  const shared = shareMeta({ title, description, url, type: "website", campaign }, data.locale);
  return [...shared, { name: "robots", content: "noindex" }];
};

export default function Pledges() {
  const { campaign, totals, named, examples } = useLoaderData<typeof loader>();
  const { totals: words, coFile } = useWords();
  const to = useLocalizedPath();
  const { company, slug } = campaign;
  return (
    <Page campaign={campaign} examples={examples} current="pledge">
      <CampaignEyebrow campaign={campaign} />
      <h1>{words.title}</h1>
      <p className="standfirst">{totals ? words.standfirst(company) : words.noMeeting.standfirst}</p>
      {totals ? (
        <>
          <Holders totals={totals} company={company} />
          {campaign.status === "open" && (
            <p className="gap">
              <ButtonLink variant="act" href={to(`/c/${slug}/pledge`)}>
                {words.pledge}
              </ButtonLink>
            </p>
          )}
          {profileOf(campaign.jurisdiction).coFiling && (
            <p className="gap">
              <a href={to(`/c/${slug}/co-file`)}>{coFile.title}</a>
            </p>
          )}
          <MeetingFacts meeting={totals.meeting} trust={totals.meetingTrust} company={company} />
          <Totals totals={totals} />
          {named && <NamedHolders slug={slug} named={named} />}
          <section>
            <h2>{words.results.heading}</h2>
            {totals.results.length > 0 ? (
              <ResultsChart results={totals.results} company={company} />
            ) : (
              <p>{words.results.none}</p>
            )}
            <OnePercentagePoint point={totals.point} />
          </section>
        </>
      ) : (
        <p className="gap">{words.noMeeting.next}</p>
      )}
      <Method slug={slug} />
      <Disclosures company={company} />
    </Page>
  );
}
