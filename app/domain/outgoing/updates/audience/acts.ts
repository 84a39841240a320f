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

/** Where an act is stored, which of its rows count, and when it was done. What is on hold counts. */
const stored: Record<SeriesAct, { table: string; counts: string; at: string }> = {
  signed: { table: "signatures", counts: "state in ('confirmed', 'quarantined')", at: "confirmed_at" },
  pledged: {
    table: "pledges",
    counts: "(status = 'active' or status = 'flagged' and reviewed_at is null)",
    at: "confirmed_at",
  },
  wrote: {
    table: "letters",
    counts: "state not in ('email_pending', 'withdrawn', 'refused')",
    at: "confirmed_at",
  },
  voted: {
    table: "pledges",
    counts: "status = 'active' and outcome in ('voted', 'voted_as_pledged', 'voted_otherwise')",
    at: "outcome_at",
  },
};

/** Returns SQL that selects who did an act in a campaign, as `supporter_id` and `at`. */
export function actsIn(campaignId: number, act: SeriesAct): string {
  const { table, counts, at } = stored[act];
  return `(select supporter_id, ${at} as at from ${table}
    where campaign_id = ${Math.trunc(campaignId)} and ${counts} and ${at} is not null)`;
}
