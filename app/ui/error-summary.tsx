import { useEffect } from "react";
import { useAnswerTitle } from "./answer-title.tsx";
import type { FieldMessage } from "./field.tsx";
import { useWords } from "./locale.tsx";

type ErrorSummaryProps = {
  /** What has not happened, and how many things to change. */
  heading: string;
  /** In the order of the form; each links to the control whose id is the field's name. */
  errors: readonly FieldMessage[];
};

/**
 * Lists what to change, at the top of a returned form, with the focus. Says that nothing typed is lost. So
 * does the start of the title: without scripts the server puts it there, else the browser.
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
