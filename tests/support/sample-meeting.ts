import type { BallotItem, Meeting } from "#app/domain/campaign/meetings/meeting.ts";

const nowhere = { asOf: null, sourceUrl: null, verifiedAt: null, verifiedBy: null };

/** An item of which little is known. */
export const bareItem: BallotItem = {
  ...nowhere,
  id: 1,
  number: 1,
  title: "Report on a sample",
  proponent: null,
  proposedBy: null,
  boardRecommendation: null,
  campaignRecommendation: null,
  status: "on_ballot",
  votesFor: null,
  votesAgainst: null,
  votesAbstain: null,
  brokerNonVotes: null,
  reportedResult: null,
};

/** A meeting in New York of which only the year is known. */
export const bareMeeting: Meeting = {
  ...nowhere,
  id: 1,
  zone: "America/New_York",
  jurisdiction: "us",
  year: 2027,
  status: "expected",
  meetingOn: null,
  meetingAt: null,
  recordDate: null,
  ballotOpenOn: null,
  voteBy: null,
  planVoteBy: null,
  proposalDeadline: null,
  proxyFiledOn: null,
  portalUrl: null,
  items: [],
};

const item: BallotItem = {
  ...bareItem,
  number: 8,
  title: "Report on contracts",
  proponent: "A holder",
  proposedBy: "shareholder",
  boardRecommendation: "against",
  campaignRecommendation: "for",
};

/** An upcoming meeting with one item. */
export const meeting: Meeting = {
  ...bareMeeting,
  year: 2026,
  status: "announced",
  meetingOn: "2026-12-09",
  recordDate: "2026-10-01",
  voteBy: new Date("2026-12-09T04:59:00Z"),
  items: [item],
};
