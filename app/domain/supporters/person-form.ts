import { z } from "zod";
import { countryCodes } from "#app/lib/countries.ts";
import { canonicalAddress, parseAddress } from "./address.ts";
import { characters, cleanLine, holdsNumberNobodyShouldGive, isBlank } from "./text.ts";

/** What the product never asks more of a person than. Messages are codes of the catalogue's form errors. */
export const personFields = {
  name: z
    .string("name-missing")
    .transform(cleanLine)
    .refine((name) => !isBlank(name), "name-missing")
    .refine((name) => !/[\r\n\t\u2028\u2029]/.test(name), "name-one-line")
    .refine((name) => characters(name) <= 120, "name-long")
    .refine((name) => !holdsNumberNobodyShouldGive(name), "name-numbers"),
  email: z
    .string("email-missing")
    .refine((email) => email.trim() !== "", "email-missing")
    .transform((email, issue) => {
      const address = parseAddress(email);
      if (address !== null) return { address, canonical: canonicalAddress(address) };
      issue.addIssue({ code: "custom", message: emailProblem(email.trim()) });
      return z.NEVER;
    }),
  country: z.string("country-missing").refine((code) => countryCodes.includes(code), "country-missing"),
  postal_code: z
    .string()
    .optional()
    .transform((code) => cleanLine(code ?? "") || null)
    .refine((code) => code === null || (characters(code) <= 16 && !/[\r\n\t]/.test(code)), "postal-code-long")
    .refine((code) => code === null || !holdsNumberNobodyShouldGive(code), "postal-code-numbers"),
};

/** Which words help most with an address that is not one. */
function emailProblem(email: string): string {
  if (/[\s,;]/.test(email) || email.split("@").length > 2) return "email-one-only";
  if (!email.includes("@")) return "email-no-at";
  if (/@[^.]+$/.test(email)) return "email-no-ending";
  return "email-not-one";
}

/** A form that asks for an address alone. */
export const AddressForm = z.object({ email: personFields.email });
