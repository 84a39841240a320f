import type { ReactNode } from "react";
import type { PublishedCell } from "#app/domain/entries/pledges/totals/published-totals.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";

export type TotalsRow = { label: string; cell: PublishedCell | undefined };

type TotalsTableProps = {
  caption: ReactNode;
  /** In printing order. Rows without a cell are not shown. */
  rows: readonly TotalsRow[];
  /** The sum of all rows, if no row is left out. */
  sum?: TotalsRow;
};

/** Shows groups of holders with their shares: whole shares if a number was given, else ranges. */
export function TotalsTable({ caption, rows, sum }: TotalsTableProps) {
  const { columns, noneShown } = useWords().totals;
  const known = rows.filter(({ cell }) => cell !== undefined);
  const cells = [...known, ...(sum ? [sum] : [])].map(({ cell }) => cell);
  const numbers = cells.some((cell) => cell?.wholeShares != null);
  const ranges = cells.some((cell) => cell?.bucketMin != null);
  if (cells.every((cell) => cell === undefined)) return <p className="muted">{noneShown}</p>;
  return (
    <table className="totals">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.group}</th>
          <th scope="col" className="number">
            {columns.holders}
          </th>
          {numbers && (
            <th scope="col" className="number">
              {columns.wholeShares}
            </th>
          )}
          {ranges && (
            <th scope="col" className="number">
              {columns.range}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {known.map((row) => (
          <Row key={row.label} {...row} numbers={numbers} ranges={ranges} />
        ))}
      </tbody>
      {sum && (
        <tfoot>
          <Row {...sum} numbers={numbers} ranges={ranges} />
        </tfoot>
      )}
    </table>
  );
}

function Row({ label, cell, numbers, ranges }: TotalsRow & { numbers: boolean; ranges: boolean }) {
  const { columns, range, notShown } = useWords().totals;
  const locale = useLocale();
  const few = <span className="few">{notShown}</span>;
  const whole = (shares: string) => formatNumber(locale, BigInt(shares));
  if (!cell) return null;
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="number" data-label={columns.holders}>
        {formatNumber(locale, cell.holders)}
      </td>
      {numbers && (
        <td className="number" data-label={columns.wholeShares}>
          {cell.wholeShares === null ? few : whole(cell.wholeShares)}
        </td>
      )}
      {ranges && (
        <td className="number" data-label={columns.range}>
          {cell.bucketMin === null || cell.bucketMax === null || cell.bucketMax === "0"
            ? few
            : range(whole(cell.bucketMin), whole(cell.bucketMax))}
        </td>
      )}
    </tr>
  );
}
