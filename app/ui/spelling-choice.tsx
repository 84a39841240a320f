import type { ReactNode } from "react";
import { useAnswerTitle } from "./answer-title.tsx";
import { Button } from "./button.tsx";
import { HiddenFields } from "./hidden-fields.tsx";
import { FormInOtherLanguages, LanguagesProvider } from "./language.tsx";
import { useLocalizedPath, useWords } from "./locale.tsx";
import type { TypedValues } from "./sign-form.tsx";

type SpellingChoiceProps = {
  /** The address as typed, and as it was probably meant. */
  suggestion: { typed: string; meant: string };
  /** The form's address, without language. */
  action: string;
  values?: TypedValues;
  /** The whole form, for people who mean neither. */
  children: ReactNode;
};

/**
 * Asks once which of two spellings of an address is right. Each is a button that posts all that was typed
 * with `email_choice`; the whole form follows for people who mean neither.
 */
export function SpellingChoice({
  suggestion: { typed, meant },
  action,
  values = {},
  children,
}: SpellingChoiceProps) {
  const { suggestion } = useWords().sign.form;
  const to = useLocalizedPath();
  useAnswerTitle({ says: suggestion.heading });
  return (
    <>
      <form className="spelling" action={to(action)} method="post" aria-labelledby="spelling-heading">
        <h2 id="spelling-heading">{suggestion.heading}</h2>
        <p>{suggestion.text(typed)}</p>
        <HiddenFields values={values} except={["email_choice"]} />
        <Button variant="act" name="email_choice" value={meant}>
          {suggestion.use(meant)}
        </Button>
        <Button name="email_choice" value={typed}>
          {suggestion.keep(typed)}
        </Button>
        <FormInOtherLanguages action={action} />
      </form>
      <details className="neither">
        <summary>{suggestion.other}</summary>
        <LanguagesProvider cameBack={null} offered={[]}>
          {children}
        </LanguagesProvider>
      </details>
    </>
  );
}
