import { Fragment, type ReactNode } from "react";
import { formatDate } from "#app/i18n/index.ts";
import { useLocale } from "#app/ui/locale.tsx";
import { clockTime, writeClock } from "./moment.tsx";

type PeopleTableProps<Row> = {
  caption: string;
  /** Added to `people`. */
  className?: string | undefined;
  /** Their headings, each with its column's class. */
  columns: readonly { heading: string; className?: string | undefined }[];
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

/** How a column looks. On phones, `wide` ones are hidden and their text is a line under the title. */
export type Look<Row> = {
  className?: string;
  /** Added to its heading's class: the column's width. */
  width?: string;
  /** Its cell names the row. */
  isTitle?: boolean;
  text?: (row: Row) => string | null;
  /** The line under the title that has the text on phones. */
  line?: 1 | 2;
  /** Shown instead of the text. */
  cell?: (row: Row) => ReactNode;
};

type ListTableProps<Row> = Pick<PeopleTableProps<Row>, "caption" | "rows" | "sentAt"> & {
  className?: string | undefined;
  headings: Record<string, string>;
  /** By heading; the first column is the time. */
  looks: Record<string, Look<Row>>;
};

/** Lists rows with the time, under their day; on phones the time is under the state. */
export function ListTable<Row extends { publicId: string }>(props: ListTableProps<Row>) {
  const { headings, looks, sentAt, ...rest } = props;
  const [time = ""] = Object.keys(headings);
  const columns = Object.entries(looks);
  const narrow = (text: string) => <span className="narrow small muted">{text}</span>;
  const folded = (row: Row, at: 1 | 2) => {
    const texts = columns.map(([, { line, text }]) => (line === at && text ? text(row) : null));
    return texts.filter(Boolean).join(", ");
  };
  const cellOf = (row: Row, name: string, { className, isTitle, text, cell }: Look<Row>) =>
    isTitle ? (
      <th key={name} scope="row">
        {cell?.(row)}
        {([1, 2] as const).map(
          (line) => folded(row, line) && <Fragment key={line}>{narrow(folded(row, line))}</Fragment>,
        )}
      </th>
    ) : (
      <td key={name} className={className}>
        {cell ? cell(row) : text?.(row)}
        {className === "state" && narrow(clockTime(sentAt(row)))}
      </td>
    );
  return (
    <PeopleTable
      {...rest}
      sentAt={sentAt}
      columns={[
        { heading: headings[time] ?? "", className: "wide w-30" },
        ...columns.map(([name, { className = "", width = "" }]) => ({
          heading: headings[name] ?? "",
          className: `${className.replace(" muted", "")} ${width}`.trim() || undefined,
        })),
      ]}
      keyOf={({ publicId }) => publicId}
      rowOf={(row) => (
        <tr>
          <td className="wide time">{writeClock(sentAt(row))}</td>
          {columns.map(([name, look]) => cellOf(row, name, look))}
        </tr>
      )}
    />
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
