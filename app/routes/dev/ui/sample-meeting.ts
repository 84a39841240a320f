import type { BallotItem, Meeting } from "#app/domain/campaign/meetings/meeting.ts";
import type { PastResult } from "#app/domain/entries/pledges/totals/past-results.ts";

const nowhere = { asOf: null, sourceUrl: null, verifiedAt: null, verifiedBy: null };

const item: BallotItem = {
  ...nowhere,
  id: 1,
  number: 8,
  title: "Report on contracts",
  proponent: "A holder",
  proposedBy: "shareholder",
  boardRecommendation: "against",
  campaignRecommendation: "for",
  status: "on_ballot",
  votesFor: null,
  votesAgainst: null,
  votesAbstain: null,
  brokerNonVotes: null,
  reportedResult: null,
};

/** An upcoming meeting with one item. */
export const meeting: Meeting = {
  ...nowhere,
  id: 1,
  zone: "America/New_York",
  jurisdiction: "us",
  year: 2026,
  status: "announced",
  meetingOn: "2026-12-09",
  meetingAt: null,
  recordDate: "2026-10-01",
  ballotOpenOn: null,
  planVoteBy: null,
  proposalDeadline: null,
  voteBy: new Date("2026-12-09T04:59:00Z"),
  proxyFiledOn: null,
  portalUrl: null,
  items: [item],
};

const result = (id: number, year: number, percent: number): PastResult => ({
  id,
  year,
  number: id,
  title: "Report on contracts",
  titleLanguage: undefined,
  result: { kind: "exact", percent: String(percent) },
  drawn: percent,
  votesFor: 1200n,
  votesAgainst: 3400n,
  verified: true,
  sourceUrl: "https://example.org/8-k",
});

/** Results of earlier proposals. */
export const results = [result(8, 2025, 26.1), result(6, 2024, 18.4)];
