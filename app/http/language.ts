import type { Locale } from "../i18n/index.ts";

const prefix = /^\/es(?=\/|$)/;

/** Splits `/es/c/x` into its language and the path that routes know. */
export function splitLanguage(path: string): { locale: Locale; path: string } {
  if (!prefix.test(path)) return { locale: "en", path };
  return { locale: "es", path: path.replace(prefix, "") || "/" };
}
