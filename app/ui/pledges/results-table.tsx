import type { PastResult } from "#app/domain/pledges/past-results.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { useLocale, useWords } from "../locale.tsx";
import { useSaid } from "./said.ts";

/** The same results as figures, with the votes where they are recorded and the filing where it is verified. */
export function ResultsTable({ results }: { results: readonly PastResult[] }) {
  const { results: words } = useWords().totals;
  const locale = useLocale();
  const said = useSaid();
  const withVotes = results.some(({ result }) => result.kind === "exact");
  const votes = (count: bigint | null) => (count === null ? "–" : formatNumber(locale, count));
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.meeting}</th>
          <th scope="col">{words.proposal}</th>
          {withVotes && (
            <>
              <th scope="col" className="number">
                {words.votesFor}
              </th>
              <th scope="col" className="number">
                {words.votesAgainst}
              </th>
            </>
          )}
          <th scope="col" className="number">
            {words.share}
          </th>
          <th scope="col">{words.source}</th>
        </tr>
      </thead>
      <tbody>
        {results.map((result) => (
          <tr key={result.id}>
            <th scope="row">{result.year}</th>
            <td>
              {result.number !== null && `${result.number}. `}
              {result.title}
            </td>
            {withVotes && (
              <>
                <td className="number">{votes(result.votesFor)}</td>
                <td className="number">{votes(result.votesAgainst)}</td>
              </>
            )}
            <td className="number">{said(result)}</td>
            <td>
              {result.sourceUrl === null ? (
                result.verified ? (
                  words.noLink
                ) : (
                  words.notVerified
                )
              ) : (
                <a href={result.sourceUrl} aria-label={words.toSource(result.title)}>
                  {words.link}
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
