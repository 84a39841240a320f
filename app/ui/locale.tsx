import { createContext, type ReactNode, useContext } from "react";
import { type Locale, locales, localizedPath, words } from "#app/i18n/index.ts";

type Place = {
  locale: Locale;
  /** The path of the page without its language. */
  path: string;
  /** Whether the page belongs to the person who holds its link. */
  isPersonal?: boolean;
  /** Whether other sites may show the page in a frame. */
  isEmbedded?: boolean;
};

const PlaceContext = createContext<Place>({ locale: "en", path: "/" });

export function LocaleProvider({ children, ...place }: Partial<Place> & { children: ReactNode }) {
  return (
    <PlaceContext.Provider value={{ locale: "en", path: "/", ...place }}>{children}</PlaceContext.Provider>
  );
}

/** The language and the address of the page. */
export const usePlace = () => useContext(PlaceContext);

/** The campaign that the page's address is of, by its own address; null where it is of none. */
export const useCampaignPath = () => /^\/c\/[^/]+/.exec(useContext(PlaceContext).path)?.[0] ?? null;

/** The language of the page. */
export const useLocale = () => useContext(PlaceContext).locale;

/** The words of the page's language. */
export const useWords = () => words(useLocale());

/** Makes a path of the page's language from a plain one. */
export function useLocalizedPath() {
  const locale = useLocale();
  return (path: string) => localizedPath(locale, path);
}

/** This page in every language it is not in. */
export function useOtherLanguages() {
  const { locale, path } = useContext(PlaceContext);
  return locales
    .filter((other) => other !== locale)
    .map((other) => ({
      locale: other,
      name: words(other).language.name,
      words: words(other).common.language,
      path: localizedPath(other, path),
      to: (plain: string) => localizedPath(other, plain),
    }));
}
