import { createContext, type ReactNode, useContext } from "react";
import { type Locale, localizedPath, words } from "#app/i18n/index.ts";

const LocaleContext = createContext<Locale>("en");

export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>;
}

/** The language of the page. */
export const useLocale = () => useContext(LocaleContext);

/** The words of the page's language. */
export const useWords = () => words(useLocale());

/** Makes a path of the page's language from a plain one. */
export function useLocalizedPath() {
  const locale = useLocale();
  return (path: string) => localizedPath(locale, path);
}
