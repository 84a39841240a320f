import type { LanguageGap } from "#app/domain/campaign/translations/language-gap.ts";
import { useWords } from "#app/ui/locale.tsx";

type Language = Pick<LanguageGap, "locale" | "written">;

/** Says before publishing a correction which languages show it untranslated. Translation follows. */
export function CorrectionLanguages({ languages, slug }: { languages: readonly Language[]; slug: string }) {
  const { corrections, gaps, page } = useWords().editing;
  const nameOf = (locale: string) => page.languageNames[locale] ?? locale;
  return languages.map(({ locale, written }) => (
    <p className="notice small" key={locale}>
      {corrections.untranslated(nameOf(locale), nameOf(written))}{" "}
      <a href={`/organize/c/${slug}/edit/translations?in=${locale}`}>{gaps.open}</a>
    </p>
  ));
}
