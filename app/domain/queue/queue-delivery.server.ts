import { and, eq, gt, inArray, notInArray, or, sql } from "drizzle-orm";
import type { Tx } from "#db/index.ts";
import { deliveries } from "#db/schema/index.ts";
import { type DeliveryTemplate, mailsPerDay, quietSeconds, unasked } from "./delivery.ts";

type QueuedMail = {
  supporterId: number;
  campaignId: number | null;
  signatureId?: number | null;
  pledgeId?: number | null;
  letterId?: number | null;
  template: Exclude<DeliveryTemplate, "organizer-code" | "codes-asked" | "refusals-many">;
  /** Mails to this supporter in 24 hours; of a link to their own data: such links. */
  atMostPerDay?: number;
  /** It says something else than the one before: it need not wait for that one, but keeps to the day's mails. */
  anew?: boolean;
};

const ownData: DeliveryTemplate = "manage-link";

/** About entries of which strangers can make any number: the first of a day goes whatever else did, not the first about each. */
const ofStrangers: readonly DeliveryTemplate[] = [
  "confirm-pledge",
  "confirm-pledge-reminder",
  "confirm-letter",
  "confirm-letter-reminder",
];

/** Follow what their person has proved to have done: they always go, and leave the day's mails alone. */
const receipts: readonly DeliveryTemplate[] = [
  "receipt",
  "pledge-receipt",
  "letter-receipt",
  "letter-held",
  "letter-released",
  "letter-refused",
  "letter-sent",
  "letter-replied",
];

/**
 * Queues one mail to a supporter in the caller's transaction. The caller holds the lock on the
 * supporter's row (`for update`): that is what makes the limits hold when two ask at once.
 *
 * False when nothing was queued: the same mail about the same signature, pledge or letter is still on its way or less
 * than a minute old, or one went in the last 24 hours and the day's mails are used up. So a stranger who spends them on
 * other things keeps no mail away that somebody waits for.
 */
export async function queueDelivery(
  tx: Tx,
  {
    supporterId,
    campaignId,
    signatureId = null,
    pledgeId = null,
    letterId = null,
    template,
    atMostPerDay = mailsPerDay,
    anew = false,
  }: QueuedMail,
  now: Date,
): Promise<boolean> {
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
  const sameMail = and(
    eq(deliveries.supporterId, supporterId),
    eq(deliveries.template, template),
    sql`${deliveries.signatureId} is not distinct from ${signatureId}`,
    sql`${deliveries.pledgeId} is not distinct from ${pledgeId}`,
    sql`${deliveries.letterId} is not distinct from ${letterId}`,
  );
  const sameKind = and(
    eq(deliveries.supporterId, supporterId),
    eq(deliveries.template, template),
    sql`${deliveries.campaignId} is not distinct from ${campaignId}`,
  );
  const recent = or(
    gt(deliveries.createdAt, ago(quietSeconds)),
    inArray(deliveries.state, ["queued", "claimed"]),
  );
  if (!anew && (await tx.$count(deliveries, and(sameMail, recent))) > 0) return false;

  const today = gt(deliveries.createdAt, ago(86_400));
  const spent = and(
    eq(deliveries.supporterId, supporterId),
    today,
    template === ownData
      ? eq(deliveries.template, ownData)
      : notInArray(deliveries.template, ["update", ownData, ...unasked, ...receipts]),
  );
  const before = ofStrangers.includes(template) ? sameKind : sameMail;
  const limited = !receipts.includes(template) && (await tx.$count(deliveries, and(before, today))) > 0;
  if (limited && (await tx.$count(deliveries, spent)) >= atMostPerDay) return false;

  await tx.insert(deliveries).values({
    ...{ supporterId, campaignId, signatureId, pledgeId, letterId, template },
    createdAt: now,
  });
  return true;
}
