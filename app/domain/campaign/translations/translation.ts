import type { Locale } from "#app/i18n/index.ts";

/** Parts of a campaign, in the order of translation. */
export const translatedParts = ["page", "petition", "claims", "corrections", "notices", "meetings"] as const;
export type TranslatedPart = (typeof translatedParts)[number];

/** A text of a campaign in its original language. */
export type Original = {
  text: string;
  part: TranslatedPart;
  /** Its field, as the history names it. */
  field: string;
  /** For a claim its number, for a petition its version. */
  number: number | null;
  thing: "campaign" | "claim" | "petition" | "correction" | null;
  thingId: number | null;
  /** Everybody reads it now. */
  isPublic: boolean;
  /** Without it the language is incomplete. */
  isNeeded: boolean;
};

/** `older`: the original was edited after it was translated. */
export type TranslationState = "missing" | "older" | "draft" | "done";

export type TranslatedText = Original & {
  /** Identifies it in the form. */
  key: string;
  version: number;
  /** The public translation; null: there is none. */
  translation: string | null;
  draft: string | null;
  /** The draft still has an instruction of the template: it is not published. */
  isUnwritten: boolean;
  /** People may have signed the translation: a correction becomes another version of the petition. */
  isSigned: boolean;
  /** Part of a petition that people signed, in any language: a second person must approve it. */
  needsApproval: boolean;
  /** Part of the current petition. */
  isInForce: boolean;
  /** The author of the draft, as the audit names them. */
  draftedBy: string | null;
  /** The original before its last edit, with its translation. */
  older: { text: string; translation: string } | null;
  state: TranslationState;
};

export type Translating = {
  written: Locale;
  locale: Locale;
  texts: TranslatedText[];
  /** Chosen by organizers for the campaign. */
  isChosen: boolean;
  /** Offered on public pages. */
  isOffered: boolean;
  /** Everything public is translated. */
  isComplete: boolean;
};

/** True of a draft that one person publishes: no words of a petition that somebody has signed. */
export const isPublishable = ({ draft, isUnwritten, isSigned, needsApproval }: TranslatedText): boolean =>
  draft !== null && !isUnwritten && !isSigned && !needsApproval;

/** True for a draft of the petition in force that needs notes, an approval, or both. */
export const isOfPetition = ({
  draft,
  isUnwritten,
  isInForce,
  isSigned,
  needsApproval,
}: TranslatedText): boolean => draft !== null && !isUnwritten && isInForce && (isSigned || needsApproval);
