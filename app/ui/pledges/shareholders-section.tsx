import type { CasePageData } from "#app/domain/pages/case-page.ts";
import { formatDate, formatNumber } from "#app/i18n/index.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Section } from "#app/ui/case/section.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";

/** Shows a case's holders: pledges, shares as published, and where to join them. */
export function ShareholdersSection({ campaign, pledges }: CasePageData) {
  const { totals } = useWords();
  const { onCase } = totals;
  const locale = useLocale();
  const to = useLocalizedPath();
  if (pledges.length === 0) return null;
  return (
    <Section id="shareholders" heading={onCase.heading}>
      {pledges.map(({ company, meeting, holders, published }) => (
        <p className="prose" key={company.slug}>
          {onCase.ask(company.name, meeting.year)}
          {onCase.count(holders, formatNumber(locale, holders))}
          {published?.all?.wholeShares &&
            onCase.shares(
              formatNumber(locale, BigInt(published.all.wholeShares)),
              formatDate(locale, published.publishedAt),
            )}
        </p>
      ))}
      {campaign.status === "open" && (
        <p className="gap">
          <ButtonLink href={to(`/c/${campaign.slug}/pledge`)}>{totals.pledge}</ButtonLink>
        </p>
      )}
      <p className="small gap">
        <a href={to(`/c/${campaign.slug}/pledges`)}>{onCase.toTotals}</a>
      </p>
    </Section>
  );
}
