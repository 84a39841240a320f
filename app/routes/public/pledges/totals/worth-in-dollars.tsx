import type { Value } from "#app/domain/entries/pledges/totals/public-totals.ts";
import { formatDate, formatDollars } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";

/** Values the whole shares by a price that is verified and fresh; else says why not. */
export function WorthInDollars({ value }: { value: Value }) {
  const { value: words } = useWords().totals;
  const locale = useLocale();
  return (
    <p className="gap">
      {value.shown
        ? words.shown(
            formatDollars(locale, value.dollars, 0),
            formatDollars(locale, value.price),
            formatDate(locale, value.asOf),
          )
        : words.hidden[value.why]}
    </p>
  );
}
