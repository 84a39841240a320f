import { createContext, type ReactNode, useContext } from "react";
import { type Locale, locales, localizedPath, words } from "#app/i18n/index.ts";

type Place = {
  locale: Locale;
  /** The page's path without its language. */
  path: string;
  /** The page belongs to the holder of its link. */
  isPersonal?: boolean;
  /** Other sites may show the page in a frame. */
  isEmbedded?: boolean;
};

const PlaceContext = createContext<Place>({ locale: "en", path: "/" });

export function LocaleProvider({ children, ...place }: Partial<Place> & { children: ReactNode }) {
  return (
    <PlaceContext.Provider value={{ locale: "en", path: "/", ...place }}>{children}</PlaceContext.Provider>
  );
}

/** Returns language and address of the page. */
export const usePlace = () => useContext(PlaceContext);

/** Returns the campaign's path in the page's address; null if there is none. */
export const useCampaignPath = () => /^\/c\/[^/]+/.exec(useContext(PlaceContext).path)?.[0] ?? null;

export const useLocale = () => useContext(PlaceContext).locale;

export const useWords = () => words(useLocale());

/** Returns how to make a path in the page's language. */
export function useLocalizedPath() {
  const locale = useLocale();
  return (path: string) => localizedPath(locale, path);
}

/** Lists this page in its other languages. */
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
