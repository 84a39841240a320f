import { Fragment } from "react";
import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import type { Campaign, CampaignCompany } from "#app/domain/campaign/campaign.ts";
import { coFilePath, companyAad } from "#app/domain/campaign/company/campaign-companies.ts";
import { groupAtLeast } from "#app/domain/entries/pledges/pledge.ts";
import type {
  MeetingTotals,
  OnePoint,
  PublicTotals,
} from "#app/domain/entries/pledges/totals/public-totals.ts";
import type { NamePage } from "#app/domain/names/listed-name.ts";
import { formatDate, formatNumber } from "#app/i18n/index.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Heading, UnderHeading } from "#app/ui/heading.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { LeaveList, NameList } from "#app/ui/names/name-list.tsx";
import { ResultsChart } from "#app/ui/pledges/results-chart.tsx";
import { MeetingFacts } from "./meeting-facts.tsx";
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
          <a href={to(coFilePath(companyAad(campaign, company)))}>{coFile.title}</a>
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

type HoldersProps = { totals: MeetingTotals; company: string };

/** Shows how many holders pledge for a meeting. */
function HoldersCount({ totals: { holders, meeting }, company }: HoldersProps) {
  const { totals: words } = useWords();
  const locale = useLocale();
  return (
    <p className="count holders-count">
      {holders > 0 ? (
        <>
          <b>{formatNumber(locale, holders)}</b> {words.holders(holders, company, meeting.year)}
        </>
      ) : (
        words.empty.none(company, meeting.year)
      )}
    </p>
  );
}

/** Shows the same and, before there are totals, what they will show and what it takes. */
function Holders({ totals, company }: HoldersProps) {
  const { totals: words } = useWords();
  const { holders, published } = totals;
  return (
    <>
      <HoldersCount totals={totals} company={company} />
      {!published?.all && (
        <section className="empty">
          <Heading>{words.empty.heading}</Heading>
          <p>{words.empty.text}</p>
          <p>{holders < groupAtLeast ? words.empty.how : words.empty.soon}</p>
        </section>
      )}
    </>
  );
}

/** Lists holders who chose to be shown; nothing without any. */
function NamedHolders({ slug, named }: { slug: string; named: NamePage }) {
  const { holders, older } = useWords().names;
  const to = useLocalizedPath();
  if (named.names.length === 0 && named.older === null) return null;
  return (
    <section>
      <Heading>{holders.heading}</Heading>
      <p>{holders.text}</p>
      <NameList names={named.names} />
      {named.older && (
        <p className="gap">
          <a href={to(`/c/${slug}/pledges/page/${named.older}`)} rel="next">
            {older}
          </a>
        </p>
      )}
      <LeaveList />
    </section>
  );
}

/** Shows how many shares are one percentage point, from a verified, fresh number; else why it does not. */
function OnePercentagePoint({ point }: { point: OnePoint }) {
  const { point: words } = useWords().totals;
  const locale = useLocale();
  return (
    <p className="gap">
      {point.shown
        ? words.shown(
            formatNumber(locale, point.shares),
            formatNumber(locale, point.outstanding),
            formatDate(locale, point.asOf),
          )
        : words.hidden[point.why]}
    </p>
  );
}
