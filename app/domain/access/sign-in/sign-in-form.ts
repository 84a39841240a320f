import { z } from "zod";
import { organizerAddress } from "#app/domain/access/address.ts";
import { checkName } from "#app/domain/access/person-form.ts";
import { cleanLine } from "#app/domain/base/text.ts";

const emailField = z
  .string("email-missing")
  .refine((email) => email.trim() !== "", { message: "email-missing", abort: true })
  .transform((email, issue) => {
    const address = organizerAddress(email);
    if (address !== null) return address;
    issue.addIssue({ code: "custom", message: "email-shape" });
    return z.NEVER;
  });

export const SignInAddressForm = z.object({ email: emailField });

export const InvitationForm = z.object({
  name: z.string("name-missing").transform(cleanLine).superRefine(checkName),
  email: emailField,
});

/** People type the six digits with spaces or a hyphen between. */
export const CodeForm = z.object({
  code: z
    .string("code-missing")
    .transform((code) => code.replace(/[\s-]/g, ""))
    .refine((code) => code !== "", { message: "code-missing", abort: true })
    .refine((code) => /^\d{6}$/.test(code), "code-shape"),
});
