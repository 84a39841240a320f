import { isSelection, type PastResult } from "#app/domain/entries/pledges/totals/past-results.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { QuotingSentence } from "#app/ui/quoting-sentence.tsx";
import { reportedIn, useResultText } from "./result-text.ts";

/**
 * Draws earlier proposals' results as bars from zero with a tick at one half. Labels are text next to the
 * drawing, so that they wrap on a phone and are read aloud; the title is the data's main fact.
 */
export function ResultsChart({ results, company }: { results: readonly PastResult[]; company: string }) {
  const { results: words } = useWords().totals;
  const textOf = useResultText();
  const drawn = results.filter((result) => result.drawn !== null);
  const byShare = [...drawn].sort((a, b) => (a.drawn ?? 0) - (b.drawn ?? 0));
  const [least] = byShare;
  const most = byShare.at(-1);
  const since = Math.min(...drawn.map(({ year }) => year));
  const unverified = results.filter(({ verified }) => !verified).length;
  const drawnUnverified = drawn.filter(({ verified }) => !verified).length;
  return (
    <figure className="fig">
      {least && most && (
        <figcaption>
          {words.title(drawn.length, since, textOf(least) ?? "", textOf(most) ?? "")}
          {drawnUnverified > 0 && words.titleNotVerified(drawnUnverified === drawn.length)}
        </figcaption>
      )}
      <ul className="votes">
        {results.map((result) => (
          <li key={result.id}>
            <p>
              <QuotingSentence
                say={(title) => words.label(result.year, result.number, title)}
                words={result.title}
                language={result.titleLanguage}
              />
              {result.result.kind !== "hidden" && <b lang={reportedIn(result)}> {textOf(result)}</b>}
              {/* If none is verified, that is said once, below. */}
              {!result.verified && (result.result.kind === "hidden" || unverified < results.length) && (
                <span className="muted">
                  {" "}
                  {result.result.kind === "hidden" ? words.hidden : words.reportedNotVerified}
                </span>
              )}
            </p>
            {result.drawn !== null && <Bar percent={result.drawn} />}
          </li>
        ))}
      </ul>
      {drawn.length > 0 && (
        <svg className="half-label" width="100%" height="18" aria-hidden="true">
          <text x="50%" y="14" textAnchor="middle">
            {words.half}
          </text>
        </svg>
      )}
      <p className="small muted">
        {words.method(company)} {isSelection(results) && words.selection(company)}{" "}
        {results.some(({ result }) => result.kind === "reported") && words.reported}{" "}
        {unverified === 0 ? words.verified : words.unverified(unverified, results.length)}
      </p>
      <details>
        <summary>{words.table}</summary>
        <ResultsTable results={results} />
      </details>
    </figure>
  );
}

/** The full width is all votes for and against. */
const Bar = ({ percent }: { percent: number }) => (
  <svg className="vote" width="100%" height="30" aria-hidden="true">
    <rect className="track" y="4" width="100%" height="22" />
    <rect className="done" y="4" width={`${percent}%`} height="22" />
    <line x1="50%" x2="50%" y1="0" y2="30" />
  </svg>
);

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
