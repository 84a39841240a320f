import { signatureDisplays } from "#app/domain/entries/signatures/signature.ts";
import { Select } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";

/** Asks who may read a letter on this site; nobody unless its writer chooses. */
export function LetterDisplay({
  value,
  error,
  id,
}: {
  value: string;
  error?: string | undefined;
  id?: string;
}) {
  const { form } = useWords().letter;
  return (
    <Select
      name="display"
      id={id}
      label={form.display}
      hint={form.displayHint}
      error={error}
      defaultValue={value || "anonymous"}
    >
      {signatureDisplays.map((display) => (
        <option key={display} value={display}>
          {form.displays[display]}
        </option>
      ))}
    </Select>
  );
}
