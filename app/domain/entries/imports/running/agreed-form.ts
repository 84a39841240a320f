import { z } from "zod";
import { isDay } from "#app/domain/base/day.ts";
import { characters, cleanLine, cleanText } from "#app/domain/base/text.ts";
import {
  maxConsentSourceLength,
  maxConsentTextLength,
  updatesChoices,
} from "#app/domain/entries/imports/import.ts";
import type { Agreed } from "./start-import.server.ts";

/** A day in the past, today at the latest. */
const pastDay = z
  .string("agreed-on")
  .trim()
  .refine(isDay, "agreed-on")
  .refine((day) => day <= new Date().toISOString().slice(0, 10), "agreed-on-future");

const fields = {
  consent_text: z
    .string("consent-text")
    .transform(cleanText)
    .refine((text) => text !== "", "consent-text")
    .refine((text) => characters(text) <= maxConsentTextLength, "consent-text-long"),
  consent_source: z
    .string("consent-source")
    .transform(cleanLine)
    .refine((text) => text !== "", "consent-source")
    .refine(
      (text) => characters(text) <= maxConsentSourceLength && !/[\r\n\t]/.test(text),
      "consent-source-long",
    ),
  agreed_on: pastDay,
  sure: z.literal("on", "sure"),
};

/** What the importer states that the people on a list agreed to. Required for every import. */
export const AgreedForm = z.object({ ...fields, updates_for: z.enum(updatesChoices, "updates-for") });

/** The same for paper sheets, without updates: nobody on them is emailed. */
export const PaperAgreedForm = z.object(fields);

export const agreedOf = (
  form: z.output<typeof PaperAgreedForm> & { updates_for?: Agreed["updatesFor"] },
): Agreed => ({
  consentText: form.consent_text,
  consentSource: form.consent_source,
  agreedOn: form.agreed_on,
  updatesFor: form.updates_for ?? "nobody",
});
