import { and, eq, sql } from "drizzle-orm";
import { findCompanyOfMeeting } from "#app/domain/campaign/meetings/meeting-in.server.ts";
import { consentTextVersion } from "#app/domain/entries/signatures/signature.ts";
import { queueSupporterEmail } from "#app/domain/queue/queue-supporter-email.server.ts";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import { setConsents } from "#app/domain/supporters/consents.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";
import { pledges } from "#db/schema/index.ts";
import { endPledge } from "./end-pledge.server.ts";
import { canOpen, decryptHolding } from "./holding.server.ts";
import { findInForce } from "./lock-pledge.server.ts";
import { countHolders } from "./queries.server.ts";
import { needsReview } from "./shares.ts";
import { planReminders } from "./stop-reminders.server.ts";
import { moveTotals } from "./totals/move-totals.server.ts";

type PostedForm = {
  locale: string;
  /** True if the form shows nothing stored: then it revokes no consent. */
  onlyAdds?: boolean;
};

/**
 * Puts an unconfirmed version in force for its proven owner: it supersedes the one before, its consents are
 * given, and the totals follow, all in the caller's transaction. What an organizer has seen of papers stays
 * with a holding that is still the same. More than 10 million shares wait for review and count nowhere.
 */
export async function activate(
  tx: Tx,
  keys: Keys,
  pledge: typeof pledges.$inferSelect,
  form: PostedForm,
  now: Date,
): Promise<"active" | "flagged"> {
  const before = await findInForce(tx, pledge.series);
  const holding = decryptHolding(keys, pledge);
  const readable = before !== null && canOpen(keys, before);
  const holdingBefore = readable ? decryptHolding(keys, before) : null;
  const same =
    readable &&
    before.holdingForm === pledge.holdingForm &&
    holdingBefore?.shares === holding?.shares &&
    holdingBefore?.bucket === holding?.bucket;
  const accepted = same && before.status === "active";
  const status = needsReview(holding) && !accepted ? ("flagged" as const) : ("active" as const);
  const next = {
    status,
    ...(same && before.verifiedAt
      ? pick(before, "verification", "verifiedAt", "verifiedBy")
      : { verification: "email_confirmed" as const }),
    ...(before ? reportsOf(before, pledge) : {}),
  };
  if (before) await endPledge(tx, keys, before, "superseded", now);
  const [active] = await tx
    .update(pledges)
    .set({
      ...next,
      confirmedAt: now,
      agreed: [],
      typedName: null,
      typedCountry: null,
      ...(accepted ? pick(before, "reviewedAt", "reviewedBy") : {}),
    })
    .where(and(eq(pledges.id, pledge.id), eq(pledges.status, "email_pending")))
    .returning();
  if (!active) throw new Error("a pledge was no longer pending when it was put in force");
  // Other unconfirmed versions at this address are not what its owner confirmed: their links stop working.
  await tx.delete(pledges).where(and(eq(pledges.series, active.series), eq(pledges.status, "email_pending")));
  if (status === "active") await moveTotals(tx, keys, active, 1);
  await grant(tx, active, pledge.agreed as ConsentPurpose[], form, now);
  // Papers requested or accepted so far show the old holding.
  await tx.execute(
    before === null || same
      ? sql`update co_filers set pledge_id = ${active.id} where series = ${active.series}`
      : sql`delete from co_filers where series = ${active.series}`,
  );
  await planReminders(tx, keys, active.series, now);
  const { campaignId, supporterId, id: pledgeId, meetingId } = active;
  const counts = status === "active" && active.kind !== "fund";
  const countThen = counts ? await countHolders(tx, campaignId, meetingId) : null;
  const about = { campaignId, supporterId, pledgeId, countThen };
  await queueSupporterEmail(tx, { ...about, template: "pledge-receipt", limit: "none" }, now);
  return status;
}

/** Returns what a version takes over from the one before: reports, and whether reminders go on. */
export const reportsOf = (
  before: typeof pledges.$inferSelect,
  next: Pick<typeof pledges.$inferSelect, "fundManager">,
) => ({
  ...pick(before, "outcome", "outcomeAt", "reminders"),
  // The outcome of a letter to one manager says nothing about another.
  ...(before.fundManager === next.fundManager ? pick(before, "fundOutcome", "fundOutcomeAt") : {}),
});

const pick = <T, K extends keyof T>(from: T, ...keys: K[]) =>
  Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;

type Granting = Pick<typeof pledges.$inferSelect, "supporterId" | "campaignId" | "meetingId" | "kind">;

/**
 * Grants the consents of a form, without revoking: a petition may be signed under others. Only the co-filing
 * checkbox, if shown, also revokes, unless the form of a known reader hides what they agreed to.
 */
async function grant(
  tx: Tx,
  { supporterId, campaignId, meetingId, kind }: Granting,
  granted: readonly ConsentPurpose[],
  { locale, onlyAdds = false }: PostedForm,
  now: Date,
): Promise<void> {
  const terms = { textVersion: consentTextVersion, locale };
  const asked = kind === "fund" || onlyAdds ? [] : (["contact_cofile"] as const);
  const companyId = await findCompanyOfMeeting(tx, meetingId);
  await setConsents(tx, { supporterId, campaignId, companyId, ...terms, granted, asked }, now);
}
