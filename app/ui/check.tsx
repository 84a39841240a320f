import type { ReactNode } from "react";
import { ErrorText } from "./field.tsx";
import { useWords } from "./locale.tsx";

type CheckProps = {
  name: string;
  /** The value it sends. */
  value?: string;
  /** Its id, if a page has several with this name. */
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** Only if the person ticked it: consents are never preticked. */
  checked?: boolean;
  required?: boolean;
  /** One of several boxes whose legend says that they are optional. */
  inGroup?: boolean;
};

export function Check({
  name,
  value = "on",
  id = name,
  label,
  hint,
  error,
  checked = false,
  required = false,
  inGroup = false,
}: CheckProps) {
  const { common } = useWords();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  const box = (
    <div className="check">
      <input
        type="checkbox"
        id={id}
        name={name}
        value={value}
        defaultChecked={checked}
        required={required}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
      />
      <label htmlFor={id}>
        {label}
        {!required && !inGroup && <span className="opt"> {common.optional}</span>}
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
