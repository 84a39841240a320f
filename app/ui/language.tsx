import { createContext, type ReactNode, useContext } from "react";
import type { Locale } from "#app/i18n/index.ts";
import { useOtherLanguages } from "./locale.tsx";

/** Why a form is shown again: with corrections to make, or as typed; null on a page anyone may open. */
export type CameBack = "corrected" | "as-typed" | null;

const CameBackContext = createContext<CameBack>(null);
const OfferedContext = createContext<readonly Locale[] | undefined>(undefined);

/** Tells how this page's form came back; null if not. */
export const useCameBack = () => useContext(CameBackContext);

type LanguagesProps = {
  cameBack: CameBack;
  /** The languages in which nothing of the page's campaign is missing; none given: all there are. */
  offered: readonly Locale[] | undefined;
  children: ReactNode;
};

/** Provides a page's languages to `LanguageLinks` and `FormInOtherLanguages`. */
export function LanguagesProvider({ cameBack, offered, children }: LanguagesProps) {
  return (
    <OfferedContext.Provider value={offered}>
      <CameBackContext.Provider value={cameBack}>{children}</CameBackContext.Provider>
    </OfferedContext.Provider>
  );
}

function useOfferedLanguages() {
  const offered = useContext(OfferedContext);
  return useOtherLanguages().filter(({ locale }) => offered === undefined || offered.includes(locale));
}

/** The place of the button that brings a form back in another language. */
const place = (locale: string) => `in-${locale}`;

/**
 * Links this page in the other languages, each named in itself. On a form that came back a link would lose
 * what was typed: it leads to the button of `FormInOtherLanguages`. On a page that nothing was sent from yet
 * `/language.js` presses that button where a field was filled in; without JavaScript it is under the form.
 */
export function LanguageLinks() {
  const cameBack = useCameBack();
  return useOfferedLanguages().map(({ locale, name, words, path }) => (
    <li key={locale} className="language">
      {cameBack ? (
        <a href={`#${place(locale)}`} lang={locale} aria-label={words.keepTyped}>
          {name}
        </a>
      ) : (
        <a href={path} lang={locale} hrefLang={locale} aria-label={words.other}>
          {name}
        </a>
      )}
    </li>
  ));
}

type FormInOtherLanguagesProps = {
  /** Where the form goes, without language. */
  action: string;
  /** Also under a form that nothing was sent from yet: one that takes more than a moment to fill in. */
  always?: boolean;
  /** True where another form of the page came back, and not this one. */
  unsent?: boolean;
};

/**
 * Ends a form with a button for the same form in another language, with all that is typed. Nothing is checked
 * by the browser and nothing is done. It is a quiet line, as its link in the head is, so that nobody takes it
 * for the form's own.
 */
export function FormInOtherLanguages({ action, always = false, unsent = false }: FormInOtherLanguagesProps) {
  const pageCameBack = useCameBack();
  const others = useOfferedLanguages();
  const cameBack = unsent ? null : pageCameBack;
  if (!cameBack && !always) return null;
  return others.map(({ locale, words, to }) => (
    <p key={locale} className="in-other">
      <button
        type="submit"
        id={cameBack ? place(locale) : undefined}
        className="quiet"
        formAction={`${to(action)}?again=${cameBack ?? "as-typed"}`}
        formNoValidate
        lang={locale}
      >
        {words.keepTyped}
      </button>
    </p>
  ));
}

/**
 * Asks once, where the reader's browser prefers another language of the page, whether to go there.
 * `/language.js` shows it and remembers that in the browser; nothing is sent. It lies over the page, which
 * does not move.
 */
function LanguageOffer() {
  return useOfferedLanguages().map(({ locale, words, path }) => (
    <p key={locale} className="offer language" lang={locale} hidden>
      <a href={path} lang={locale} hrefLang={locale}>
        {words.offer}
      </a>
      <button type="button">{words.noThanks}</button>
    </p>
  ));
}

/** Lets links to other languages take along what is typed, and offers the reader's language. Once a page. */
export function LanguageScript() {
  return (
    <>
      {useCameBack() === null && <LanguageOffer />}
      <script src="/language.js" type="module" />
    </>
  );
}
