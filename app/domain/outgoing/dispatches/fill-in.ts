import { formatNumber, type Locale, words } from "#app/i18n/index.ts";
import { type DispatchFigures, placeholders } from "./dispatch.ts";

const placeholder = new RegExp(
  `\\{(${placeholders.join("|")})(?:\\|([^{}|]*)\\|([^{}|]*)(?:\\|([^{}|]*))?)?\\}`,
  "g",
);

/** Returns a text with only the words of its placeholders: a brace that is left would reach the company. */
export const withoutPlaceholders = (text: string) =>
  text.replace(placeholder, (_, _name, ...ways: unknown[]) =>
    ways
      .slice(0, 3)
      .filter((words) => typeof words === "string")
      .join(" "),
  );

export const hasUnknownBrace = (text: string) => /[{}]/.test(withoutPlaceholders(text));

/**
 * Fills the counts into an organizer's words for `{letters}`, `{names}`, `{signatures}` and `{holders}`, and
 * the word that goes with the count for `{letters|letter|letters}`. `{names|# name|# names|}` also has words,
 * here none, for a count of 0; `#` is the count.
 */
export const fillIn = (text: string, locale: Locale, figures: DispatchFigures): string =>
  text.replace(placeholder, (_, name: keyof DispatchFigures, one?: string, many?: string, none?: string) => {
    const count = figures[name];
    const written = count === null ? words(locale).letterPapers.dispatch.tooFew : formatNumber(locale, count);
    if (one === undefined || many === undefined) return written;
    if (none === undefined) return count === 1 ? one : many;
    return (count === 0 ? none : count === 1 ? one : many).replaceAll("#", () => written);
  });
