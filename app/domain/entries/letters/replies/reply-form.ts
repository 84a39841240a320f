import { z } from "zod";
import { noMergeField } from "#app/domain/base/form-fields.ts";
import { characters, cleanLine, cleanText, hasStackedMarks } from "#app/domain/base/text.ts";
import { hasInstruction } from "#app/lib/placeholders.ts";

/** What an organizer records about a reply. The messages are codes of `lettersPublic.replies.errors`. */
export const ReplyForm = z.object({
  dispatch: z.uuid("dispatch-missing"),
  received_on: z
    .string("day-missing")
    .regex(/^20\d\d-\d\d-\d\d$/, "day-missing")
    .refine((day) => !Number.isNaN(Date.parse(day)), "day-missing"),
  from_whom: z
    .string("from-missing")
    .transform(cleanLine)
    .pipe(
      z
        .string()
        .min(1, "from-missing")
        .refine((text) => characters(text) <= 200, { message: "from-long", abort: true })
        .refine((text) => !hasInstruction(text), "instruction")
        .refine((text) => !hasStackedMarks(text), "marks")
        .superRefine(noMergeField),
    ),
  /** In the company's words, whatever they are. */
  text: z
    .string("text-missing")
    .transform(cleanText)
    .pipe(
      z
        .string()
        .min(1, "text-missing")
        .refine((text) => characters(text) <= 20_000, { message: "text-long", abort: true })
        .refine((text) => !hasInstruction(text), "instruction")
        .refine((text) => !hasStackedMarks(text), "marks"),
    ),
});
export type ReplyForm = z.output<typeof ReplyForm>;
