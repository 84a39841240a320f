import { type Locale, languageName, spoken } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";

/** Says where our emails go, and in which language. */
export function useEmailsRow(address: string, emailLocale: Locale) {
  const { emails } = useWords().personal.confirm;
  const locale = useLocale();
  const [language = emailLocale] = spoken[emailLocale].split("-");
  return { term: emails.term, detail: emails.to(address, languageName(locale, language)) };
}
