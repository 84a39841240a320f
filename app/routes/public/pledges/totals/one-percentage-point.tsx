import type { OnePoint } from "#app/domain/entries/pledges/totals/public-totals.ts";
import { formatDate, formatNumber } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";

/** Shows how many shares are one percentage point, from a verified, fresh number; else why it does not. */
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
