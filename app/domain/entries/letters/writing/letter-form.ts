import { z } from "zod";
import { personFields } from "#app/domain/access/person-form.ts";
import { checkbox } from "#app/domain/base/form-fields.ts";
import {
  characters,
  cleanText,
  containsCardOrSsn,
  hasStackedMarks,
  holdsAccountNumber,
  isBlank,
  maxLetterLength,
} from "#app/domain/base/text.ts";
import { type LetterAnswers, letterRoles } from "#app/domain/entries/letters/letter.ts";
import { choice, sharesField } from "#app/domain/entries/pledges/pledge-form.ts";
import { displayField } from "#app/domain/entries/signatures/signature-form.ts";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";

const { name, email, country } = personFields;

/** A letter in plain text: lines end in LF, trimmed. */
const body = z
  .string("body-missing")
  .transform(cleanText)
  .refine((text) => !isBlank(text), { message: "body-missing", abort: true })
  .refine((text) => characters(text) <= maxLetterLength, { message: "body-long", abort: true })
  .refine((text) => !hasStackedMarks(text), "marks")
  .refine((text) => !containsCardOrSsn(text), "body-numbers")
  .refine((text) => !holdsAccountNumber(text), "body-account");

const content = {
  company: z.string().optional(),
  body,
  role: choice(letterRoles, "role-unknown"),
  shares: sharesField,
  say_shares: checkbox,
};

/** An answer to a prompt, to build the draft from. */
const answer = z
  .string()
  .optional()
  .transform((text) => cleanText(text ?? ""));

const writer = { name, country };

/** The public id of an open recipient; without one, the letter goes to the default. */
const recipient = z
  .string()
  .optional()
  .transform((id) => id?.trim() || undefined);

const agreed = {
  consent_letter: z.literal("on", "consent-letter-missing"),
  consent_deliver: z.literal("on", "consent-deliver-missing"),
  display: displayField,
  consent_reply_to: checkbox,
  consent_updates: checkbox,
};

/** What is needed to show a letter as it will be delivered. */
export const LetterPreview = z
  .object({ ...content, ...writer })
  .superRefine(tellsWhatItSays, { when: () => true });

/** The same for a known person. */
export const ProvenPreview = z.object(content).superRefine(tellsWhatItSays, { when: () => true });

/** Fields of `POST /c/:slug/letter`. `email_choice` answers whether the domain is a likely typo. */
export const LetterForm = z
  .object({ ...content, ...writer, recipient, email, ...agreed, email_choice: z.string().optional() })
  .superRefine(tellsWhatItSays, { when: () => true });

/** The letter form for a known writer. */
export const ProvenLetterForm = z
  .object({ ...content, recipient, ...agreed })
  .superRefine(tellsWhatItSays, { when: () => true });
type ProvenLetterForm = z.output<typeof ProvenLetterForm>;

export const LetterPrompts = z.object({
  company: content.company,
  role: content.role,
  who: answer,
  why: answer,
});

/** Fields that every page of the form passes on. */
export const letterFields = [
  ...new Set([...Object.keys(LetterForm.shape), ...Object.keys(LetterPrompts.shape)]),
];

type StatedShares = Pick<ProvenLetterForm, "shares" | "say_shares">;

function tellsWhatItSays({ shares, say_shares }: StatedShares, issue: z.RefinementCtx) {
  if (say_shares && shares === undefined)
    issue.addIssue({ code: "custom", path: ["shares"], message: "shares-untold" });
}

/** Returns a letter's shares: none unless its writer ticked to tell them. */
export const statedShares = ({ shares, say_shares }: StatedShares): string | null =>
  say_shares ? (shares ?? null) : null;

export const letterAnswersOf = (form: ProvenLetterForm): LetterAnswers => ({
  role: form.role ?? null,
  body: form.body,
  shares: statedShares(form),
  replyTo: form.consent_reply_to,
  display: form.display,
});

/** Lists the purposes a form agrees to. Choosing to be shown *is* the consent `public_name`. */
export function letterConsentsOf(form: ProvenLetterForm): ConsentPurpose[] {
  return [
    ...(["letter", "deliver_letter"] as const),
    ...(form.consent_reply_to ? (["reply_to"] as const) : []),
    ...(form.consent_updates ? (["updates"] as const) : []),
    ...(form.display !== "anonymous" ? (["public_name"] as const) : []),
  ];
}
