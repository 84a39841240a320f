import { knownFundOutcomes } from "#app/domain/entries/pledges/pledge.ts";
import type { FundLetters } from "#app/domain/entries/pledges/totals/fund-letters.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";

/** Counts fund holders' reports about their letters, by answer. */
export function FundLettersTable({ answers, caption }: Pick<FundLetters, "answers"> & { caption?: string }) {
  const { funds } = useWords().totals;
  const locale = useLocale();
  const listed = knownFundOutcomes.flatMap((answer) => {
    const holders = answers[answer];
    return holders === undefined ? [] : [{ answer, holders: formatNumber(locale, holders) }];
  });
  if (listed.length === 0) return null;
  return (
    <table className="totals">
      {caption && <caption className="muted small">{caption}</caption>}
      <thead>
        <tr>
          <th scope="col">{funds.answer}</th>
          <th scope="col" className="number">
            {funds.holders}
          </th>
        </tr>
      </thead>
      <tbody>
        {listed.map(({ answer, holders }) => (
          <tr key={answer}>
            <th scope="row">{funds.answers[answer]}</th>
            <td className="number" data-label={funds.holders}>
              {holders}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
