import { Fragment } from "react";
import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import type { Campaign, CampaignCompany } from "#app/domain/campaign/campaign.ts";
import { aboutCompany, coFilePath } from "#app/domain/campaign/campaign-companies.ts";
import type { MeetingTotals, PublicTotals } from "#app/domain/entries/pledges/totals/public-totals.ts";
import type { NamePage } from "#app/domain/names/listed-name.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Heading, UnderHeading } from "#app/ui/heading.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { ResultsChart } from "#app/ui/pledges/results-chart.tsx";
import { Holders, HoldersCount } from "./holders.tsx";
import { MeetingFacts } from "./meeting-facts.tsx";
import { NamedHolders } from "./named-holders.tsx";
import { OnePercentagePoint } from "./one-percentage-point.tsx";
import { Totals } from "./totals.tsx";

export type OfCompanyProps = {
  campaign: Campaign;
  company: CampaignCompany;
  totals: PublicTotals;
  named: NamePage | null;
  /** Shows the link to pledge. */
  asks: boolean;
};

/** Shows pledges for each of a company's meetings that takes them. */
export function OfCompany({ campaign, company, totals, named, asks }: OfCompanyProps) {
  const { totals: words, coFile } = useWords();
  const to = useLocalizedPath();
  const { slug } = campaign;
  const { name } = company;
  return (
    <>
      <Holders totals={totals} company={name} />
      {asks && (
        <p className="gap">
          <ButtonLink variant="act" href={to(`/c/${slug}/pledge`)}>
            {words.pledge}
          </ButtonLink>
        </p>
      )}
      {profileOf(company.jurisdiction).coFiling && (
        <p className="gap">
          <a href={to(coFilePath(aboutCompany(campaign, company)))}>{coFile.title}</a>
        </p>
      )}
      <Meeting totals={totals} company={name} />
      <Totals totals={totals} />
      {named && <NamedHolders slug={slug} named={named} />}
      {totals.others.map((other) => (
        <Fragment key={other.meeting.year}>
          <Meeting totals={other} company={name} />
          <HoldersCount totals={other} company={name} />
          <UnderHeading>
            <Totals totals={other} />
          </UnderHeading>
        </Fragment>
      ))}
      <section>
        <Heading>{words.results.heading}</Heading>
        {totals.held.map((year) => (
          <p key={year}>{words.results.held(year)}</p>
        ))}
        {totals.results.length > 0 ? (
          <ResultsChart results={totals.results} company={name} />
        ) : (
          <p>{words.results.none}</p>
        )}
        <OnePercentagePoint point={totals.point} />
      </section>
    </>
  );
}

const Meeting = ({ totals, company }: { totals: MeetingTotals; company: string }) => (
  <MeetingFacts
    meeting={totals.meeting}
    state={totals.meetingState}
    trust={totals.meetingTrust}
    company={company}
  />
);
