import type { Series } from "#app/domain/activity/read-series.server.ts";
import { useWords } from "#app/ui/locale.tsx";
import { dateOf, dayOf, timeOf } from "./local-time.ts";
import { Scroll } from "./part.tsx";

type Drawn = "joined" | "pledges" | "letters" | "mails";

type SeriesTableProps = { series: Series; byHour: boolean; asOf: string; columns: readonly Drawn[] };

/** Lists every figure of the plot: each line with the time before next to it. */
export function SeriesTable({ series: { points, totalBefore }, byHour, asOf, columns }: SeriesTableProps) {
  const { series: say, digits } = useWords().dashboard;
  const compares = totalBefore !== null;
  return (
    <Scroll of="over-time">
      <table className="series-table">
        <thead>
          <tr>
            <th scope="col" rowSpan={compares ? 2 : 1}>
              {say.columns.at}
            </th>
            {columns.map((what) => (
              <th key={what} scope={compares ? "colgroup" : "col"} className="num" colSpan={compares ? 2 : 1}>
                {say.columns[what]}
              </th>
            ))}
            <th scope="col" className="num" rowSpan={compares ? 2 : 1}>
              {say.columns.left}
            </th>
          </tr>
          {compares && (
            <tr>
              {columns.flatMap((what) => [
                <th key={what} scope="col" className="num">
                  {say.columns.now}
                </th>,
                <th key={`${what}-before`} scope="col" className="num">
                  {say.columns.before}
                </th>,
              ])}
            </tr>
          )}
        </thead>
        <tbody>
          {[...points].reverse().map(({ at, now, before }) => (
            <tr key={at}>
              <th scope="row">
                <time dateTime={at}>{byHour ? `${dayOf(at)}, ${timeOf(at)}` : dateOf(at, asOf)}</time>
              </th>
              {columns.flatMap((what) => [
                <td key={what} className="num">
                  {digits(now[what])}
                </td>,
                compares && (
                  <td key={`${what}-before`} className="num muted">
                    {digits(before?.[what] ?? 0)}
                  </td>
                ),
              ])}
              <td className="num">{digits(now.left)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
