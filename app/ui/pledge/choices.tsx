import type { ReactNode } from "react";
import { ErrorText } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";

export type Option = { value: string; label: ReactNode; hint?: ReactNode };

type ChoicesProps = {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  options: readonly Option[];
  chosen: readonly string[];
  error?: string | undefined;
  /** Several may be chosen. */
  several?: boolean;
  /** Short answers side by side. */
  inRow?: boolean;
  optional?: boolean;
  required?: boolean;
};

/** Asks one question: one answer or several. The first answer has the field's name as id. */
export function Choices(props: ChoicesProps) {
  const { name, legend, hint, options, chosen, error, several, inRow, optional, required } = props;
  const { common } = useWords();
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return (
    <fieldset className={error ? "ask bad" : "ask"} aria-describedby={described || undefined}>
      <legend>
        {legend}
        {optional && <span className="opt"> {common.optional}</span>}
      </legend>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <ErrorText name={name} error={error} />
      <div className={inRow ? "answers row" : several ? "answers plain" : "answers"}>
        {options.map(({ value, label, hint: about }, index) => {
          const id = index === 0 ? name : `${name}-${value}`;
          return (
            <div key={value} className="answer">
              <input
                type={several ? "checkbox" : "radio"}
                id={id}
                name={name}
                value={value}
                defaultChecked={chosen.includes(value)}
                required={required}
                aria-describedby={about ? `${id}-about` : undefined}
              />
              <label htmlFor={id}>{label}</label>
              {about && (
                <p className="hint" id={`${id}-about`}>
                  {about}
                </p>
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
