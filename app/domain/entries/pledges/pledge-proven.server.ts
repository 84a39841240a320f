import { and, eq, isNotNull } from "drizzle-orm";
import { findCompanyOfMeeting } from "#app/domain/campaign/meetings/meeting-in.server.ts";
import { queueSupporterEmail } from "#app/domain/queue/queue-supporter-email.server.ts";
import { areReceiptsUsedUp } from "#app/domain/queue/receipts-used-up.server.ts";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import { listConsentsInForce } from "#app/domain/supporters/queries.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { type pledges, supporters } from "#db/schema/index.ts";
import { activate } from "./activate.server.ts";
import { findInForce } from "./lock-pledge.server.ts";
import type { PledgeAnswers } from "./pledge.ts";
import { saysTheSame } from "./same-version.server.ts";
import { findSeries, insertVersion } from "./store-version.server.ts";

type ProvenPledge = {
  supporterPublicId: string;
  campaign: { id: number };
  meetingId: number;
  answers: PledgeAnswers;
  locale: string;
  consents: readonly ConsentPurpose[];
  /** When their link was issued, if it shows and changes no pledge in force. */
  onlyNewFrom?: Date | null;
};

export type ProvenOutcome =
  | { outcome: "active" | "waits-for-review"; publicId: string }
  | { outcome: "told-already" | "already-pledged" | "too-many-today" | "gone" };

/** True when a pledge's holder has reported how they voted. */
export const hasReportedOutcome = (pledge: Pick<typeof pledges.$inferSelect, "outcome"> | null): boolean =>
  pledge !== null && pledge.outcome !== "unknown";

/**
 * Pledges for someone whose link proves who they are: in force at once, as a new version if there is one
 * already. Unconfirmed versions are dropped, since this one is newer. Nothing is accepted once they have
 * reported how they voted, because the report is about the pledge as it was. A link that shows nothing of a
 * pledge changes none: an email says so; the same pledge again by the same link is the one in force.
 */
export async function pledgeProven(
  db: Db,
  keys: Keys,
  input: ProvenPledge,
  now = new Date(),
): Promise<ProvenOutcome> {
  return db.transaction(async (tx) => {
    const [person] = await tx
      .select({ id: supporters.id })
      .from(supporters)
      .where(and(eq(supporters.publicId, input.supporterPublicId), isNotNull(supporters.confirmedAt)))
      .for("update");
    if (!person) return { outcome: "gone" };

    const about = { campaignId: input.campaign.id, supporterId: person.id, meetingId: input.meetingId };
    const typed = { typedName: null, typedCountry: null };
    const version = { ...about, answers: input.answers, agreed: input.consents, ...typed };
    const { series, nextVersion, reminders } = await findSeries(tx, version);
    const inForce = await findInForce(tx, series);
    if (inForce && input.onlyNewFrom) {
      const { campaignId, supporterId, id: pledgeId, publicId, confirmedAt } = inForce;
      const since = confirmedAt !== null && confirmedAt >= input.onlyNewFrom;
      const companyId = await findCompanyOfMeeting(tx, input.meetingId);
      const agreed = await listConsentsInForce(tx, supporterId, campaignId, companyId);
      const consented = input.consents.every((purpose) => agreed.includes(purpose));
      // A version in force keeps no consents of its own.
      const again = { answers: input.answers, agreed: [], ...typed };
      if (since && consented && (await saysTheSame(tx, keys, inForce, again)))
        return { outcome: "active", publicId };
      await queueSupporterEmail(tx, { campaignId, supporterId, pledgeId, template: "already-pledged" }, now);
      return { outcome: "already-pledged" };
    }
    if (hasReportedOutcome(inForce)) return { outcome: "told-already" };
    if (await areReceiptsUsedUp(tx, person.id, now)) return { outcome: "too-many-today" };
    const stored = await insertVersion(tx, keys, version, { series, version: nextVersion, reminders }, now);
    const form = { locale: input.locale, onlyAdds: Boolean(input.onlyNewFrom) };
    const status = await activate(tx, keys, stored, form, now);
    return { outcome: status === "flagged" ? "waits-for-review" : "active", publicId: stored.publicId };
  });
}
