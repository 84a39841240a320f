import type { BallotItem, Meeting } from "#app/domain/campaign/meetings/meeting.ts";

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
