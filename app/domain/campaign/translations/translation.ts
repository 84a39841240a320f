import type { Locale } from "#app/i18n/index.ts";

/** The parts of a campaign in the order in which they are translated. */
export const translatedParts = ["page", "petition", "claims", "corrections", "notices", "meetings"] as const;
export type TranslatedPart = (typeof translatedParts)[number];

/** A text of a campaign in the language it was written in. */
export type Original = {
  text: string;
  part: TranslatedPart;
  /** The field it is, as the history names it. */
  field: string;
  /** Of a claim its number, of a petition its version. */
  number: number | null;
  thing: "campaign" | "claim" | "petition" | "correction" | null;
  thingId: number | null;
  /** Everybody reads it now. */
  isPublic: boolean;
  /** A language is complete only with it. */
  isNeeded: boolean;
};

/** `older`: it was translated before it was edited. */
export type TranslationState = "missing" | "older" | "draft" | "done";

export type TranslatedText = Original & {
  /** Names it in the form. */
  key: string;
  version: number;
  /** What everybody reads in the other language; null: nothing. */
  translation: string | null;
  draft: string | null;
  /** The draft still has an instruction of the template: it is not published. */
  isUnwritten: boolean;
  /** People may have signed the translation: a better one is published as another version of the petition. */
  isSigned: boolean;
  /** It is of a petition that people signed, in any language: a second person approves it. */
  needsApproval: boolean;
  /** It is of the petition in force. */
  isInForce: boolean;
  /** Who wrote the draft, as the audit names them. */
  draftedBy: string | null;
  /** What it said before it was edited, with the translation of that. */
  older: { text: string; translation: string } | null;
  state: TranslationState;
};

export type Translating = {
  written: Locale;
  locale: Locale;
  texts: TranslatedText[];
  /** Organizers chose it among the campaign's languages. */
  isChosen: boolean;
  /** The public pages offer it. */
  isOffered: boolean;
  /** Nothing that everybody reads is missing in it. */
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
