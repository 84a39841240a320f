import type { ReactNode } from "react";
import { DefinitionList } from "./definition-list.tsx";
import { HiddenFields } from "./hidden-fields.tsx";
import { FormInOtherLanguages, useCameBack } from "./language.tsx";
import { useWords } from "./locale.tsx";
import type { TypedValues } from "./sign-form.tsx";

type KeptWordsProps = {
  /** The form's address, without language. */
  action: string;
  values: TypedValues;
  /** What is shown of it; empty fields are left out. */
  items: readonly { term: string; detail: ReactNode }[];
};

/**
 * Shows what was typed into a form that cannot be taken now, to copy. Other languages keep it. Nothing is
 * shown if nothing was sent.
 */
export function KeptWords({ action, values, items }: KeptWordsProps) {
  const { summary } = useWords().common;
  if (!useCameBack()) return null;
  const written = items.filter(({ detail }) => detail);
  return (
    <>
      {written.length > 0 && (
        <section>
          <h2 className="kept-words">{summary.typed}</h2>
          <DefinitionList items={written} />
        </section>
      )}
      <form method="post">
        <HiddenFields values={values} />
        <FormInOtherLanguages action={action} />
      </form>
    </>
  );
}
