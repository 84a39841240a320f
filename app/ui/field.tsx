import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { useWords } from "./locale.tsx";
import { TextBox } from "./text-box.tsx";

/** A sentence about one field that says what to do. */
export type FieldMessage = { field: string; message: string };

/** Finds the sentence for `field`, if any. */
export const messageFor = (errors: readonly FieldMessage[], field: string) =>
  errors.find((error) => error.field === field)?.message;

type FieldProps = {
  /** Name of the field and, unless `id` is given, its id, which the error summary links to. */
  name: string;
  id?: string | undefined;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** Says "(optional)" after the label; required fields say nothing. */
  optional?: boolean;
  children: (wiring: Wiring) => ReactNode;
};

/** Attributes that tie a control to its label, hint and error. */
export type Wiring = {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

/** Lays out a label, a hint under it, an error, and the control. */
export function Field({ name, id = name, label, hint, error, optional, children }: FieldProps) {
  const { common } = useWords();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={error ? "field bad" : "field"}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="opt"> {common.optional}</span>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <ErrorText name={id} error={error} />
      {children({
        id,
        name,
        "aria-describedby": described || undefined,
        "aria-invalid": error ? true : undefined,
      })}
    </div>
  );
}

/** Shows a field's error, with the id that describes its control. */
export function ErrorText({ name, error }: { name: string; error: string | undefined }) {
  const { common } = useWords();
  if (!error) return null;
  return (
    <p className="err" id={`${name}-error`}>
      <span className="vh">{common.error} </span>
      {error}
    </p>
  );
}

type Own = Omit<FieldProps, "children">;

export function TextInput({
  name,
  id,
  label,
  hint,
  error,
  optional,
  type = "text",
  ...rest
}: Own & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Field name={name} id={id} label={label} hint={hint} error={error} optional={optional ?? false}>
      {(wiring) => <input type={type} {...rest} {...wiring} />}
    </Field>
  );
}

/** Asks for the reader's own email address. */
export const EmailInput = (props: Omit<Parameters<typeof TextInput>[0], "type">) => (
  <TextInput
    type="email"
    {...props}
    autoComplete="email"
    autoCapitalize="none"
    spellCheck={false}
    maxLength={254}
    required
  />
);

export function TextArea({
  name,
  id,
  label,
  hint,
  error,
  optional,
  ...rest
}: Own & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Field name={name} id={id} label={label} hint={hint} error={error} optional={optional ?? false}>
      {(wiring) => <TextBox {...rest} {...wiring} />}
    </Field>
  );
}

/** Offers a choice from a list; `children` are the options. */
export function Select({
  name,
  id,
  label,
  hint,
  error,
  optional,
  children,
  ...rest
}: Own & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <Field name={name} id={id} label={label} hint={hint} error={error} optional={optional ?? false}>
      {(wiring) => (
        <select {...rest} {...wiring}>
          {children}
        </select>
      )}
    </Field>
  );
}
