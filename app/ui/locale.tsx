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

/** Returns language and address of the page. */
export const usePlace = () => useContext(PlaceContext);

/** Returns the path of the campaign in the page's address; null where it has none. */
export const useCampaignPath = () => /^\/c\/[^/]+/.exec(useContext(PlaceContext).path)?.[0] ?? null;

export const useLocale = () => useContext(PlaceContext).locale;

export const useWords = () => words(useLocale());

/** Makes a path of the page's language from a plain one. */
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
