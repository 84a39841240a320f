import { z } from "zod";
import { neededField, textField, versionField } from "#app/domain/campaign/forms/words-form.ts";
import { type Locale, locales } from "#app/i18n/index.ts";
import type { StoredPicture } from "#db/schema/index.ts";
import type { DeclaredPeople } from "./picture.ts";

/** Characters of each field. */
export const maxPictureTextLength = { alt: 300, credit: 120, licence: 120, consentKept: 200 } as const;

const inEach = <T>(make: () => T) =>
  Object.fromEntries(locales.map((locale) => [`alt_${locale}`, make()])) as Record<`alt_${Locale}`, T>;

/** What a picture shows in each language, its author, its license, and who is on it. */
export const PictureForm = z
  .object({
    version: versionField,
    ...inEach(() => neededField("alt", maxPictureTextLength.alt)),
    credit: neededField("credit", maxPictureTextLength.credit),
    licence: neededField("licence", maxPictureTextLength.licence),
    people: z.enum(["none", "consented"], "people-missing"),
    consent_kept: textField("consent-kept", maxPictureTextLength.consentKept),
  })
  .superRefine((form, issue) => {
    if (form.people === "consented" && form.consent_kept === null)
      issue.addIssue({ code: "custom", path: ["consent_kept"], message: "consent-kept-missing" });
  });

export type PictureTexts = {
  alts: Record<Locale, string>;
  credit: string;
  licence: string;
  people: DeclaredPeople;
};

export function pictureWordsOf(form: z.output<typeof PictureForm>): PictureTexts {
  const { credit, licence, people, consent_kept: keptAt } = form;
  const alts = Object.fromEntries(locales.map((locale) => [locale, form[`alt_${locale}`]]));
  const declared = people === "consented" ? { people, keptAt: keptAt ?? "" } : { people: "none" as const };
  return { alts: alts as Record<Locale, string>, credit, licence, people: declared };
}

export function fieldsOfPicture(stored: StoredPicture | null, people: DeclaredPeople | null) {
  const alts = stored && "alts" in stored ? stored.alts : {};
  return {
    ...Object.fromEntries(locales.map((locale) => [`alt_${locale}`, alts[locale] ?? ""])),
    credit: stored?.credit ?? "",
    licence: stored?.licence ?? "",
    people: people?.people ?? "",
    consent_kept: people?.people === "consented" ? people.keptAt : "",
  };
}
