import { formatNumber, type Locale, words } from "#app/i18n/index.ts";
import { type DispatchFigures, placeholders } from "./dispatch.ts";

const placeholder = new RegExp(`\\{(${placeholders.join("|")})\\}`, "g");

/** The words of an organizer with the counts in the place of `{letters}`, `{names}`, `{signatures}` and `{holders}`. */
export const fillIn = (text: string, locale: Locale, figures: DispatchFigures): string =>
  text.replace(placeholder, (_, name: keyof DispatchFigures) => {
    const count = figures[name];
    return count === null ? words(locale).letterPapers.dispatch.tooFew : formatNumber(locale, count);
  });
