import type { FieldMessage } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";

/** The fields in the page's order. */
const order = [
  "form",
  "company",
  "role",
  "who",
  "why",
  "recipient",
  "body",
  "name",
  "email",
  "country",
  "say_shares",
  "shares",
  "consent_letter",
  "consent_deliver",
  "consent_reply_to",
  "consent_updates",
  "display",
];

export function useMessages(errors: readonly { field: string; code: string }[]): FieldMessage[] {
  const words = useWords();
  const messages = errors.map(({ field, code }) => ({
    field,
    message: words.letter.errors[code] ?? words.errors.form[code] ?? words.errors.form.missing ?? code,
  }));
  return messages.sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}
