import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import type { Span } from "./span.server.ts";

const outcomes = [
  "accepted",
  "delivered",
  "delayed",
  "bounced",
  "complained",
  "failed",
  "unknown",
  "suppressed",
] as const;
export type MailOutcome = (typeof outcomes)[number];
export type MailHealth = Record<MailOutcome, number>;

/** Counts a campaign's emails in a period by outcome; those to the company are counted with its letters. */
export async function readMails(db: DbOrTx, campaignId: number, { from, to }: Span): Promise<MailHealth> {
  const rows = await db.execute<{ outcome: MailOutcome; n: number }>(sql`
    select split_part(value, ' ', 2) as outcome, sum(n)::int as n from activity_hours
    where campaign_id = ${campaignId} and measure = 'mail' and value not like 'company %'
      and hour >= ${from.toISOString()}::timestamptz and hour <= ${to.toISOString()}::timestamptz
    group by 1`);
  const found = new Map(rows.map(({ outcome, n }) => [outcome, n]));
  return Object.fromEntries(outcomes.map((outcome) => [outcome, found.get(outcome) ?? 0])) as MailHealth;
}
