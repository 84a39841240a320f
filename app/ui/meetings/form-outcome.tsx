import type { CompanyEditing } from "#app/domain/campaign/meetings/company-editing.ts";
import { DoneNote } from "#app/ui/console/done-note.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { type FormState, messagesOf } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";

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

/** Says, instead of a form, why the reader cannot change these values, and who can. */
export function KeepNote({ keeping }: { keeping: Exclude<CompanyEditing, "keeps"> }) {
  const { cannotKeep } = useWords().meetings;
  return <p className="muted small">{cannotKeep[keeping]}</p>;
}
