import { groupAtLeast } from "#app/domain/entries/pledges/pledge.ts";
import type { MeetingTotals } from "#app/domain/entries/pledges/totals/public-totals.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { Heading } from "#app/ui/heading.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";

type HoldersProps = { totals: MeetingTotals; company: string };

/** Shows how many holders pledge for a meeting. */
export function HoldersCount({ totals: { holders, meeting }, company }: HoldersProps) {
  const { totals: words } = useWords();
  const locale = useLocale();
  return (
    <p className="count holders-count">
      {holders > 0 ? (
        <>
          <b>{formatNumber(locale, holders)}</b> {words.holders(holders, company, meeting.year)}
        </>
      ) : (
        words.empty.none(company, meeting.year)
      )}
    </p>
  );
}

/** Shows the same and, before there are totals, what they will show and what it takes. */
export function Holders({ totals, company }: HoldersProps) {
  const { totals: words } = useWords();
  const { holders, published } = totals;
  return (
    <>
      <HoldersCount totals={totals} company={company} />
      {!published?.all && (
        <section className="empty">
          <Heading>{words.empty.heading}</Heading>
          <p>{words.empty.text}</p>
          <p>{holders < groupAtLeast ? words.empty.how : words.empty.soon}</p>
        </section>
      )}
    </>
  );
}
