import type { CasePageData } from "#app/domain/pages/case-page.ts";
import { countryName } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Section } from "./section.tsx";

/** Why some have signed, in their own words. Search engines are asked to quote none of it. */
export function Reasons({ reasons }: Pick<CasePageData, "reasons">) {
  const words = useWords().case.reasons;
  const locale = useLocale();
  if (reasons.length === 0) return null;
  return (
    <Section id="reasons" heading={words.heading}>
      <ul className="reasons" data-nosnippet="">
        {reasons.map(({ by, country, comment, signedOn }) => (
          <li key={`${by} ${signedOn} ${comment}`}>
            <blockquote>
              <p>{comment}</p>
            </blockquote>
            <p className="small muted">{`${by}, ${countryName(locale, country)}`}</p>
          </li>
        ))}
      </ul>
      <p className="small muted gap">{words.note}</p>
    </Section>
  );
}
