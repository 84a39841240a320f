import type { FieldMessage } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";

/** Returns the words for both forms' errors, in their order. */
export function useMessages(errors: readonly { field: string; code: string }[]): FieldMessage[] {
  const { coFile, pledge, errors: common } = useWords();
  return errors.map(({ field, code }) => ({
    field,
    message: coFile.errors[code] ?? pledge.errors[code] ?? common.form[code] ?? common.form.missing ?? code,
  }));
}
