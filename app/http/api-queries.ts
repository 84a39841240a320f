import { z } from "zod";
import { publicMeasures } from "#app/domain/activity/measure.ts";
import { steps } from "#app/domain/activity/period.ts";
import { isZone } from "#app/domain/activity/span.server.ts";
import { isDay } from "#app/domain/base/day.ts";

const day = z.string().refine(isDay, "day-shape").meta({ format: "date" }).optional();

/** Parameters of a campaign's series. The API's document is made of these schemas. */
export const SeriesQuery = z.object({
  of: z.enum(publicMeasures, "of-unknown").default("signatures").describe("What is counted."),
  from: day.describe("Periods that begin on this day or later."),
  to: day.describe("Periods that end on this day or earlier."),
});

/** Parameters of the list of updates. */
export const UpdatesQuery = z.object({
  limit: z
    .string()
    .regex(/^([1-9]|[1-4]\d|50)$/, "limit-range")
    .transform(Number)
    .pipe(z.int().min(1).max(50))
    .default(20)
    .describe("Maximum number of updates."),
  after: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, "number-shape")
    .transform(Number)
    .pipe(z.int().min(1))
    .optional()
    .describe("The number of an update: returns those after it in this list."),
});

/** Parameters of the figures that a token reads. */
export const ActivityQuery = z.object({
  by: z.enum(steps, "by-unknown").default("day"),
  days: z
    .string()
    .regex(/^(\d{1,3}|all)$/, "days-length")
    .meta({ enum: ["1", "7", "28", "90", "all"] })
    .optional()
    .describe("1 or 7 by the hour; 7, 28, 90 or all by the day."),
  zone: z
    .string()
    .refine(isZone, "zone-unknown")
    .default("UTC")
    .describe("Time zone of hours and days, as in the tz database."),
});
