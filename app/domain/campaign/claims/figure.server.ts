import { z } from "zod";
import * as campaign from "#app/domain/campaign/campaign.ts";

const Point = z.object({
  on: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  value: z.number().positive(),
  qualifier: z.enum(campaign.figureQualifiers),
});

/** The claim's chart as stored: two months or more, in order. */
export const StoredFigure = z.object({
  unit: z.enum(campaign.figureUnits),
  points: z
    .tuple([Point, Point], Point)
    .refine(
      (points) => points.every((point, i) => point.on > (points[i - 1]?.on ?? "")),
      "months out of order",
    ),
}) satisfies z.ZodType<campaign.ClaimFigure>;

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
  }),
);
