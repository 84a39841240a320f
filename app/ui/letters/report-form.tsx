import { reportReasons } from "#app/domain/moderation/moderation.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorText } from "#app/ui/field.tsx";
import { FormInOtherLanguages } from "#app/ui/language.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";

/** Asks what is wrong with a letter; nothing about the reader. */
export function ReportForm({ action, error }: { action: string; error?: string | undefined }) {
  const { report: say } = useWords().lettersPublic;
  const to = useLocalizedPath();
  return (
    <form method="post" action={to(action)} className="report">
      <p>{say.text}</p>
      <fieldset className={error ? "field bad" : "field"}>
        <legend>{say.reason}</legend>
        <ErrorText name="reason" error={error} />
        {reportReasons.map((reason, n) => (
          <label key={reason}>
            <input
              type="radio"
              name="reason"
              value={reason}
              id={n === 0 ? "reason" : undefined}
              aria-describedby={error ? "reason-error" : undefined}
              required
            />
            {say.reasons[reason]}
          </label>
        ))}
      </fieldset>
      <Button>{say.button}</Button>
      <FormInOtherLanguages action={action} />
    </form>
  );
}
