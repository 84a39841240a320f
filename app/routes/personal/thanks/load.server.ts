import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import type { Campaign } from "#app/domain/campaign/campaign.ts";
import { byNameTo } from "#app/domain/campaign/company/campaign-companies.ts";
import { pledgeStage } from "#app/domain/campaign/meetings/meeting.ts";
import { findMilestone } from "#app/domain/campaign/milestones/note-milestones.server.ts";
import { findCampaign, findCampaignOfEntry, readCounts } from "#app/domain/campaign/queries.server.ts";
import { findShareLink, makeShareLink } from "#app/domain/campaign/share-links/share-link.server.ts";
import { changePledgePath } from "#app/domain/entries/known-path.server.ts";
import { findFundLetter } from "#app/domain/entries/pledges/find-fund-letter.server.ts";
import { findPledgeInForce } from "#app/domain/entries/pledges/lock-pledge.server.ts";
import { asksToVote, votedAbout, votedPath } from "#app/domain/entries/pledges/personal-links.server.ts";
import { groupAtLeast, votesToLastDay } from "#app/domain/entries/pledges/pledge.ts";
import { hasReportedOutcome } from "#app/domain/entries/pledges/pledge-proven.server.ts";
import { countHolders, type FoundPledge } from "#app/domain/entries/pledges/queries.server.ts";
import { reminderOutcomeOf } from "#app/domain/entries/pledges/reminder-outcome.ts";
import { listReminders } from "#app/domain/entries/pledges/stop-reminders.server.ts";
import { findSignature } from "#app/domain/entries/signatures/queries.server.ts";
import { getsNoMail } from "#app/domain/queue/find-suppressed.server.ts";
import { readAgreed } from "#app/domain/supporters/queries.server.ts";
import { mayShowPersonalData } from "#app/http/may-show-personal-data.server.ts";
import type { AppLoadContext } from "#app/http/remix.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { formatNumber, localizedPath, words } from "#app/i18n/index.ts";
import type { OpenedToken } from "#app/lib/token.server.ts";
import { nextStepOf } from "./next-step.server.ts";

type Known = Exclude<OpenedToken, { outcome: "invalid" }>;

/**
 * Thanks for a pledge in force, whichever version the link is about, and says what comes next. `onlyNew`: the
 * reader may not be the owner, so they get neither another version nor a link to change the pledge.
 */
export async function loadPledge(context: AppLoadContext, opened: Known, now: Date, onlyNew = false) {
  const { db, env, locale } = context;
  const pledge = await findPledgeInForce(db, opened.subject);
  const campaign = pledge && (await findCampaignOfEntry(db, pledge, locale));
  if (!pledge || !campaign || (onlyNew && pledge.publicId !== opened.subject)) throw notFound();

  const { thanks } = words(locale).pledgeSummary;
  const inReview = pledge.status === "flagged";
  const heading = inReview ? thanks.titleInReview : thanks.title;
  const fresh = await mayShowPersonalData(db, opened, pledge);
  return {
    about: "pledge" as const,
    campaign,
    examples: env.localMode,
    fund: pledge.kind === "fund",
    shareUrl: `${env.appUrl}${localizedPath(locale, `/c/${campaign.slug}/pledge`)}`,
    title: fresh ? heading : thanks.expiredTitle,
    name: fresh ? pledge.name : null,
    next: fresh ? await nextStepOf(context, pledge, now) : null,
    pledge: fresh ? await nextOf(context, pledge, now, onlyNew ? null : opened.expiresAt) : null,
    count:
      fresh && pledge.status === "active" && pledge.kind !== "fund" ? await countIn(context, pledge) : null,
  };
}

/** Counts the pledges, if there are enough to show. */
async function countIn({ db, locale }: AppLoadContext, { campaignId, meeting }: FoundPledge) {
  const holders = await countHolders(db, campaignId, meeting.id);
  if (holders < groupAtLeast) return null;
  return words(locale).personal.thanks.pledged(formatNumber(locale, holders));
}

