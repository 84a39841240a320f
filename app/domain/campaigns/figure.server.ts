import { z } from "zod";
import type * as campaign from "./campaign.ts";

const Point = z.object({
  on: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  value: z.number().positive(),
  qualifier: z.enum(["exactly", "about", "nearly", "more than"]),
});

/** The values drawn from a claim, as the claim's row holds them: two months or more, in the order of time. */
export const Figure = z.object({
  unit: z.literal("terabyte"),
  points: z
    .tuple([Point, Point], Point)
    .refine(
      (points) => points.every((point, i) => point.on > (points[i - 1]?.on ?? "")),
      "months out of order",
    ),
}) satisfies z.ZodType<campaign.Figure>;
