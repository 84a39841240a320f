import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import { coFilePath } from "#app/domain/campaign/company/campaign-companies.ts";
import { pledgeStage } from "#app/domain/campaign/meetings/meeting.ts";
import { changePledgePath } from "#app/domain/entries/known-path.server.ts";
import { findFundLetter } from "#app/domain/entries/pledges/find-fund-letter.server.ts";
import { fundLetterParagraphs } from "#app/domain/entries/pledges/fund-letter.ts";
import { asksToVote, votedAbout, votedPath } from "#app/domain/entries/pledges/personal-links.server.ts";
import { groupOf, votesToLastDay } from "#app/domain/entries/pledges/pledge.ts";
import { hasReportedOutcome } from "#app/domain/entries/pledges/pledge-proven.server.ts";
import type { FoundPledge } from "#app/domain/entries/pledges/queries.server.ts";
import { listReminders } from "#app/domain/entries/pledges/stop-reminders.server.ts";
import { content } from "#app/domain/outbox/content.server.ts";
import { nextStepOf } from "#app/domain/outbox/next-step.server.ts";
import { ownersAsked } from "#app/domain/outbox/owners-asked.server.ts";
import { shareOf } from "#app/domain/outbox/share-of.server.ts";
import {
  describeConfirmedPledge,
  pledgeCountsNoLonger,
  pledgeSubject,
} from "#app/domain/outbox/subjects/pledge.ts";
import { personalLinkDays, type Writing } from "#app/domain/outbox/writing.server.ts";

/** Thanks a holder who has confirmed a pledge. */
export const pledgeReceipt = content({
  name: "pledge-receipt",
  kind: "pledge",
  to: "supporter",
  about: pledgeSubject,
  outdated: pledgeCountsNoLonger,
  async write(row, writing) {
    const found = await describeConfirmedPledge(row, writing);
    if (!found) return null;
    const { pledge, confirmed } = found;
    const { mailing, queuedAt, personal, undo, url } = writing;
    const over = pledgeStage(pledge.meeting, queuedAt) === "outcome";
    const form = changePledgePath(mailing.keys, pledge, queuedAt, personalLinkDays * 24);
    const { otherCompany } = pledge;
    const { coFiling } = profileOf(pledge.meeting.jurisdiction);
    const coFiles = coFiling && pledge.willing.includes("cofile") && pledge.kind !== "fund";
    return {
      props: {
        ...confirmed,
        version: pledge.version,
        holders: groupOf(row.countThen),
        fundLetter: await fundLetterOf(pledge, writing),
        reminders: over ? "over" : await remindersOf(writing.db, pledge),
        notHeldOnRecordDate: pledge.heldOnRecordDate === "no",
        ...personal(),
        ...undo("pledge", pledge.publicId),
        ...(await shareOf(writing, pledge, pledge.kind === "fund" ? "wished" : "pledged")),
        ...(await nextStepOf(writing, pledge)),
        changeUrl: over || hasReportedOutcome(pledge) ? null : url(form),
        ...(await ownersLineOf(pledge, writing)),
        coFileUrl: coFiles ? url(coFilePath({ slug: pledge.campaign, otherCompany })) : null,
      },
    };
  },
});

/** Whether the vote may be open, and where its holder says that they voted. */
async function ownersLineOf(pledge: FoundPledge, writing: Writing) {
  const { mailing, queuedAt, common, url } = writing;
  const { publicId, meeting, kind, campaign } = pledge;
  const asked = kind === "fund" ? [] : await ownersAsked(writing, campaign);
  const vote = asked.find(({ company }) => company === common.campaign.company);
  const path = votedPath(mailing.keys, { publicId, meeting: votedAbout(meeting) }, queuedAt);
  return {
    mayBeOpen: vote !== undefined,
    voteEndsOn: (votesToLastDay(pledge.holdingForm) && vote?.endsOn) || null,
    votedUrl: asksToVote(pledge, queuedAt) ? url(path) : null,
  };
}

/** A fund holder's letter to the manager, with the address of its page; null for other holdings. */
async function fundLetterOf(pledge: FoundPledge, { db, locale, mailing, queuedAt, url }: Writing) {
  const { publicId, meeting } = pledge;
  const letter = await findFundLetter(db, pledge, locale);
  if (!letter) return null;
  const voted = { publicId, meeting: { on: meeting.meetingOn, year: meeting.year } };
  const paragraphs = fundLetterParagraphs(locale, letter);
  return { paragraphs, url: url(votedPath(mailing.keys, voted, queuedAt)) };
}

/** What is scheduled, or why nothing is. */
async function remindersOf(db: Writing["db"], { series, status, reminders }: FoundPledge) {
  if (!reminders) return "stopped" as const;
  if (status === "flagged") return "in-review" as const;
  return (await listReminders(db, series))
    .filter(({ state }) => state === "scheduled")
    .map(({ reminder, dueOn }) => ({ kind: reminder, dueOn }));
}
