import { type SQL, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { type Cursor, keyset, type Sides } from "./keyset.server.ts";
import type { Chosen, Filters } from "./list.ts";

/** The SQL of a list. A row is `row` of `table`, its person `person`; conditions and columns use these. */
export type ListSource<Scope, Row, F extends Filters> = {
  table: SQL;
  row: SQL;
  person: SQL;
  columns: SQL;
  /** The column of the time it is ordered by, newest first. */
  time: SQL;
  /** Limits to the campaign or meeting; a cursor of another one finds no place. */
  of: (scope: Scope) => SQL;
  /** True while the reader may see names. */
  allowed: (scope: Scope) => SQL;
  /** True for a row that is listed. */
  isListed?: SQL;
  where: { [N in keyof F]: (value: NonNullable<Chosen<F>[N]>) => SQL };
  toRow: (raw: Row) => Row;
};

export type Page<Name extends string, Row> = Sides & Record<Name, Row[]>;

/** Reads a page of a list, newest first. */
export type ReadPage<Scope, Name extends string, Row, F extends Filters> = (
  db: DbOrTx,
  scope: Scope,
  chosen: Chosen<F>,
  cursor: Cursor | null,
  rowsAPage?: number,
) => Promise<Page<Name, Row>>;

/** What page and command know of a list. */
export type List<Scope, Name extends string, Row, F extends Filters> = {
  /** The key of its rows, and its name in the log. */
  name: Name;
  filters: F;
  page: ReadPage<Scope, Name, Row, F>;
  /** What the log says of the filter: only states, days and years. */
  noted: (chosen: Chosen<F>, scope: Scope) => Record<string, string | number | null>;
};

type Listed = { publicId: string } & Record<string, unknown>;

/** Orders rows and finds those beyond a cursor, by time and id. */
export function orderOf<Scope, Row, F extends Filters>(
  { table, row, time, of }: ListSource<Scope, Row, F>,
  scope: Scope,
  cursor: Cursor | null,
  rowsAPage?: number,
) {
  const columns = [sql`${row}.${time}`, sql`${row}.id`] as const;
  return keyset({
    cursor,
    columns,
    placeOf: (publicId) => sql`(select ${sql.join([...columns], sql`, `)} from ${table} ${row}
      where ${row}.public_id = ${publicId} and ${of(scope)})`,
    rowsAPage,
  });
}

/**
 * Returns how to read one page of a list. A page is cut from its table before persons are joined, so that
 * the order's index answers it.
 */
export const pagesOf =
  <Scope, const Name extends string, Row extends { publicId: string }, F extends Filters>(
    name: Name,
    source: ListSource<Scope, Row, F>,
  ): ReadPage<Scope, Name, Row, F> =>
  async (db, scope, chosen, cursor, rowsAPage) => {
    const { table, row, person, columns, of, allowed, isListed, where, toRow } = source;
    const { beyond, order, limit, page } = orderOf(source, scope, cursor, rowsAPage);
    const narrowed = Object.entries(where).flatMap(([filter, by]) => {
      const value = (chosen as Record<string, unknown>)[filter];
      return value == null ? [] : [by(value as never)];
    });
    const conditions = [of(scope), allowed(scope), ...(isListed ? [isListed] : []), ...narrowed, ...beyond];
    const rows = await db.execute<Listed>(sql`
      select ${columns}
      from (
        select * from ${table} ${row} where ${sql.join(conditions, sql` and `)}
        order by ${order} limit ${limit}
      ) ${row} join supporters ${person} on ${person}.id = ${row}.supporter_id
      order by ${order}`);
    const read = page((rows as unknown as Row[]).map(toRow), ({ publicId }) => publicId);
    const { rows: listed, ...sides } = read;
    return { [name]: listed, ...sides } as Page<Name, Row>;
  };

/** Builds conditions on a moment by its day in UTC, both days included. */
export const since = (column: SQL) => (day: string) => sql`${column} >= ${day}::timestamp at time zone 'UTC'`;
export const until = (column: SQL) => (day: string) =>
  sql`${column} < (${day}::timestamp + interval '1 day') at time zone 'UTC'`;
