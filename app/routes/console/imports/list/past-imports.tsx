import type { ImportState } from "#app/domain/entries/imports/import.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { Blank } from "#app/ui/console/blank.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";

type Past = {
  publicId: string;
  number: number;
  format: string;
  state: ImportState;
  by: string | null;
  at: string;
  added: number;
  known: number;
  refused: number;
};

type PastImportsProps = {
  slug: string;
  imports: readonly Past[];
  /** People in the campaign by imports: those who have not confirmed, and those on paper. */
  apart: { imported: number; onPaper: number };
};

/** Lists imports, newest first, and their separate counts. */
export function PastImports({ slug, imports, apart }: PastImportsProps) {
  const { imports: say } = useWords();
  const locale = useLocale();
  return (
    <section className="imports" aria-labelledby="past">
      <h2 id="past">{say.list.heading}</h2>
      {imports.length === 0 ? (
        <Blank title={say.list.empty} text={say.list.emptyText} level={3} />
      ) : (
        <>
          <p>{say.list.apart(apart.imported, apart.onPaper)}</p>
          <table>
            <thead>
              <tr>
                {say.list.columns.map((column, n) => (
                  <th key={column} className={n > 2 ? "num" : n > 0 ? "wide" : undefined}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {imports.map((one) => (
                <tr key={one.publicId}>
                  <th scope="row">
                    <Link to={`/organize/c/${slug}/imports/${one.publicId}`}>{say.list.of(one.number)}</Link>
                    <div className="muted small">{say.list.by(one.by, one.at)}</div>
                    <div className="muted small narrow">
                      {say.formats[one.format]}. {say.states[one.state]}.
                    </div>
                  </th>
                  <td className="wide">{say.formats[one.format]}</td>
                  <td className="wide">{say.states[one.state]}</td>
                  {[one.added, one.known, one.refused].map((n, at) => (
                    <td key={say.list.columns[at + 3]} className="num">
                      {formatNumber(locale, n)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
