import { clockInZone } from "#app/domain/base/zone-clock.ts";
import type { BallotItem, CoFilingRule, Meeting, Provenance } from "./meeting.ts";

type Fields = Record<string, string>;

/** The fields with a value, as posted by a form. */
const fieldsOf = (values: Record<string, string | number | bigint | null>): Fields =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, `${value}`]])),
  );

const source = ({ sourceUrl, asOf }: Provenance) => ({ source_url: sourceUrl, as_of: asOf });

/** Fills `meetingForm` with a meeting. */
export function fieldsOfMeeting(meeting: Meeting): Fields {
  const clock = (at: Date | null) =>
    at === null ? { day: null, time: null } : clockInZone(meeting.zone, at);
  return fieldsOf({
    status: meeting.status,
    meeting_on: meeting.meetingOn,
    meeting_time: clock(meeting.meetingAt).time,
    record_date: meeting.recordDate,
    ballot_open_on: meeting.ballotOpenOn,
    vote_by: clock(meeting.voteBy).day,
    vote_by_time: clock(meeting.voteBy).time,
    plan_vote_by: clock(meeting.planVoteBy).day,
    plan_vote_by_time: clock(meeting.planVoteBy).time,
    proposal_deadline: meeting.proposalDeadline,
    proxy_filed_on: meeting.proxyFiledOn,
    portal_url: meeting.portalUrl,
    ...source(meeting),
  });
}

/** Fills `ballotItemForm` with a proposal. */
export const fieldsOfItem = (item: BallotItem): Fields =>
  fieldsOf({
    number: item.number,
    title: item.title,
    proponent: item.proponent,
    proposed_by: item.proposedBy,
    status: item.status,
    board_recommendation: item.boardRecommendation,
    campaign_recommendation: item.campaignRecommendation,
    votes_for: item.votesFor,
    votes_against: item.votesAgainst,
    votes_abstain: item.votesAbstain,
    broker_non_votes: item.brokerNonVotes,
    reported_result: item.reportedResult,
    ...source(item),
  });

/** Fills `coFilingRuleForm` with Rule 14a-8. */
export const fieldsOfRule = (rule: CoFilingRule): Fields =>
  fieldsOf({
    ...Object.fromEntries(
      rule.tiers.flatMap(({ atLeast, years }, n) => [
        [`dollars_${n + 1}`, atLeast],
        [`years_${n + 1}`, years],
      ]),
    ),
    price_window_days: rule.priceWindowDays,
    words_at_most: rule.wordsAtMost,
    cure_days: rule.cureDays,
    ...source(rule),
  });
