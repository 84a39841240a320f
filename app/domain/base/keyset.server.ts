import { type SQL, sql } from "drizzle-orm";

/** Where a keyset page begins: before (newer) or after (older) the row with this id. */
export type Cursor<Id = string> = { side: "newer" | "older"; than: Id };

/** The rows to page on from, on sides that have more. */
export type Sides<Id = string> = { newer: Id | null; older: Id | null };

type Listed<Id> = {
  cursor: Cursor<Id> | null;
  /** The columns the list is ordered by, newest first. Together they are unique. */
  columns: readonly [SQL, ...SQL[]];
  /** The same columns of the cursor's row. */
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
    /** Condition for the rows beyond the cursor. */
    beyond: cursor
      ? [upwards ? sql`${place} > ${placeOf(cursor.than)}` : sql`${place} < ${placeOf(cursor.than)}`]
      : [],
    order: sql.join(
      columns.map((column) => (upwards ? column : sql`${column} desc`)),
      sql`, `,
    ),
    /** One more than a page, to know whether there are more. */
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
