import { z } from "zod";
import { parseAddress } from "#app/domain/base/address.ts";
import { isDay } from "#app/domain/base/day.ts";
import { noMergeField } from "#app/domain/base/form-fields.ts";
import { characters, cleanLine, cleanText, hasStackedMarks, isBlank } from "#app/domain/base/text.ts";
import {
  perDayAtMost,
  postalAddressAtMost,
  recipientNameAtMost,
  verifiedByAtMost,
  verifiedWhereAtMost,
} from "./recipient.ts";

/** A problem of one field; only the first is reported. */
const because = (message: string) => ({ message, abort: true });

const lineOf = (code: string, atMost: number) =>
  z
    .string(`${code}-missing`)
    .transform(cleanLine)
    .refine((line) => !isBlank(line), because(`${code}-missing`))
    .refine((line) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(line), because(`${code}-line`))
    .refine((line) => characters(line) <= atMost, because(`${code}-long`))
    .refine((line) => !hasStackedMarks(line), because("marks"))
    .superRefine(noMergeField);

/** What an organizer enters about a recipient. */
export type RecipientValues = { name: string; email: string; postalAddress: string | null; perDay: number };

/** `seen`: `markOfAddress` when the edit began. */
export const RecipientForm = z.object({
  name: lineOf("name", recipientNameAtMost).describe("the name"),
  email: z
    .string("email-missing")
    .refine((email) => email.trim() !== "", because("email-missing"))
    .transform((email, issue) => {
      const address = parseAddress(email)?.toLowerCase();
      // Only addresses that every SMTP server takes as they are.
      if (address !== undefined && /^[\x21-\x7e]+$/.test(address)) return address;
      issue.addIssue({ code: "custom", message: "email-shape" });
      return z.NEVER;
    })
    .meta({ hint: "E", description: "the email address" }),
  postal_address: z
    .string()
    .optional()
    .transform((address) => cleanText(address ?? "") || null)
    .refine(
      (address) => address === null || characters(address) <= postalAddressAtMost,
      because("postal-long"),
    )
    .refine((address) => address === null || !hasStackedMarks(address), "marks")
    .superRefine(noMergeField)
    .describe("the postal address"),
  per_day: z
    .string("per-day-missing")
    .trim()
    .refine((digits) => /^\d{1,3}$/.test(digits), because("per-day-range"))
    .transform(Number)
    .refine((perDay) => perDay >= 1 && perDay <= perDayAtMost, "per-day-range")
    .meta({ hint: "N", description: "the most emails a day" }),
  seen: z.string().max(100).optional(),
});

/** Reads a recipient from a form. */
export const recipientOfForm = (form: z.output<typeof RecipientForm>): RecipientValues => ({
  name: form.name,
  email: form.email,
  postalAddress: form.postal_address,
  perDay: form.per_day,
});

/** Parses who looked an address up, on which day, where. `seen`: the mark of the address on the page. */
export const verifyForm = (now: Date) =>
  z.object({
    verified_by: lineOf("verified-by", verifiedByAtMost).meta({
      option: "by",
      hint: "WHO",
      description: "who checked it",
    }),
    verified_on: z
      .string("verified-on-missing")
      .trim()
      .refine((day) => day !== "", because("verified-on-missing"))
      .refine(isDay, because("day-shape"))
      .refine((day) => new Date(`${day}T00:00:00Z`) <= now, "verified-on-future")
      .meta({ option: "on", hint: "DAY", description: "when" }),
    verified_where: lineOf("verified-where", verifiedWhereAtMost).meta({
      option: "where",
      description: "where it is published",
    }),
    seen: z.string("unreadable").max(100),
  });
