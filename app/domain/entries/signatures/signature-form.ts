import { z } from "zod";
import { personFields } from "#app/domain/access/person-form.ts";
import { checkbox } from "#app/domain/base/form-fields.ts";
import { characters, cleanText, containsCardOrSsn, hasStackedMarks } from "#app/domain/base/text.ts";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import { maxCommentLength, signatureDisplays } from "./signature.ts";

export const commentField = z
  .string()
  .optional()
  .transform((comment) => cleanText(comment ?? "") || null)
  .refine((comment) => comment === null || characters(comment) <= maxCommentLength, {
    message: "comment-long",
    abort: true,
  })
  .refine((comment) => comment === null || !hasStackedMarks(comment), "marks")
  .refine((comment) => comment === null || !containsCardOrSsn(comment), "comment-numbers");

export const displayField = z
  .enum(signatureDisplays, "display-unknown")
  .optional()
  .transform((display) => display ?? "anonymous");

/** Companies that may have the name: `on` for the first, or slugs. See `companiesTicked`. */
export const deliverField = z
  .array(z.string())
  .default([])
  .refine((boxes) => new Set(boxes).size === boxes.length, "given-twice");

/** Fields that may be given more than once. */
export const signatureRepeatable = ["consent_deliver"];

/** Fields of `POST /c/:slug/sign`. `email_choice` answers whether the domain is a likely typo. */
export const SignatureForm = z.object({
  ...personFields,
  consent_sign: z.literal("on", "consent-missing"),
  comment: commentField,
  display: displayField,
  source: z.string().optional(),
  consent_updates: checkbox,
  consent_deliver: deliverField,
  email_choice: z.string().optional(),
  /** At raised risk: the requested proof of work, or `on` from those who continue without it. */
  proof: z.string().max(4000).optional().catch(undefined),
  without_proof: checkbox,
  /** Honeypot: hidden from people, filled by programs that fill every field. */
  subject: z.string().max(1000).optional().catch("filled"),
});
export type SignatureForm = z.output<typeof SignatureForm>;

/** Lists the purposes a form agrees to. Choosing to be shown *is* the consent `public_name`. */
export function consentsOf(
  form: Pick<SignatureForm, "display" | "consent_updates" | "consent_deliver">,
): ConsentPurpose[] {
  const purposes: ConsentPurpose[] = ["sign"];
  if (form.consent_updates) purposes.push("updates");
  if (form.consent_deliver.length > 0) purposes.push("deliver_to_company");
  if (form.display !== "anonymous") purposes.push("public_name");
  return purposes;
}
