import { z } from "zod";
import { canonicalAddress, parseAddress } from "#app/domain/base/address.ts";
import { characters, cleanLine, containsCardOrSsn, hasStackedMarks, isBlank } from "#app/domain/base/text.ts";
import { countryCodes } from "#app/lib/countries.ts";

/** Characters of a name at most. */
const nameAtMost = 120;

/** Returns why a name (from cleanLine) is refused, or null. Forms and imported lists share this check. */
export function nameProblem(name: string) {
  if (isBlank(name)) return "name-missing";
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name)) return "name-one-line";
  if (characters(name) > nameAtMost) return "name-long";
  if (hasStackedMarks(name)) return "marks";
  if (containsCardOrSsn(name)) return "name-numbers";
  if (!/\p{L}/u.test(name)) return "name-letters";
  return null;
}

/** Adds what is wrong with a name to the issues of its form. */
export function checkName(name: string, issue: z.RefinementCtx) {
  const message = nameProblem(name);
  if (message !== null) issue.addIssue({ code: "custom", message });
}

const because = (message: string) => ({ message, abort: true });

/** The most any form asks of a person. Messages are codes of the catalogue's form errors. */
export const personFields = {
  name: z.string("name-missing").transform(cleanLine).superRefine(checkName),
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
    .refine(
      (code) => code === null || (characters(code) <= 16 && !/[\r\n\t]/.test(code)),
      because("postal-code-long"),
    )
    .refine((code) => code === null || !hasStackedMarks(code), because("marks"))
    .refine((code) => code === null || !containsCardOrSsn(code), "postal-code-numbers"),
};

/** The error code that best explains what is wrong with an address. */
function emailProblem(email: string): string {
  if (/[\s,;]/.test(email) || email.split("@").length > 2) return "email-one-only";
  if (!email.includes("@")) return "email-no-at";
  if (/@[^.@]+$/.test(email)) return "email-no-ending";
  return "email-not-one";
}

export const AddressForm = z.object({ email: personFields.email });
