import { CountrySelect } from "#app/ui/country-select.tsx";
import { EmailInput, messageFor, TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { type FormState, lineOf, typed } from "./form-state.ts";

type PersonFieldsProps = {
  state: FormState;
  nameHint?: string | undefined;
  /** Chosen until they choose: the country of most who hold this way. */
  country: string;
};

/** Asks who pledges: no more than a confirmation needs. */
export function PersonFields({ state, nameHint, country }: PersonFieldsProps) {
  const { first } = useWords().pledge;
  return (
    <fieldset className="ask">
      <legend>{first.person}</legend>
      <TextInput
        {...lineOf(state, "name")}
        label={first.name}
        hint={nameHint}
        autoComplete="name"
        maxLength={120}
        required
      />
      <EmailInput {...lineOf(state, "email")} label={first.email} hint={first.emailHint} />
      <CountrySelect
        label={first.country}
        value={typed(state, "country") || country}
        error={messageFor(state.errors, "country")}
      />
    </fieldset>
  );
}
