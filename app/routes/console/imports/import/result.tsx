import { formatNumber } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import type { ImportPage } from "./load.server.ts";

/** Counts rows by outcome, and links the file with each. */
export function Result({ page: { one, outcomes } }: { page: ImportPage }) {
  const { imports } = useWords();
  const locale = useLocale();
  const { result: say } = imports;
  return (
    <section aria-labelledby="result">
      <h2 id="result">{one.state === "tried" || one.state === "received" ? say.tried : say.done}</h2>
      <p>
        <b>{say.counts(one.added, one.known, one.refused)}</b>
      </p>
      {one.state === "tried" && !one.withoutAddress && <p className="hint">{say.notLooked}</p>}
      {outcomes.length > 0 && (
        <>
          <table>
            <thead>
              <tr>
                <th>{say.reason}</th>
                <th className="num">{say.count}</th>
              </tr>
            </thead>
            <tbody>
              {outcomes.map(({ outcome, rows }) => (
                <tr key={outcome}>
                  <th scope="row">{imports.outcomes[outcome]}</th>
                  <td className="num">{formatNumber(locale, rows)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="gap">
            <a href={`${one.publicId}/rows.csv`} download>
              {say.download}
            </a>
          </p>
          {!one.wiped && <p className="hint">{say.downloadHint}</p>}
        </>
      )}
    </section>
  );
}
