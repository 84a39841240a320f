import type { OnePoint } from "#app/domain/entries/pledges/totals/public-totals.ts";
import { formatDate, formatNumber } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";

/** How many shares one percentage point is, from a number that is verified and fresh; else why it is not said. */
export function OnePercentagePoint({ point }: { point: OnePoint }) {
  const { point: words } = useWords().totals;
  const locale = useLocale();
  return (
    <p className="gap">
      {point.shown
        ? words.shown(
            formatNumber(locale, point.shares),
            formatNumber(locale, point.outstanding),
            formatDate(locale, point.asOf),
          )
        : words.hidden[point.why]}
    </p>
  );
}