/** The next steps for a pledge, within a day of the link. */
async function nextOf(
  { db, env, locale }: AppLoadContext,
  pledge: FoundPledge,
  now: Date,
  changesUntil: Date | null,
) {
  const { kind, holdingForm, meeting, publicId, willing, status } = pledge;
  const reminders = await listReminders(db, pledge.series);
  const scheduled = reminders.filter(({ state }) => state === "scheduled");
  const isOpen = pledgeStage(meeting, now) !== "outcome" && !(await getsNoMail(db, env.keys, pledge.email));
  return {
    meeting,
    now,
    toLastDay: votesToLastDay(holdingForm),
    trustee: kind === "direct" && holdingForm === "employee_plan",
    inReview: status === "flagged",
    votedPath:
      changesUntil !== null && asksToVote(pledge, now)
        ? localizedPath(locale, votedPath(env.keys, { publicId, meeting: votedAbout(meeting) }, now))
        : null,
    letter: await findFundLetter(db, pledge, locale),
    reminders: scheduled,
    next: reminderOutcomeOf(pledge, scheduled.length > 0, now),
    changeInEmail: changesUntil === null && isOpen,
    changePath:
      changesUntil === null || !isOpen || hasReportedOutcome(pledge)
        ? null
        : localizedPath(
            locale,
            changePledgePath(env.keys, pledge, now, (changesUntil.getTime() - now.getTime()) / 3_600_000),
          ),
    coFiles:
      kind !== "fund" && willing.includes("cofile") && profileOf(meeting.jurisdiction).coFiling !== null,
  };
}

/** Thanks for a signature that is stored and counted, and for no other. */
export async function loadSignature(context: AppLoadContext, opened: OpenedToken, now: Date) {
  const { db, env, locale } = context;
  if (opened.outcome === "invalid") throw notFound();
  const signature = await findSignature(db, opened.subject);
  const campaign =
    signature?.state === "confirmed" ? await findCampaign(db, signature.campaign, locale) : null;
  if (!signature || !campaign) throw notFound();

  const { thanks } = words(locale).personal;
  const fresh = await mayShowPersonalData(db, opened, signature);
  const { signatures } = await readCounts(db, campaign.id);
  const { receiptCode: code, petitionVersion: version, signedAt } = signature;
  return {
    about: "signature" as const,
    campaign,
    now,
    name: fresh ? signature.name : null,
    receipt: fresh ? { code, version, signedAt } : null,
    agreed: fresh && campaign.companies.length > 1 ? await agreedIn(db, signature, campaign) : null,
    next: fresh ? await nextStepOf(context, signature, now) : null,
    own: fresh ? await findShareLink(db, signature) : null,
    examples: env.localMode,
    count: null,
    signatures,
    milestone: await findMilestone(db, campaign.id, signatures),
    shareUrl: `${env.appUrl}${localizedPath(locale, `/c/${campaign.slug}`)}`,
    title: fresh ? thanks.title : thanks.expiredTitle,
  };
}

/** The consents in a campaign about several companies, each of which may or may not get their name. */
async function agreedIn(
  db: AppLoadContext["db"],
  { supporterId }: { supporterId: number },
  { id, companies }: Campaign,
) {
  const { purposes, nameTo } = await readAgreed(db, supporterId, id);
  return { updates: purposes.includes("updates"), ...byNameTo(companies, nameTo) };
}

/** Makes a personal share link for the holder of a thanks link no older than a day. */
export async function makeOwnLink({ db }: AppLoadContext, opened: OpenedToken): Promise<boolean> {
  if (opened.outcome === "invalid") return false;
  const signature = await findSignature(db, opened.subject);
  if (!signature || !(await mayShowPersonalData(db, opened, signature))) return false;
  return makeShareLink(db, signature);
}
