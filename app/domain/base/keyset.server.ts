import { type SQL, sql } from "drizzle-orm";

/** Where a page of a list begins: before (newer) or after (older) the row with this id. */
export type Cursor<Id = string> = { side: "newer" | "older"; than: Id };

/** The rows to page on from, where there is more on that side. */
export type Sides<Id = string> = { newer: Id | null; older: Id | null };

type Listed<Id> = {
  cursor: Cursor<Id> | null;
  /** The columns that a list is ordered by, newest first. Together they name one row. */
  columns: readonly [SQL, ...SQL[]];
  /** The same columns of the row that a cursor names. */
  placeOf: (than: Id) => SQL;
  rowsAPage?: number | undefined;
};

/**
 * Returns the parts of the statement that reads one page of a list, and what makes a page of its rows. A page
 * is found by the place of a row and never by counting rows off: the last page of a million costs what the
 * first does.
 */
export function keyset<Id>({ cursor, columns, placeOf, rowsAPage = 50 }: Listed<Id>) {
  const upwards = cursor?.side === "newer";
  const place = sql`(${sql.join([...columns], sql`, `)})`;
  return {
    /** What the rows beyond the cursor meet. */
    beyond: cursor
      ? [upwards ? sql`${place} > ${placeOf(cursor.than)}` : sql`${place} < ${placeOf(cursor.than)}`]
      : [],
    order: sql.join(
      columns.map((column) => (upwards ? column : sql`${column} desc`)),
      sql`, `,
    ),
    /** One row more than a page has: it says that there is more. */
    limit: rowsAPage + 1,
    page<Row>(found: readonly Row[], idOf: (row: Row) => Id): Sides<Id> & { rows: Row[] } {
      const more = found.length > rowsAPage;
      const rows = found.slice(0, rowsAPage);
      if (upwards) rows.reverse();
      const [first, last] = [rows[0], rows.at(-1)];
      return {
        rows,
        newer: first && (upwards ? more : cursor !== null) ? idOf(first) : null,
        older: last && (upwards || more) ? idOf(last) : null,
      };
    },
  };
}
