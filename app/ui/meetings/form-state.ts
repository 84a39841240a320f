import { messageFor } from "#app/ui/field.tsx";

/** A form as a page shows it: its fields' values and errors. */
export type FormState = {
  values: Readonly<Record<string, string>>;
  errors: readonly { field: string; code: string }[];
};

export const messagesOf = ({ errors }: FormState, words: Record<string, string>) =>
  errors.map(({ field, code }) => ({ field, message: words[code] ?? words.missing ?? "" }));

/** Returns each field's props: name, words, value and error. */
export const wireFields = (form: FormState, words: Record<string, string>) => {
  const messages = messagesOf(form, words);
  return (name: string, label: string, hint?: string) => ({
    name,
    label,
    hint,
    error: messageFor(messages, name),
    defaultValue: form.values[name] ?? "",
  });
};

/** Returns the fields that have a single value. */
export const typedOnce = (values: Record<string, string | string[]>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
