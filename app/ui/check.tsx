import type { ReactNode } from "react";
import { ErrorText } from "./field.tsx";
import { useWords } from "./locale.tsx";

type CheckProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** False unless the person ticked it: consents never come ticked. */
  checked?: boolean;
  required?: boolean;
};

/** One box to tick; sends `on`. */
export function Check({ name, label, hint, error, checked = false, required = false }: CheckProps) {
  const { common } = useWords();
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  const box = (
    <div className="check">
      <input
        type="checkbox"
        id={name}
        name={name}
        value="on"
        defaultChecked={checked}
        required={required}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
      />
      <label htmlFor={name}>
        {label}
        {!required && <span className="opt"> {common.optional}</span>}
      </label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
  if (!error) return box;
  return (
    <div className="field bad">
      <ErrorText name={name} error={error} />
      {box}
    </div>
  );
}
