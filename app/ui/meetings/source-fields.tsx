import { Check } from "#app/ui/check.tsx";
import { TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { type FormState, wireFields } from "./form-state.ts";

/** Where the values of a form come from, and the box by which somebody vouches for them. It never comes ticked. */
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
