import type { PublishedReason } from "#app/domain/moderation/comment-review.ts";
import { countryName } from "#app/i18n/index.ts";
import { useLocale } from "#app/ui/locale.tsx";
import { Cross } from "#app/ui/wordmark.tsx";

/** Shows why people signed, in their own words. Search engines are asked to quote none of it. */
export function Voices({ reasons }: { reasons: readonly PublishedReason[] }) {
  const locale = useLocale();
  return (
    <ul className="voices" data-nosnippet="">
      {reasons.map(({ publicId, by, country, comment, language }) => (
        <li key={publicId}>
          <blockquote lang={language === locale ? undefined : language}>
            <p>{comment}</p>
          </blockquote>
          <p className="by">
            <Cross />
            <span>
              <bdi>{by}</bdi>, {countryName(locale, country)}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
