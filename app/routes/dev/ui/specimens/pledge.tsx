import type { ComponentProps } from "react";
import { planCase } from "#app/domain/pages/case-plan.ts";
import { campaign, page } from "#app/routes/dev/ui/sample.ts";
import { meeting, results } from "#app/routes/dev/ui/sample-meeting.ts";
import { OwnPledge } from "#app/routes/personal/manage/own-pledge.tsx";
import { EntryNotOpen } from "#app/ui/not-open.tsx";
import { Disclosures } from "#app/ui/pledge/disclosures.tsx";
import { FindOut } from "#app/ui/pledge/find-out.tsx";
import { FirstStep } from "#app/ui/pledge/first-step.tsx";
import { FundLetter } from "#app/ui/pledge/fund-letter.tsx";
import { MeetingNotice } from "#app/ui/pledge/meeting-notice.tsx";
import { NoMeeting, VotingOver } from "#app/ui/pledge/notices.tsx";
import { SecondStep } from "#app/ui/pledge/second-step.tsx";
import { FundLettersTable } from "#app/ui/pledges/fund-letters.tsx";
import { ResultsChart } from "#app/ui/pledges/results-chart.tsx";
import { ShareholdersSection } from "#app/ui/pledges/shareholders-section.tsx";
import { TotalsTable } from "#app/ui/pledges/totals-table.tsx";
import { VotedRateTable } from "#app/ui/pledges/voted-rate.tsx";
import type { Specimen } from "./specimen.ts";

const { company, slug } = campaign;
const about = { action: "/", company, slug, campaign, meeting, now: page.asOf };
const letter = {
  company,
  manager: "Sample Asset Management",
  name: "Ada Sample",
  campaign,
  latestVote: null,
};
const nothing = { values: {}, errors: [] };
const typed = { way: "broker", name: "Ana Sample", email: "ana@example", country: "US" };
const first = {
  values: typed,
  errors: [{ field: "email", message: "Write the ending of the address, such as .org." }],
};
const answered = { ...typed, shares: "12.5", held_since_month: "2024-01", intention_1: "for", attest: "on" };
const second = {
  values: { ...answered, shares: "12,5 or so", attest: "" },
  errors: [
    { field: "shares", message: "Write the number alone, such as 12.5." },
    { field: "attest", message: "Check this box to pledge." },
  ],
};
const known = { name: "Ana Sample", email: "ana@example.org", pledged: true, agreed: [] };
const cell = { holders: 7, wholeShares: "1200", bucketHolders: 6, bucketMin: "600", bucketMax: "2400" };
const group = { known: 6, votedAsPledged: 4, votedOtherwise: 1, didNotVote: 1 };
const none = { known: 0, votedAsPledged: 0, votedOtherwise: 0, didNotVote: 0 };

const stored: ComponentProps<typeof OwnPledge>["pledge"] = {
  publicId: "a-pledge",
  companyId: 1,
  campaign: slug,
  title: campaign.title,
  titleLanguage: undefined,
  company,
  kind: "direct",
  holdingForm: "broker",
  willing: ["cofile"],
  display: "initials",
  comment: null,
  fundManager: null,
  fundOutcome: "unknown",
  fundOutcomeAt: null,
  heldSinceMonth: "2024-01",
  tenureBucket: null,
  accountFlags: [],
  heldOnRecordDate: "yes",
  standingInstruction: "unsure",
  meeting: { year: 2026, on: "2026-12-09", checked: true, unitedStates: true, coFiling: true },
  intentions: [{ item: { number: 8, title: "Report on contracts" }, intention: "for" }],
  version: 1,
  status: "active",
  holding: { shares: "12.5", bucket: null },
  unreadable: false,
  verification: "email_confirmed",
  verifiedAt: null,
  disclosureVersion: "1",
  attestedAt: page.asOf,
  createdAt: page.asOf,
  confirmedAt: page.asOf,
  withdrawnAt: null,
  reviewedAt: null,
  outcome: "unknown",
  outcomeAt: null,
  reminded: true,
  reminders: [],
  looks: [],
  canChange: true,
  canTellOutcome: false,
  confirmPath: null,
  changePath: "/",
  votedPath: null,
};
const ended = { ...stored, status: "withdrawn", holding: null, withdrawnAt: page.asOf } as const;

