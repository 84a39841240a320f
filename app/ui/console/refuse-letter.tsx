import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";

type AgainstProps = {
  /** Id of the letter. */
  id: string;
  /** Name of the field with the reason. */
  field: string;
  reasons: readonly (readonly [code: string, label: string])[];
  button: { label: string; name?: string; value?: string };
  means: string;
  error?: string | null;
};

/** Refuses a letter, with a reason that is chosen after a first press. */
export function RefuseLetter({ id, field, reasons, button, means, error }: AgainstProps) {
  const { moderation: say } = useWords().lettersPublic;
  const own = `${field}-${id}`;
  return (
    <details className="compact" open={error ? true : undefined}>
      <summary>{button.label}…</summary>
      <div className="field">
        <label htmlFor={own}>{say.why}</label>
        {error && (
          <p className="err" id={`${own}-error`}>
            {error}
          </p>
        )}
        <select
          id={own}
          name={field}
          defaultValue=""
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${own}-error ${own}-means` : `${own}-means`}
        >
          <option value="">{say.choose}</option>
          {reasons.map(([code, words]) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </select>
      </div>
      <p className="small muted" id={`${own}-means`}>
        {means}
      </p>
      <Button name={button.name} value={button.value}>
        {button.label}
      </Button>
    </details>
  );
}
