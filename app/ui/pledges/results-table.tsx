import type { PastResult } from "#app/domain/entries/pledges/totals/past-results.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { QuotingSentence } from "#app/ui/quoting-sentence.tsx";
import { reportedIn, useResultText } from "./result-text.ts";

/** Shows the same results as a table, with votes where recorded and the filing where verified. */
export function ResultsTable({ results }: { results: readonly PastResult[] }) {
  const { results: words } = useWords().totals;
  const textOf = useResultText();
  return (
    <table className="totals">
      <thead>
        <tr>
          <th scope="col">{words.proposal}</th>
          <th scope="col" className="number">
            {words.share}
          </th>
          <th scope="col">{words.source}</th>
        </tr>
      </thead>
      <tbody>
        {results.map((result) => (
          <tr key={result.id}>
            <th scope="row">
              <QuotingSentence
                say={(title) => words.label(result.year, result.number, title)}
                words={result.title}
                language={result.titleLanguage}
              />
              <Votes result={result} />
            </th>
            <td className="number" data-label={words.share} lang={reportedIn(result)}>
              {textOf(result) ?? <span className="few">{words.noShare}</span>}
            </td>
            <td data-label={words.source}>
              <Source result={result} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Votes({ result: { votesFor, votesAgainst } }: { result: PastResult }) {
  const { results: words } = useWords().totals;
  const locale = useLocale();
  if (votesFor === null || votesAgainst === null) return null;
  return (
    <span className="few">
      {" "}
      {words.votes(formatNumber(locale, votesFor), formatNumber(locale, votesAgainst))}
    </span>
  );
}

function Source({ result: { verified, sourceUrl, title } }: { result: PastResult }) {
  const { results: words } = useWords().totals;
  if (!verified) return words.notVerified;
  if (sourceUrl === null) return words.noLink;
  return (
    <a href={sourceUrl} aria-label={words.toSource(title)}>
      {words.link}
    </a>
  );
}
