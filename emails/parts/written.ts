import { formatNumber, type Locale, type Words, words } from "#app/i18n/index.ts";
import type { Block, Fact } from "./letter.ts";
import { day, freshLink } from "./words.ts";

/** A letter in its writer's emails. Its words are only on their page. */
export type Written = {
  letter: {
    characters: number;
    tellsShares: boolean;
    display: "anonymous" | "initials" | "public";
    /** The recipient chosen by its writer; none: investor relations. */
    recipient?: string | null;
  };
  consents: { replyTo: boolean; updates: boolean };
};

/** Lists a letter's recipient, length, readers, consents and what we hold, as rows. */
export function writtenFacts(locale: Locale, { letter, consents }: Written, company: string): Fact[] {
  const w = words(locale).letterMail;
  return [
    { label: w.to, value: letter.recipient ? `${letter.recipient}, ${company}` : w.office(company) },
    { label: w.length, value: w.lengthOf(formatNumber(locale, letter.characters)) },
    { label: w.shares, value: letter.tellsShares ? w.statedShares : w.sharesUntold },
    { label: w.shownTo, value: w.displays[letter.display] },
    { label: w.agreedTo, value: w.agreed(consents, company) },
    { label: w.weHold, value: w.held },
  ];
}

/** When the campaign prepares dispatches. */
export type Rhythm = { rhythm: { everyDays: number; milestone: number | null } };

/** Names the dispatch of a letter that is not on hold. */
export function nextDispatch(locale: Locale, { rhythm: { everyDays, milestone } }: Rhythm): string {
  const { letter, letterMail } = words(locale);
  return letterMail.next(letter.rhythm(everyDays, milestone));
}

/** The writer's personal page, when its link expires, and the page that emails a new one. */
export type Personal = { personalUrl: string; personalUntil: Date; manageUrl: string };

/** Links to the personal page by what is left to do: `withdraw` while the letter is not sent. */
export function personalButton(
  locale: Locale,
  { personalUrl, personalUntil, manageUrl }: Personal,
  to: keyof Words["letterMail"]["personal"]["buttons"],
): Extract<Block, { kind: "button" }> {
  const w = words(locale).letterMail.personal;
  return {
    kind: "button",
    label: w.buttons[to],
    url: personalUrl,
    note: w.note(day(locale, personalUntil)),
    fresh: freshLink(locale, manageUrl),
  };
}
