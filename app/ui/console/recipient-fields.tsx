import { postalAddressAtMost, recipientNameAtMost } from "#app/domain/campaign/recipients/recipient.ts";
import { TextArea, TextInput } from "#app/ui/field.tsx";
import { type FormState, wireFields } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";

/** Asks for a recipient's details. */
export function RecipientFields({ form }: { form: FormState }) {
  const { recipients, errors } = useWords().letterConsole;
  const { fields: say } = recipients;
  const wire = wireFields(form, errors);
  return (
    <>
      <TextInput {...wire("name", say.name, say.nameHint)} maxLength={recipientNameAtMost} required />
      <TextInput
        {...wire("email", say.email, say.emailHint)}
        type="email"
        autoComplete="off"
        spellCheck={false}
        maxLength={254}
        required
      />
      <TextArea
        {...wire("postal_address", say.postal, say.postalHint)}
        optional
        rows={6}
        maxLength={postalAddressAtMost}
      />
      <div className="short">
        <TextInput
          {...wire("per_day", say.perDay, say.perDayHint)}
          inputMode="numeric"
          maxLength={3}
          required
        />
      </div>
    </>
  );
}
