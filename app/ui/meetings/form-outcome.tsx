import { DoneNote } from "#app/ui/console/done-note.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { type FormState, messagesOf } from "../form-state.ts";

type FormOutcomeProps = {
  /** What was just done. */
  done?: string | null | undefined;
  /** Why it failed. */
  refused?: string | null | undefined;
  /** The page's form, if it was returned. */
  form?: FormState | undefined;
};

/** Says what the last button did or why it failed: at the top, where a reloaded page starts. */
export function FormOutcome({ done, refused, form }: FormOutcomeProps) {
  const { errors, summary } = useWords().meetings;
  return (
    <>
      <DoneNote done={done} refused={refused} />
      {form && <ErrorSummary heading={summary} errors={messagesOf(form, errors)} />}
    </>
  );
}
