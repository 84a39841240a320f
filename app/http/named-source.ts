import { locales, words } from "#app/i18n/index.ts";

/** The placeholder in the lines to copy: sites that embed put a name of their own there. */
const unnamed = new Set(locales.map((locale) => words(locale).embed.sourceField.toLowerCase()));

/** Returns the source named for a visit, or null where it is no plain word or names nobody. */
export const namedSource = (name: string | null | undefined): string | null =>
  name && /^[A-Za-z0-9._-]{1,64}$/.test(name) && !unnamed.has(name.toLowerCase()) ? name : null;
