import type { ReactNode } from "react";
import { ErrorText } from "./field.tsx";
import { useWords } from "./locale.tsx";

type CheckProps = {
  name: string;
  /** Where a page has several of this name. */
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** False unless the person ticked it: consents never come ticked. */
  checked?: boolean;
  required?: boolean;
};

/** One box to tick; sends `on`. */
export function Check({
  name,
  id = name,
  label,
  hint,
  error,
  checked = false,
  required = false,
}: CheckProps) {
  const { common } = useWords();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  const box = (
    <div className="check">
      <input
        type="checkbox"
        id={id}
        name={name}
        value="on"
        defaultChecked={checked}
        required={required}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
      />
      <label htmlFor={id}>
        {label}
        {!required && <span className="opt"> {common.optional}</span>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
  if (!error) return box;
  return (
    <div className="field bad">
      <ErrorText name={id} error={error} />
      {box}
    </div>
  );
}
