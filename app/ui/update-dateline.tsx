import type { PublishedLine } from "#app/domain/outgoing/updates/archive/published-update.ts";
import { formatDate, languageName } from "#app/i18n/index.ts";
import { useLocale, useWords } from "./locale.tsx";

type Dated = Pick<PublishedLine, "number" | "locale"> & { startedAt: string | Date };

/** Shows an update's number and day, and its language where it is not the page's. */
export function UpdateDateline({ of: { number, locale, startedAt } }: { of: Dated }) {
  const { archive } = useWords();
  const page = useLocale();
  return (
    <p className="dated" lang={page}>
      {archive.number(number)},{" "}
      <time dateTime={new Date(startedAt).toISOString()}>{formatDate(page, startedAt)}</time>
      {locale !== page && `, ${archive.inLanguage(languageName(page, locale))}`}
    </p>
  );
}
