import { type InputHTMLAttributes, type TextareaHTMLAttributes, useEffect, useRef, useState } from "react";
import { Field } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { TextBox } from "#app/ui/text-box.tsx";

type Own = {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: boolean;
  defaultValue: string;
  /** Characters at most. */
  most: number;
};

/** Counts a text's length while typing; without scripts, says how long it may be. */
export function CountedArea({ most, ...own }: Own & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const { name, label, hint, error, optional = false, ...rest } = own;
  const { ref, count } = useLength<HTMLTextAreaElement>();
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      {(wiring) => (
        <>
          <TextBox {...rest} {...wiring} ref={ref} onInput={count.measure} />
          <Length length={count.length} most={most} />
        </>
      )}
    </Field>
  );
}

/** Counts the same on one line. */
export function CountedInput({ most, ...own }: Own & InputHTMLAttributes<HTMLInputElement>) {
  const { name, label, hint, error, optional = false, ...rest } = own;
  const { ref, count } = useLength<HTMLInputElement>();
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      {(wiring) => (
        <>
          <input type="text" {...rest} {...wiring} ref={ref} onInput={count.measure} />
          <Length length={count.length} most={most} />
        </>
      )}
    </Field>
  );
}

/** Null until scripts run. */
function useLength<E extends HTMLInputElement | HTMLTextAreaElement>() {
  const ref = useRef<E>(null);
  const [length, setLength] = useState<number | null>(null);
  const measure = () => setLength([...(ref.current?.value ?? "")].length);
  useEffect(() => setLength([...(ref.current?.value ?? "")].length), []);
  return { ref, count: { length, measure } };
}

function Length({ length, most }: { length: number | null; most: number }) {
  const { editing: say } = useWords();
  return (
    <p className={length !== null && length > most ? "length over" : "length"}>
      {length === null ? say.countAtMost(most) : say.count(length, most)}
    </p>
  );
}
