import { Button } from "#app/ui/button.tsx";
import { CountrySelect } from "#app/ui/country-select.tsx";
import { type FieldMessage, messageFor, TextArea, TextInput } from "#app/ui/field.tsx";
import { FormInOtherLanguages } from "#app/ui/language.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { TypedValues } from "#app/ui/sign-form.tsx";
import type { StoredPerson, StoredSignature } from "./own-data.ts";

type CorrectionFormProps = {
  person: StoredPerson;
  signature: StoredSignature | undefined;
  /** The form's address, without language. */
  action: string;
  errors: readonly FieldMessage[];
  values: TypedValues;
};

/** Corrects name, place and comment; the address is fixed and says why. */
export function CorrectionForm({ person, signature, action, errors, values }: CorrectionFormProps) {
  const { manage } = useWords().personal;
  const { form } = useWords().sign;
  const value = (field: string, stored: string) => {
    const typed = values[field];
    return typeof typed === "string" ? typed : stored;
  };
  return (
    <details className="gap" open={values.name !== undefined}>
      <summary>{manage.correctHeading}</summary>
      <form method="post">
        {signature && <input type="hidden" name="signature" value={signature.publicId} />}
        <TextInput
          name="name"
          label={form.name}
          error={messageFor(errors, "name")}
          defaultValue={value("name", person.name)}
          maxLength={120}
          autoComplete="name"
          required
        />
        <CountrySelect
          label={form.country}
          value={value("country", person.country)}
          error={messageFor(errors, "country")}
        />
        <TextInput
          name="postal_code"
          label={form.postalCode}
          error={messageFor(errors, "postal_code")}
          defaultValue={value("postal_code", person.postalCode ?? "")}
          maxLength={16}
          autoComplete="postal-code"
          optional
        />
        {signature && (
          <TextArea
            name="comment"
            label={form.comment}
            hint={form.commentHint}
            error={messageFor(errors, "comment")}
            defaultValue={value("comment", signature.comment ?? "")}
            maxLength={1000}
            optional
          />
        )}
        <p className="small muted gap">{manage.emailFixed}</p>
        <Button name="intent" value="correct">
          {manage.saveButton}
        </Button>
        <FormInOtherLanguages action={action} />
      </form>
    </details>
  );
}
