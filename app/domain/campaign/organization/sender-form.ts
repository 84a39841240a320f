import { z } from "zod";
import { parseAddress } from "#app/domain/base/address.ts";
import { textField, versionField } from "#app/domain/campaign/forms/words-form.ts";
import { atMost } from "#app/domain/campaign/wording.ts";

/** One plain email address, null when empty. */
const addressField = z
  .string()
  .optional()
  .transform((text) => text?.trim() || null)
  .refine((text) => text === null || parseAddress(text) === text, { message: "not-an-address", abort: true });

/** The sender of a campaign's emails. */
export const SenderForm = z.object({
  version: versionField,
  sender_name: textField("sender-name", atMost.senderName).refine(
    (text) => text === null || !/[<>@"\\]/.test(text),
    { message: "sender-name-shape", abort: true },
  ),
  sender_address: addressField,
  reply_to: addressField,
});

/** A campaign's organization details. Empty: not given. */
export const OrganizationForm = z.object({
  version: versionField,
  operator: z.string().max(2000).optional(),
  postal_address: z.string().max(2000).optional(),
  contact_email: z.string().max(2000).optional(),
  privacy_contact: z.string().max(2000).optional(),
  funding_line: z.string().max(2000).optional(),
});
