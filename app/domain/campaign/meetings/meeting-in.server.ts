import { readTranslations } from "#app/domain/campaign/translations/translations.server.ts";
import type { DbOrTx } from "#db/index.ts";
import type { Meeting } from "./meeting.ts";

/** Translates a campaign's texts into one language. */
export type Translator = {
  /** The translation, or the original if there is none. */
  say: (text: string) => string;
  /** The language of the result of `say`, if other than requested. */
  languageOf: (text: string) => string | undefined;
};

/** Says a campaign's texts in `locale`, or as written where it is not known in it. */
export async function translatorFor(
  db: DbOrTx,
  campaignId: number,
  locale: string | undefined,
): Promise<Translator> {
  const other = locale ? await readTranslations(db, campaignId, locale) : null;
  return {
    say: (text) => other?.known.get(text) ?? text,
    languageOf: (text) => (other && !other.known.has(text) ? other.written : undefined),
  };
}

/** Translates a meeting, its proposals and their reported results. */
export const meetingIn = <M extends Pick<Meeting, "items">>(
  { say, languageOf }: Translator,
  meeting: M,
): M => ({
  ...meeting,
  items: meeting.items.map((item) => ({
    ...item,
    title: say(item.title),
    titleLanguage: languageOf(item.title),
    ...(item.reportedResult !== null && {
      reportedResult: say(item.reportedResult),
      reportedLanguage: languageOf(item.reportedResult),
    }),
  })),
});
