import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import { type FieldMessage, messageFor } from "#app/ui/field.tsx";
import type { TypedValues } from "#app/ui/sign-form.tsx";

/** What a form holds: what was typed, and what to change. */
export type FormState = { values: TypedValues; errors: readonly FieldMessage[] };

/** Someone whose link says who they are, whether they pledged before, and what they agreed to. */
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

/** What was chosen in a field of one or of several answers. */
const chosen = ({ values }: FormState, name: string): readonly string[] => [values[name] ?? []].flat();

/** Fills a line of text or a list with what was typed and its error. */
export const lineOf = (state: FormState, name: string) => ({
  name,
  error: messageFor(state.errors, name),
  defaultValue: typed(state, name),
});

/** Ticks a box as it was. */
export const boxOf = (state: FormState, name: string) => ({
  name,
  error: messageFor(state.errors, name),
  checked: typed(state, name) === "on",
});

/** Chooses an answer as it was. */
export const choiceOf = (state: FormState, name: string) => ({
  name,
  error: messageFor(state.errors, name),
  chosen: chosen(state, name),
});
