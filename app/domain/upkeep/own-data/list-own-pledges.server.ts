import { pledgeStage } from "#app/domain/campaign/meetings/meeting.ts";
import { meetingIn, translatorFor } from "#app/domain/campaign/meetings/meeting-in.server.ts";
import type { OwnPledge } from "#app/domain/entries/pledges/own-pledge.ts";
import { hasReportedOutcome } from "#app/domain/entries/pledges/pledge-proven.server.ts";
import { summarizePledge } from "#app/domain/entries/pledges/pledge-summary.ts";
import { listPledgesOf } from "#app/domain/entries/pledges/queries.server.ts";
import { reminderOutcomeOf } from "#app/domain/entries/pledges/reminder-outcome.ts";
import { ballotIsOut } from "#app/domain/entries/pledges/report-outcome.server.ts";
import { listReminders } from "#app/domain/entries/pledges/stop-reminders.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { listHoldingViews } from "./list-views.server.ts";

/**
 * Lists one person's pledges with holdings, reminders, and who viewed them: for that person alone. In
 * `locale`, campaign and proposals are named as far as known.
 */
export async function listOwnPledges(
  db: DbOrTx,
  keys: Keys,
  supporterId: number,
  now: Date,
  locale?: string,
): Promise<OwnPledge[]> {
  const owned = await listPledgesOf(db, keys, supporterId);
  return Promise.all(
    owned.map(async (pledge) => {
      const saying = await translatorFor(db, pledge.campaignId, locale);
      const { publicId, campaign, title, version, status, holding, unreadable } = pledge;
      const { verification, verifiedAt } = pledge;
      const { disclosureVersion, attestedAt, createdAt, confirmedAt, withdrawnAt } = pledge;
      const { fundOutcome, fundOutcomeAt } = pledge;
      const { outcome, outcomeAt, reviewedAt, reminders: reminded } = pledge;
      const reminders = await listReminders(db, pledge.series);
      const over = pledgeStage(pledge.meeting, now) === "outcome";
      return {
        ...summarizePledge({ ...pledge, meeting: meetingIn(saying, pledge.meeting) }, now),
        publicId,
        companyId: pledge.companyId,
        campaign,
        title: saying.say(title),
        titleLanguage: saying.languageOf(title),
        version,
        status,
        holding,
        unreadable,
        verification,
        verifiedAt,
        disclosureVersion,
        attestedAt,
        createdAt,
        confirmedAt,
        withdrawnAt,
        outcome,
        outcomeAt,
        reviewedAt,
        reminded,
        fundOutcome,
        fundOutcomeAt,
        reminders,
        next:
          pledge.kind === "fund" && over
            ? "over"
            : reminderOutcomeOf(
                pledge,
                reminders.some(({ state }) => state === "scheduled"),
                now,
              ),
        looks: await listHoldingViews(db, keys, publicId),
        canChange: status !== "email_pending" && !hasReportedOutcome(pledge) && !over,
        canTellOutcome:
          status === "active" &&
          (pledge.kind === "fund" || (ballotIsOut(pledge.meeting, now) && pledge.heldOnRecordDate !== "no")),
      };
    }),
  );
}
