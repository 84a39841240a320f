import { createContext, type ReactNode, useContext } from "react";
import type { Locale } from "#app/i18n/index.ts";
import { useOtherLanguages } from "./locale.tsx";

/** Why a form is shown again: with errors, or as typed; null on a page opened normally. */
export type CameBack = "corrected" | "as-typed" | null;

const CameBackContext = createContext<CameBack>(null);
const OfferedContext = createContext<readonly Locale[] | undefined>(undefined);

/** Tells how this page's form came back; null if not. */
export const useCameBack = () => useContext(CameBackContext);

type LanguagesProps = {
  cameBack: CameBack;
  /** Languages in which the page's campaign is complete; undefined: all. */
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

/** Id of the button that reloads a form in another language. */
const place = (locale: string) => `in-${locale}`;

/**
 * Links this page in the other languages, each named in itself. On a returned form, a link would lose what
 * was typed, so it leads to the button of `FormInOtherLanguages`. On a page from which nothing was sent yet,
 * `/language.js` presses that button if a field was filled in; without JavaScript it is under the form.
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
  /** The form's address, without language. */
  action: string;
  /** Also under a form not sent yet, if filling it in takes more than a moment. */
  always?: boolean;
  /** The page's other form was returned, not this one. */
  unsent?: boolean;
};

/**
 * Ends a form with a button for the same form in another language, with all that is typed. The browser checks
 * nothing and nothing is stored. It is styled as an inconspicuous line, so that nobody takes it for the
 * form's button.
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
 * Asks once whether to switch if the reader's browser prefers another language of the page. `/language.js`
 * shows it and remembers that in the browser; nothing is sent. It overlays the page, so nothing moves.
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

/**
 * Loads the script that keeps typed text in other languages and offers the reader's language. Once a page.
 */
export function LanguageScript() {
  return (
    <>
      {useCameBack() === null && <LanguageOffer />}
      <script src="/language.js" type="module" />
    </>
  );
}
