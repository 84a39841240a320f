import { z } from "zod";
import { isDay } from "#app/domain/base/day.ts";
import { cleanLine, hasStackedMarks } from "#app/domain/base/text.ts";

/** Fields of `intent=hand-over`: when and to whom a pack was handed over. UTC, as shown in the console. */
export const HandOverForm = z.object({
  day: z.string("day-shape").refine(isDay, "day-shape"),
  time: z.string("time-shape").regex(/^([01]\d|2[0-3]):[0-5]\d$/, "time-shape"),
  to: z
    .string("to-missing")
    .transform((text) => cleanLine(text).replace(/\s+/g, " "))
    .refine((text) => text.length > 0, "to-missing")
    .refine((text) => [...text].length <= 300, { message: "to-long", abort: true })
    .refine((text) => !hasStackedMarks(text), "marks"),
});
