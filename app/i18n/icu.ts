import { IntlMessageFormat } from "intl-messageformat";

/** What a message is told, by the names that are in it. */
type Values = Record<string, string | number>;

/**
 * Says ICU messages in one language: `icu("{count, plural, one {# letter} other {# letters}}", { count })`. A
 * message is parsed when it is first said, and its plurals and numbers are those of the language's tag (BCP
 * 47).
 */
export function icuIn(tag: string) {
  const parsed = new Map<string, IntlMessageFormat>();
  return (message: string, values: Values): string => {
    const known = parsed.get(message) ?? new IntlMessageFormat(message, tag, undefined, { ignoreTag: true });
    parsed.set(message, known);
    return String(known.format(values));
  };
}
