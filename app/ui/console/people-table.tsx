import { Fragment, type ReactNode } from "react";
import { formatDate } from "#app/i18n/index.ts";
import { useLocale } from "#app/ui/locale.tsx";

type PeopleTableProps<Row> = {
  caption: string;
  /** Added to `people`. */
  className?: string;
  /** Their headings, each with its column's class. */
  columns: readonly { heading: string; className?: string }[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** When a row was sent, ISO 8601. */
  sentAt: (row: Row) => string;
  rowOf: (row: Row) => ReactNode;
};

/** Lists people under the day they sent their form. On phones the columns fold into the name's. */
export function PeopleTable<Row>(props: PeopleTableProps<Row>) {
  const { caption, className = "", columns, rows, keyOf, sentAt, rowOf } = props;
  const dayOf = (row: Row | undefined) => (row ? sentAt(row).slice(0, 10) : "");
  return (
    <table className={`stick people ${className}`.trim()}>
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.heading} className={column.className}>
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, n) => (
          <Fragment key={keyOf(row)}>
            {dayOf(row) !== dayOf(rows[n - 1]) && <DayRow day={dayOf(row)} columns={columns.length} />}
            {rowOf(row)}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function DayRow({ day, columns }: { day: string; columns: number }) {
  const locale = useLocale();
  return (
    <tr className="day">
      <th colSpan={columns} scope="rowgroup">
        <time dateTime={day}>{formatDate(locale, day)}</time>
      </th>
    </tr>
  );
}
