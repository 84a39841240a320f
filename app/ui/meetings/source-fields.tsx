import { Check } from "#app/ui/check.tsx";
import { TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { type FormState, wireFields } from "../form-state.ts";

/** Asks for the source of a form's values and a confirmation that they match. It is never preticked. */
export function SourceFields({ form }: { form: FormState }) {
  const { source: say, errors } = useWords().meetings;
  const wire = wireFields(form, errors);
  return (
    <>
      <TextInput
        {...wire("source_url", say.url, say.urlHint)}
        type="url"
        maxLength={2000}
        spellCheck={false}
      />
      <div className="short">
        <TextInput {...wire("as_of", say.day, say.dayHint)} type="date" />
      </div>
      <Check name="checked" label={say.check} hint={say.checkHint} checked={form.values.checked === "on"} />
    </>
  );
}
