import type { PublicTotals } from "#app/domain/pledges/public-totals.ts";
import { formatDate, formatNumber, spoken } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";

/** Dollars and the size of one percentage point, each only from a figure that is verified and fresh; else why not. */
export function Comes({ totals: { value, point } }: { totals: PublicTotals }) {
  const { totals: words } = useWords();
  const locale = useLocale();
  const dollars = (amount: string, fraction: number) =>
    new Intl.NumberFormat(spoken[locale], {
      ...{ style: "currency", currency: "USD", currencyDisplay: "narrowSymbol" },
      maximumFractionDigits: fraction,
      ...(fraction === 0 ? { roundingMode: "trunc" } : {}),
    } as Intl.NumberFormatOptions).format(amount as `${number}`);
  const about = new Intl.NumberFormat(spoken[locale], {
    ...{ notation: "compact", compactDisplay: "long", maximumSignificantDigits: 3 },
  } as Intl.NumberFormatOptions);
  return (
    <section>
      <h2>{words.value.heading}</h2>
      {value && (
        <p>
          {value.shown
            ? words.value.shown(
                dollars(value.dollars, 0),
                dollars(value.price, 2),
                formatDate(locale, value.asOf),
              )
            : words.value.hidden[value.why]}
        </p>
      )}
      <p className={value ? "gap" : undefined}>
        {point.shown
          ? words.point.shown(
              about.format(point.shares),
              formatNumber(locale, point.outstanding),
              formatDate(locale, point.asOf),
            )
          : words.point.hidden[point.why]}
      </p>
    </section>
  );
}
