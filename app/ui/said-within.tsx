type SaidWithinProps = {
  /** The sentence around the words. */
  say: (words: string) => string;
  words: string;
  /** The language of the words, where it is not that of the page. */
  language: string | undefined;
};

/** No text of a campaign holds it. */
const place = "\u0000";

/** A sentence of the page around words of a campaign, which are marked where they are in another language. */
export function SaidWithin({ say, words, language }: SaidWithinProps) {
  if (language === undefined) return say(words);
  const [before, after] = say(place).split(place);
  return (
    <>
      {before}
      <span lang={language}>{words}</span>
      {after}
    </>
  );
}
