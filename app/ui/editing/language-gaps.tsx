import type { LanguageGap } from "#app/domain/campaign/translations/language-gap.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";

/** Says before publishing what other languages would lack, with links to translate it. */
export function LanguageGaps({ gaps, slug }: { gaps: readonly LanguageGap[]; slug: string }) {
  const { gaps: say, page, history, translations } = useWords().editing;
  const nameOf = (locale: string) => page.languageNames[locale] ?? locale;
  return gaps.map(({ locale, written, fields }) => (
    <p className="notice small" key={locale}>
      {say.lacks(
        nameOf(locale),
        fields.map((field) => history.fields[field] ?? translations.fields[field] ?? field),
        nameOf(written),
      )}{" "}
      <Link to={`/organize/c/${slug}/edit/translations?in=${locale}&show=missing`}>
        {say.translate(nameOf(locale))}
      </Link>
    </p>
  ));
}
