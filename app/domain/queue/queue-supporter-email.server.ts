import { and, eq, gt, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/index.ts";
import { outbox } from "#db/schema/index.ts";
import { type EmailTemplate, mailsPerDay, quietSeconds } from "./email.ts";
import { queueEmails } from "./queue-emails.server.ts";

type QueuedMail = {
  supporterId: number;
  campaignId: number | null;
  signatureId?: number | null;
  pledgeId?: number | null;
  letterId?: number | null;
  /** For a receipt: how many have signed or pledged, including this one. */
  countThen?: SQL | number | null;
  template: EmailTemplate;
  /**
   * Which limit applies. `day`: emails per day, except the first of the day about this entry. `kind`: for
   * entries that strangers can make without limit; as `day`, except the first of its kind. `own`: the limit
   * of its own kind. `none`: it follows what the person has proved to have done.
   */
  limit?: "day" | "kind" | "own" | "none";
  /** Emails in 24 hours. */
  atMostPerDay?: number;
  /** It says something new: skips the quiet period, but not the daily limit. */
  skipsQuietPeriod?: boolean;
};

/**
 * Queues one email to a supporter in the caller's transaction. The caller has locked the supporter's row
 * (`for update`), so that the limits hold for concurrent requests. False when nothing was queued: the same
 * email about the same signature, pledge or letter is still on its way or less than a minute old, or one was
 * sent in the last 24 hours and the day's emails are used up. So a stranger who uses them up cannot block an
 * email that somebody waits for.
 */
export async function queueSupporterEmail(
  tx: Tx,
  {
    supporterId,
    campaignId,
    signatureId = null,
    pledgeId = null,
    letterId = null,
    countThen = null,
    template,
    limit = "day",
    atMostPerDay = mailsPerDay,
    skipsQuietPeriod = false,
  }: QueuedMail,
  now: Date,
): Promise<boolean> {
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
  const sameMail = and(
    eq(outbox.supporterId, supporterId),
    eq(outbox.template, template),
    sql`${outbox.signatureId} is not distinct from ${signatureId}`,
    sql`${outbox.pledgeId} is not distinct from ${pledgeId}`,
    sql`${outbox.letterId} is not distinct from ${letterId}`,
  );
  const sameKind = and(
    eq(outbox.supporterId, supporterId),
    eq(outbox.template, template),
    sql`${outbox.campaignId} is not distinct from ${campaignId}`,
  );
  const recent = or(gt(outbox.createdAt, ago(quietSeconds)), inArray(outbox.state, ["queued", "claimed"]));
  if (!skipsQuietPeriod && (await tx.$count(outbox, and(sameMail, recent))) > 0) return false;

  const today = gt(outbox.createdAt, ago(86_400));
  const spent = and(
    eq(outbox.supporterId, supporterId),
    today,
    limit === "own" ? eq(outbox.template, template) : eq(outbox.lane, "asked"),
  );
  const before = limit === "kind" ? sameKind : sameMail;
  const limited = limit !== "none" && (await tx.$count(outbox, and(before, today))) > 0;
  if (limited && (await tx.$count(outbox, spent)) >= atMostPerDay) return false;

  await queueEmails(tx, template, {
    supporterId,
    campaignId,
    signatureId,
    pledgeId,
    letterId,
    countThen,
    lane: limit === "day" || limit === "kind" ? "asked" : "free",
    createdAt: now,
  });
  return true;
}
