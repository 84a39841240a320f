import { groupAtLeast } from "#app/domain/entries/pledges/pledge.ts";
import type { PublicTotals } from "#app/domain/entries/pledges/totals/public-totals.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";

type HoldersProps = { totals: PublicTotals; company: string };

/** How many holders pledge, now; and, while there is nothing to add up, what will stand here and how to get it. */
export function Holders({ totals: { holders, published, meeting }, company }: HoldersProps) {
  const { totals: words } = useWords();
  const locale = useLocale();
  return (
    <>
      <p className="count held-count">
        {holders > 0 ? (
          <>
            <b>{formatNumber(locale, holders)}</b> {words.holders(holders, company, meeting.year)}
          </>
        ) : (
          words.empty.none(company, meeting.year)
        )}
      </p>
      {!published?.all && (
        <section className="empty">
          <h2>{words.empty.heading}</h2>
          <p>{words.empty.text}</p>
          <p>{holders < groupAtLeast ? words.empty.how : words.empty.soon}</p>
        </section>
      )}
    </>
  );
}
