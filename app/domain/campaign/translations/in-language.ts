import type { Campaign, Case, CasePicture, Claim, Petition } from "../campaign.ts";
import { textsOfPicture, withTexts } from "../claims/claim-picture.ts";

/** A campaign's translations, by original text. */
export type Translations = ReadonlyMap<string, string>;

/** Translations of petition versions people may have signed, by version; they never change. */
export type SignedWords = ReadonlyMap<number, { summary: string; body: string; translatedAt: Date }>;

/** A campaign in another language: its translations, and what people have signed in it. */
export type InLanguage = { known: Translations; signed: SignedWords; written: string };

type Texts<T> = { [Key in keyof T]?: string | null };

/** Translates all of `texts`; null where one has no translation, so that none is shown in part. */
export function whole<T extends Texts<T>>(known: Translations, texts: T): T | null {
  const entries = Object.entries<string | null | undefined>(texts).map(([key, text]) => [
    key,
    text == null || text === "" ? text : known.get(text),
  ]);
  const lacks = entries.some(([key, text]) => text === undefined && texts[key as keyof T] !== undefined);
  return lacks ? null : (Object.fromEntries(entries) as T);
}

/**
 * Translates a campaign. Its title, standfirst and petition are each wholly in that language or as written;
 * `language` is the title's where it differs from the page's.
 */
export function campaignIn(other: InLanguage, campaign: Campaign): Campaign {
  const { known, written } = other;
  const { title, eyebrow } = campaign;
  const head = whole(known, { title, eyebrow }) ?? { language: written };
  const standfirst = whole(known, { standfirst: campaign.standfirst }) ?? { standfirstLanguage: written };
  const petition = petitionIn(other, campaign.petition);
  const method = whole(known, { method: campaign.method }) ?? { methodLanguage: written };
  const care = whole(known, { care: campaign.care }) ?? { careLanguage: written };
  const picture = campaign.picture && pictureIn(other, campaign.picture);
  return { ...campaign, petition, picture, ...head, ...standfirst, ...method, ...care };
}

/**
 * A picture's words, all in the other language or all in the original. An uploaded picture has a description
 * in each language; its credit is a name.
 */
function pictureIn({ known, written }: InLanguage, picture: CasePicture): CasePicture {
  const { alt, credit, licence } = picture;
  if (picture.webp)
    return { ...picture, credit: known.get(credit) ?? credit, licence: known.get(licence) ?? licence };
  return { ...picture, ...(whole(known, { alt, credit, licence }) ?? { language: written }) };
}

/**
 * Returns the signed text, wholly in the other language or as written: once people may have signed it in that
 * language, as it was then.
 */
export function petitionIn({ known, signed, written }: InLanguage, petition: Petition): Petition {
  const { summary, body, version } = petition;
  const note = whole(known, { note: petition.note }) ?? { noteLanguage: written };
  return {
    ...petition,
    ...note,
    ...(signed.get(version) ?? whole(known, { summary, body }) ?? { language: written }),
  };
}

/** Translates the case, claim by claim. A company's own words stay as they are. */
export function caseIn(known: Translations, argument: Case, written: string): Case {
  const event = <L extends { label: string }>(one: L) => ({
    ...one,
    ...(whole(known, { label: one.label }) ?? { language: written }),
  });
  const line = <L extends { text: string }>(one: L) => ({
    ...one,
    ...(whole(known, { text: one.text }) ?? { language: written }),
  });
  return {
    claims: argument.claims.map((claim) => claimIn(known, claim, written)),
    timeline: argument.timeline.map(event),
    corrections: argument.corrections.map((one) => ({ ...line(one), earlier: one.earlier.map(line) })),
    checked: argument.checked,
  };
}

function claimIn(known: Translations, claim: Claim, written: string): Claim {
  const { text, attribution, limits, openQuestion, brief, publisher } = claim;
  const own = whole(known, { text, attribution, limits, openQuestion, brief });
  const isDrawn = textsOfPicture(claim.picture).every((one) => known.has(one));
  if (!own || !isDrawn) return { ...claim, language: written };
  return {
    ...claim,
    ...own,
    picture: claim.picture && withTexts(claim.picture, (one) => known.get(one) ?? one),
    publisher: publisher && (known.get(publisher) ?? publisher),
    moreSources: claim.moreSources.map((one) => ({
      ...one,
      publisher: known.get(one.publisher) ?? one.publisher,
    })),
    quotationLanguage: written,
    ...quotedIn([text, limits, openQuestion, brief], [own.text, own.limits, own.openQuestion, own.brief]),
  };
}

/** Quotations in both texts: a translation keeps the words of others unchanged. */
function quotedIn(written: readonly (string | null)[], texts: readonly (string | null)[]) {
  const quotes = (texts: readonly (string | null)[]): readonly string[] =>
    texts.join("\n").match(/“[^“”\n]+”/g) ?? [];
  const original = quotes(written);
  const quoted = quotes(texts).filter((one) => original.includes(one));
  return quoted.length > 0 ? { quoted } : {};
}
