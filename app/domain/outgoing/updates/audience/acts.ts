import { z } from "zod";

/** Acts after which an email can go by itself, some days later. */
export const seriesActs = ["signed", "pledged", "wrote", "voted"] as const;
export type SeriesAct = (typeof seriesActs)[number];

/** Emails that may follow one act. */
export const stepsAtMost = 6;

/** Days after the act, at most. */
export const daysAtMost = 60;

/** Days by which an email may be late, after a pause. People who waited longer get none. */
export const lateAtMost = 14;

/**
 * When an update goes to a person by itself: `days` after their act, unless they have done another by then.
 * Such an update is a step of the series of its act.
 */
export const After = z.object({
  act: z.enum(seriesActs),
  days: z.number().int().min(1).max(daysAtMost),
  unless: z.enum(seriesActs).nullable(),
});
export type After = z.infer<typeof After>;

/** A pledge counts while it is in review as when it is in force: a missing email would tell (decision 20). */
const isInForce = (row: string) =>
  `(${row}.status = 'active' or ${row}.status = 'flagged' and ${row}.reviewed_at is null)`;

/** Where an act is stored as `p`, which of its rows count, and when it was done. What is on hold counts. */
const stored: Record<SeriesAct, { table: string; counts: string; at: string }> = {
  signed: { table: "signatures", counts: "p.state in ('confirmed', 'quarantined')", at: "confirmed_at" },
  // A changed pledge is a new version, and was made when its first was.
  pledged: {
    table: "pledges",
    counts: `p.status in ('active', 'flagged', 'superseded')
      and not exists (select from pledges e where e.series = p.series and e.version < p.version
        and e.status = 'superseded' and e.confirmed_at is not null)
      and exists (select from pledges f where f.series = p.series and ${isInForce("f")})`,
    at: "confirmed_at",
  },
  wrote: {
    table: "letters",
    counts: "p.state not in ('email_pending', 'withdrawn', 'refused')",
    at: "confirmed_at",
  },
  voted: {
    table: "pledges",
    counts: `${isInForce("p")} and p.outcome in ('voted', 'voted_as_pledged', 'voted_otherwise')`,
    at: "outcome_at",
  },
};

/** Returns SQL that selects who did an act in a campaign, as `supporter_id` and `at`. */
export function actsIn(campaignId: number, act: SeriesAct): string {
  const { table, counts, at } = stored[act];
  return `(select p.supporter_id, p.${at} as at from ${table} p
    where p.campaign_id = ${Math.trunc(campaignId)} and ${counts} and p.${at} is not null)`;
}
