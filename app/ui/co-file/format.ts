import { formatDate, type Locale, spoken } from "#app/i18n/index.ts";
import type { FieldMessage } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";

/** Groups a decimal's thousands: `1234.5` as 1,234.5. Leaves out zeros at the end. */
export function formatDecimal(locale: Locale, decimal: string): string {
  const [whole = "0", fraction = ""] = decimal.split(".");
  const digits = fraction.replace(/0{1,20}$/, "");
  return new Intl.NumberFormat(spoken[locale]).format(BigInt(whole)) + (digits && `.${digits}`);
}

/** Writes a day without line breaks. */
export const formatDay = (locale: Locale, day: string) => formatDate(locale, day).replaceAll(" ", "\u00a0");

/** Returns the words for both forms' errors, in their order. */
export function useMessages(errors: readonly { field: string; code: string }[]): FieldMessage[] {
  const { coFile, pledge, errors: common } = useWords();
  return errors.map(({ field, code }) => ({
    field,
    message: coFile.errors[code] ?? pledge.errors[code] ?? common.form[code] ?? common.form.missing ?? code,
  }));
}