/** Both steps of a pledge, its state, and totals. */
const pledges = campaign.companies.map((company) => ({ company, meeting, holders: 7, published: null }));

const oneMeeting = { action: "/", company: campaign.company, meeting, meetings: [meeting], now: page.asOf };

export const pledgeSpecimens: readonly Specimen[] = [
  {
    of: "pledge/first-step.tsx",
    states: {
      empty: <FirstStep {...oneMeeting} state={nothing} />,
      error: <FirstStep {...oneMeeting} state={first} />,
      chosen: (
        <FirstStep
          {...oneMeeting}
          meetings={[meeting, { ...meeting, year: meeting.year + 1 }]}
          state={first}
        />
      ),
    },
  },
  { of: "pledge/find-out.tsx", states: { default: <FindOut action="/" meeting={meeting} values={{}} /> } },
  {
    of: "pledge/second-step.tsx",
    states: {
      empty: <SecondStep {...about} way="broker" state={nothing} />,
      filled: <SecondStep {...about} way="broker" state={{ values: answered, errors: [] }} known={known} />,
      error: <SecondStep {...about} way="broker" state={second} />,
    },
  },
  {
    of: "pledge/notices.tsx",
    states: {
      empty: <NoMeeting company={company} slug={slug} />,
      held: <EntryNotOpen of="pledge" signing={{ outcome: "not-open", missing: ["operator"] }} />,
      closed: (
        <>
          <EntryNotOpen of="pledge" signing={{ outcome: "closed" }} />
          <VotingOver />
        </>
      ),
    },
  },
  {
    of: "pledge/meeting-notice.tsx",
    states: {
      default: <MeetingNotice company={company} meeting={meeting} now={page.asOf} />,
      closed: <MeetingNotice company={company} meeting={{ ...meeting, status: "closed" }} now={page.asOf} />,
    },
  },
  {
    of: "pledge/disclosures.tsx",
    states: { default: <Disclosures company={company} />, chosen: <Disclosures company={company} fund /> },
  },
  { of: "pledge/fund-letter.tsx", states: { filled: <FundLetter {...letter} /> } },
  {
    of: "personal/manage/own-pledge.tsx",
    states: {
      done: <OwnPledge pledge={stored} consents={[]} signed />,
      held: <OwnPledge pledge={{ ...stored, status: "flagged" }} consents={[]} signed />,
      closed: <OwnPledge pledge={ended} consents={[]} signed />,
    },
  },
  {
    of: "pledges/totals-table.tsx",
    states: {
      filled: <TotalsTable caption="By way of holding" rows={[{ label: "With a broker", cell }]} />,
      empty: <TotalsTable caption="By way of holding" rows={[]} />,
    },
  },
  {
    of: "pledges/results-chart.tsx",
    states: { filled: <ResultsChart results={results} company={company} /> },
  },
  {
    of: "pledges/voted-rate.tsx",
    states: {
      filled: (
        <VotedRateTable rate={{ pledged: 9, all: group, byHolding: { broker: { ...group, pledged: 9 } } }} />
      ),
      empty: <VotedRateTable rate={{ pledged: 9, all: none, byHolding: {} }} />,
    },
  },
  {
    of: "pledges/fund-letters.tsx",
    states: { filled: <FundLettersTable answers={{ supports: 6, no_answer: 12 }} caption="By answer" /> },
  },
  {
    of: "pledges/shareholders-section.tsx",
    states: {
      filled: (
        <ShareholdersSection page={{ ...page, pledges }} plan={planCase(page.argument.claims)} number={1} />
      ),
    },
  },
];
