import { z } from "zod";

const Dated = { precision: z.enum(["day", "month", "year", "by_month"]) };

/** The claim's timeline lines as stored. */
export const Timeline = z.array(z.object({ happenedOn: z.string(), label: z.string(), ...Dated }));

/** Sources after the first as stored, each with publisher and date. */
export const MoreSources = z.array(
  z.object({
    publisher: z.string(),
    publishedOn: z.string(),
    publishedPrecision: Dated.precision,
    sourceTitle: z.string().nullable(),
    sourceUrl: z.string().nullable(),
    urlVerifiedAt: z.string().nullable(),
    archiveUrl: z.string().nullable().default(null),
  }),
);
