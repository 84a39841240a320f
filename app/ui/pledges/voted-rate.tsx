import { holdingForms } from "#app/domain/entries/pledges/pledge.ts";
import { percentVoted, type VotedRate } from "#app/domain/entries/pledges/totals/voted-rate.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";

/** Shows how many pledges became votes, by holding, exact and live: for organizers. */
export function VotedRateTable({ rate }: { rate: VotedRate }) {
  const { voted: words, holding, columns } = useWords().totals;
  const locale = useLocale();
  if (rate.all.known === 0) return <p className="muted">{words.none}</p>;
  const rows = [
    ...holdingForms.flatMap((form) => {
      const group = rate.byHolding[form];
      return group ? [{ label: holding[form], group }] : [];
    }),
    { label: words.all, group: { pledged: rate.pledged, ...rate.all } },
  ];
  const voted = ({ known, didNotVote }: VotedRate["all"]) =>
    known === 0
      ? "–"
      : words.percent(formatNumber(locale, known - didNotVote), percentVoted(known - didNotVote, known));
  return (
    <table>
      <caption className="muted small">{words.live}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.group}</th>
          {[words.pledged, words.known, words.voted, words.asPledged, words.otherwise, words.didNot].map(
            (heading) => (
              <th key={heading} scope="col" className="number">
                {heading}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, group }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="number">{formatNumber(locale, group.pledged)}</td>
            <td className="number">{formatNumber(locale, group.known)}</td>
            <td className="number">{voted(group)}</td>
            <td className="number">{formatNumber(locale, group.votedAsPledged)}</td>
            <td className="number">{formatNumber(locale, group.votedOtherwise)}</td>
            <td className="number">{formatNumber(locale, group.didNotVote)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
