import { useEffect } from "react";
import { useAnswerTitle } from "./answer-title.tsx";
import type { FieldMessage } from "./field.tsx";
import { useWords } from "./locale.tsx";

type ErrorSummaryProps = {
  /** What has not happened, and how many things need a change. */
  heading: string;
  /** In the order of the form; each links to the control with the field's name as id. */
  errors: readonly FieldMessage[];
};

/**
 * Lists what to change, at the top of a form that came back, with the focus. It says that nothing typed is
 * lost. The title says so first: on pages without scripts from the server, else put there where the browser
 * draws them.
 */
export function ErrorSummary({ heading, errors }: ErrorSummaryProps) {
  const { common } = useWords();
  const failed = errors.length > 0;
  useAnswerTitle(failed ? { failed } : {});
  useEffect(() => {
    if (!failed) return;
    const mark = `${common.error} `;
    if (!document.title.startsWith(mark)) document.title = mark + document.title;
    return () => {
      if (document.title.startsWith(mark)) document.title = document.title.slice(mark.length);
    };
  }, [failed, common.error]);
  if (errors.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: the page is the answer to what was sent, and this is what it says
    <div className="summary" role="alert" tabIndex={-1} autoFocus aria-labelledby="summary-heading">
      <h2 id="summary-heading">{heading}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            {field === "form" ? message : <a href={`#${field}`}>{message}</a>}
          </li>
        ))}
      </ul>
      <p>{common.summary.kept}</p>
    </div>
  );
}
