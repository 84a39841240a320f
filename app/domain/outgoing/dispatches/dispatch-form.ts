import { z } from "zod";
import { noMergeField } from "#app/domain/base/form-fields.ts";
import { characters, cleanLine, cleanText, hasStackedMarks, isBlank } from "#app/domain/base/text.ts";
import { type DispatchContent, maxDispatchBodyLength, maxDispatchSubjectLength } from "./dispatch.ts";
import { hasUnknownBrace, withoutPlaceholders } from "./fill-in.ts";

/** Fields of a draft: `version` (the one the edit began on), `recipient subject body with_names`. */
export const DispatchForm = z.object({
  version: z.coerce.number("version-missing").int("version-missing").min(1, "version-missing"),
  recipient: z.uuid("recipient-missing"),
  subject: z
    .string("subject-missing")
    .transform(cleanLine)
    .refine((subject) => !isBlank(subject), { message: "subject-missing", abort: true })
    .refine((subject) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(subject), { message: "subject-line", abort: true })
    .refine((subject) => characters(subject) <= maxDispatchSubjectLength, {
      message: "subject-long",
      abort: true,
    })
    .refine((subject) => !hasStackedMarks(subject), "marks")
    .superRefine((subject, issue) => noMergeField(withoutPlaceholders(subject), issue))
    .refine((subject) => !hasUnknownBrace(subject), "subject-braces"),
  body: z
    .string("body-missing")
    .transform(cleanText)
    .refine((body) => !isBlank(body), { message: "body-missing", abort: true })
    .refine((body) => characters(body) <= maxDispatchBodyLength, { message: "body-long", abort: true })
    .refine((body) => !hasStackedMarks(body), "marks")
    .superRefine((body, issue) => noMergeField(withoutPlaceholders(body), issue))
    .refine((body) => !hasUnknownBrace(body), "body-braces"),
  with_names: z
    .literal("on", "names-unknown")
    .optional()
    .transform((box) => box === "on"),
});

export const dispatchContentOf = ({
  recipient,
  subject,
  body,
  with_names,
}: z.output<typeof DispatchForm>): DispatchContent => ({
  recipientPublicId: recipient,
  subject,
  body,
  withNames: with_names,
});
