import { type SQL, sql } from "drizzle-orm";
import { canonicalAddress, parseAddress } from "#app/domain/base/address.ts";
import type { Cursor } from "#app/domain/base/keyset.server.ts";
import { type ListSource, orderOf } from "#app/domain/base/list.server.ts";
import type { Filters } from "#app/domain/base/list.ts";
import { cleanLine } from "#app/domain/base/text.ts";
import { isMailbox } from "#app/domain/supporters/is-mailbox.ts";
import type { Db } from "#db/index.ts";
import { addressContains, unwrapAddress } from "./address-contains.ts";

/** Most results of a search; typing more of the name finds fewer. */
export const maxFoundPeople = 50;

/** `more`: there are further rows after the last. */
export type Found<Name extends string, Row> =
  | ({ outcome: "found"; more: boolean } & Record<Name, Row[]>)
  /** Not an address, and fewer than three letters or digits in a row. */
  | { outcome: "too-short" };

/** Finds rows for typed text, newest first; with a cursor, those after its row. */
export type Search<Scope, Name extends string, Row> = (
  db: Db,
  scope: Scope,
  typed: string,
  cursor?: Cursor | null,
) => Promise<Found<Name, Row>>;

/** Persons taken from the index of names; if there are more, the newest rows are searched instead. */
const fromIndex = 500;
const walked = 2000;

/**
 * Returns how to find rows of a list by any part of an address or of a person's name, newest first. Names are
 * searched in the index of those who wrote or pledged; a frequent one may match too many, so then the newest
 * rows are searched.
 */
export const searchByPerson =
  <Scope, const Name extends string, Row extends { publicId: string }, F extends Filters>(
    name: Name,
    source: ListSource<Scope, Row, F>,
  ): Search<Scope, Name, Row> =>
  async (db, scope, typed, cursor = null) => {
    const { table, row, person, columns, of, allowed, isListed = sql`true`, toRow } = source;
    const text = unwrapAddress(cleanLine(typed));
    const address = parseAddress(text);
    const { beyond, order } = orderOf(source, scope, cursor);
    const ofScope = sql.join([of(scope), ...beyond], sql` and `);
    const ask = async (query: SQL) => (await db.execute(query)) as unknown as Row[];
    const ofPersons = (persons: SQL) =>
      ask(sql`
        with ${person} as materialized (select * from supporters ${person} where ${persons})
        select ${columns} from ${person} join ${table} ${row} on ${row}.supporter_id = ${person}.id
        where ${ofScope} and ${isListed} and ${allowed(scope)}
        order by ${order} limit ${maxFoundPeople + 1}`);
    const answer = (rows: readonly Row[]) => foundOf(name, rows, toRow);
    const whole = address
      ? await ofPersons(isMailbox(sql`${person}.email_canonical`, canonicalAddress(address)))
      : [];
    if (whole.length > 0) return answer(whole);
    if (!/[\p{L}\p{N}\p{M}]{3}/u.test(text)) return { outcome: "too-short" };

    const named = sql`lower(${person}.name) like lower(${`%${text.replace(/[\\%_]/g, "\\$&")}%`})`;
    const isMeant = sql`(${sql.join([named, ...addressContains(person, text)], sql` or `)})`;
    const found = await ofPersons(sql`${person}.wrote_or_pledged and ${isMeant}
      and exists (select 1 from ${table} ${row} where ${row}.supporter_id = ${person}.id
        and ${ofScope} offset 0)
      limit ${fromIndex}`);
    if (found.length <= maxFoundPeople) return answer(found);
    const newest = await ask(sql`
      select ${columns}
      from (select * from ${table} ${row} where ${ofScope} and ${allowed(scope)}
        order by ${order} limit ${walked}) ${row}
      cross join lateral (select * from supporters where id = ${row}.supporter_id offset 0) ${person}
      where ${isListed} and ${isMeant}
      order by ${order} limit ${maxFoundPeople + 1}`);
    return answer(withOthers(newest, found));
  };

/** Answers with as many rows as a page has. */
export const foundOf = <const Name extends string, Row>(
  name: Name,
  rows: readonly Row[],
  toRow: (row: Row) => Row,
) =>
  ({
    outcome: "found",
    [name]: rows.slice(0, maxFoundPeople).map(toRow),
    more: rows.length > maxFoundPeople,
  }) as Found<Name, Row>;

/** Appends those of `others` that are not among the rows. */
export function withOthers<Row extends { publicId: string }>(
  rows: readonly Row[],
  others: readonly Row[],
): Row[] {
  const known = new Set(rows.map(({ publicId }) => publicId));
  return [...rows, ...others.filter(({ publicId }) => !known.has(publicId))];
}
