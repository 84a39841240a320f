import { messageFor } from "#app/ui/field.tsx";

type FormError = { field: string; code: string; value?: string; line?: number };

/** A form as a page shows it: its fields' values and errors. */
export type FormState = { values: Readonly<Record<string, string>>; errors: readonly FormError[] };

export const messagesOf = ({ errors }: FormState, words: Record<string, string>) =>
  errors.map((error) => ({ field: error.field, message: textOf(error, words) ?? words.missing ?? "" }));

/**
 * Says what to do about an error. Its words have “…” for what was found, and `{in line #}` for where, which
 * is left out if the text has one line.
 */
export const textOf = ({ code, value = "", line }: Omit<FormError, "field">, words: Record<string, string>) =>
  words[code]
    ?.replace(/ \{([^#{}]*)#\}/, (_, words: string) => (line === undefined ? "" : ` ${words}${line}`))
    .replace("“…”", () => `“${value}”`);

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
