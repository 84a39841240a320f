import { DoneNote } from "#app/ui/console/done-note.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { type FormState, messagesOf } from "./form-state.ts";

type FormOutcomeProps = {
  /** What was just done. */
  done?: string | null | undefined;
  /** Why it was not. */
  refused?: string | null | undefined;
  /** The form of the page, when it came back. */
  form?: FormState | undefined;
};

/** Says what the last button did or refused: at the top, where a page that came back begins. */
export function FormOutcome({ done, refused, form }: FormOutcomeProps) {
  const { errors, summary } = useWords().meetings;
  return (
    <>
      <DoneNote done={done} refused={refused} />
      {form && <ErrorSummary heading={summary} errors={messagesOf(form, errors)} />}
    </>
  );
}
