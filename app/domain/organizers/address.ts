import { z } from "zod";
import { parseAddress } from "../supporters/address.ts";
import { characters, cleanLine } from "../supporters/text.ts";

/**
 * An organizer's address as it is stored and compared: one plain address in lower case. Tags and dots
 * stay, because an account belongs to exactly the mailbox that was named. Null when it is none.
 */
export const organizerAddress = (input: string) => parseAddress(input)?.toLowerCase() ?? null;

const emailField = z
  .string("email-missing")
  .refine((email) => email.trim() !== "", { message: "email-missing", abort: true })
  .transform((email, issue) => {
    const address = organizerAddress(email);
    if (address !== null) return address;
    issue.addIssue({ code: "custom", message: "email-shape" });
    return z.NEVER;
  });

/** First step of signing in. */
export const AddressForm = z.object({ email: emailField });

/** What an invited person says of themselves. */
export const InvitationForm = z.object({
  name: z
    .string("name-missing")
    .transform(cleanLine)
    .refine((name) => name !== "", { message: "name-missing", abort: true })
    .refine((name) => characters(name) <= 120 && !/[\r\n\t]/.test(name), "name-long"),
  email: emailField,
});
