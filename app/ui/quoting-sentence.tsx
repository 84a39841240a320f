import { locales, words as wordsOf } from "#app/i18n/index.ts";
import { InLanguage } from "./in-language.tsx";
import { useWords } from "./locale.tsx";

type QuotingSentenceProps = {
  /** The sentence around the words. */
  say: (words: string) => string;
  words: string;
  /** The words' language, if it is not the page's. */
  language: string | undefined;
};

/** A placeholder that no campaign's text contains. */
const place = "\u0000";

/** The direction of a language, if it is not the page's. */
function useOtherDirection(language: string | undefined) {
  const here = useWords().language.direction;
  const known = locales.find((one) => one === language);
  const direction = known && wordsOf(known).language.direction;
  return direction === here ? undefined : direction;
}

/**
 * Puts a campaign's words into a sentence of the page. Words in another language are marked, and the language
 * is named after the sentence.
 */
export function QuotingSentence({ say, words, language }: QuotingSentenceProps) {
  const direction = useOtherDirection(language);
  if (language === undefined) return say(words);
  const [before, after] = say(place).split(place);
  return (
    <>
      {before}
      <span lang={language} dir={direction}>
        {words}
      </span>
      {after} <InLanguage language={language} />
    </>
  );
}
