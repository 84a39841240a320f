import { type HoldingForm, holdingForms } from "#app/domain/entries/pledges/pledge.ts";
import { type PublicVotedRate, percentVoted } from "#app/domain/entries/pledges/totals/voted-rate.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { Heading } from "#app/ui/heading.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";

type VotedProps = { voted: PublicVotedRate; holding: Record<HoldingForm, string> };

/** Counts who voted, of those who said, as published. */
export function Voted({ voted: { all, byHolding, hidden }, holding }: VotedProps) {
  const { voted: words, columns, suppressed } = useWords().totals;
  const locale = useLocale();
  const number = (count: number) => formatNumber(locale, count);
  const listed = holdingForms.flatMap((form) => {
    const count = byHolding[form];
    return count ? [{ form, ...count }] : [];
  });
  return (
    <section>
      <Heading>{words.heading}</Heading>
      <p>
        {all.votedMin === all.votedMax
          ? words.exactly(number(all.votedMin), number(all.known), percentVoted(all.votedMin, all.known))
          : words.between(number(all.votedMin), number(all.votedMax), number(all.known))}
      </p>
      {listed.length > 0 && (
        <table className="totals">
          <thead>
            <tr>
              <th scope="col">{columns.group}</th>
              <th scope="col" className="number">
                {words.known}
              </th>
              <th scope="col" className="number">
                {words.voted}
              </th>
            </tr>
          </thead>
          <tbody>
            {listed.map(({ form, known, voted }) => (
              <tr key={form}>
                <th scope="row">{holding[form]}</th>
                <td className="number" data-label={words.known}>
                  {number(known)}
                </td>
                <td className="number" data-label={words.voted}>
                  {words.percent(number(voted), percentVoted(voted, known))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="small muted gap">
        {words.rule} {hidden && suppressed}
      </p>
    </section>
  );
}
