import { CountrySelect } from "#app/ui/country-select.tsx";
import { EmailInput, messageFor, TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { type FormState, lineOf, typed } from "./form-state.ts";

/** Fields about the person: no more than a confirmation needs. */
export const personFieldNames = ["name", "email", "country"] as const;

/** Asks who pledges. */
export function PersonFields({ state }: { state: FormState }) {
  const { first } = useWords().pledge;
  return (
    <>
      <TextInput {...lineOf(state, "name")} label={first.name} autoComplete="name" maxLength={120} required />
      <EmailInput {...lineOf(state, "email")} label={first.email} hint={first.emailHint} />
      <CountrySelect
        label={first.country}
        value={typed(state, "country")}
        error={messageFor(state.errors, "country")}
      />
    </>
  );
}
