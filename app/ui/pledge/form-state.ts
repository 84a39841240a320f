import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import { type FieldMessage, messageFor } from "#app/ui/field.tsx";
import type { TypedValues } from "#app/ui/sign-form.tsx";

/** A form's values and errors. */
export type FormState = { values: TypedValues; errors: readonly FieldMessage[] };

/** A person known by their link, whether they pledged before, and what they agreed to. */
export type KnownPerson = {
  name: string;
  email: string;
  pledged: boolean;
  agreed: readonly ConsentPurpose[];
};

export function typed({ values }: FormState, name: string): string {
  const value = values[name];
  return typeof value === "string" ? value : "";
}

/** The chosen values of a field with one or several answers. */
const chosen = ({ values }: FormState, name: string): readonly string[] => [values[name] ?? []].flat();

/** Fills a text field or a list with what was typed and its error. */
export const lineOf = (state: FormState, name: string) => ({
  name,
  error: messageFor(state.errors, name),
  defaultValue: typed(state, name),
});

/** Restores a box. */
export const boxOf = (state: FormState, name: string) => ({
  name,
  error: messageFor(state.errors, name),
  checked: typed(state, name) === "on",
});

/** Restores a choice. */
export const choiceOf = (state: FormState, name: string) => ({
  name,
  error: messageFor(state.errors, name),
  chosen: chosen(state, name),
});
