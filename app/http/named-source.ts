import { locales, words } from "#app/i18n/index.ts";

/** The placeholder in the embed code, which sites replace by their own name. */
const unnamed = new Set(locales.map((locale) => words(locale).embed.sourceField.toLowerCase()));

/** Returns a visit's source, or null if it is no plain word or the placeholder. */
export const namedSource = (name: string | null | undefined): string | null =>
  name && /^[A-Za-z0-9._-]{1,64}$/.test(name) && !unnamed.has(name.toLowerCase()) ? name : null;
