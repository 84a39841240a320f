import { type SQL, sql } from "drizzle-orm";
import { canonicalAddress, parseAddress } from "#app/domain/base/address.ts";
import { cleanLine } from "#app/domain/base/text.ts";
import { isMailbox } from "#app/domain/supporters/is-mailbox.ts";
import type { Db } from "#db/index.ts";
import { addressContains, unwrapAddress } from "./address-contains.ts";

/** Most results of a search; typing more of the name finds fewer. */
export const maxFoundPeople = 50;

/** A table of entries. Its conditions and columns use these aliases for a row and its person. */
type Searched = {
  table: SQL;
  row: SQL;
  person: SQL;
  columns: SQL;
  /** Limits to the campaign or meeting searched. */
  ofScope: SQL;
  /** True while the searcher may see names. */
  allowed: SQL;
  /** True for a row that lists show; evaluated only for rows that may be shown. */
  isListed: SQL;
};

/** Null for text that is no address and has fewer than three characters in a row. `more`: `rows` is cut. */
type FoundRows<Row> = { rows: Row[]; more: boolean } | null;

/** Persons taken from the index of names; if there are more, the newest rows are searched instead. */
const fromIndex = 500;
const walked = 2000;

/**
 * Finds rows by any part of an address or of a person's name, newest first. Names are searched in the index
 * of those who wrote or pledged; a frequent one may match too many, so then the newest rows are searched.
 */
export async function searchByPerson<Row extends { publicId: string } & Record<string, unknown>>(
  db: Db,
  { table, row, person, columns, ofScope, allowed, isListed }: Searched,
  typed: string,
): Promise<FoundRows<Row>> {
  const text = unwrapAddress(cleanLine(typed));
  const address = parseAddress(text);
  const newestFirst = sql`order by ${row}.created_at desc, ${row}.id desc`;
  const ask = async (query: SQL) => (await db.execute(query)) as Record<string, unknown>[] as Row[];
  const ofPersons = (persons: SQL) =>
    ask(sql`
      with ${person} as materialized (select * from supporters ${person} where ${persons})
      select ${columns} from ${person} join ${table} ${row} on ${row}.supporter_id = ${person}.id
      where ${ofScope} and ${isListed} and ${allowed}
      ${newestFirst} limit ${maxFoundPeople + 1}`);
  const whole = address
    ? await ofPersons(isMailbox(sql`${person}.email_canonical`, canonicalAddress(address)))
    : [];
  if (whole.length > 0) return foundOf(whole);
  if (!/[\p{L}\p{N}\p{M}]{3}/u.test(text)) return null;

  const named = sql`lower(${person}.name) like lower(${`%${text.replace(/[\\%_]/g, "\\$&")}%`})`;
  const isMeant = sql`(${sql.join([named, ...addressContains(person, text)], sql` or `)})`;
  const found = await ofPersons(sql`${person}.wrote_or_pledged and ${isMeant}
    and exists (select 1 from ${table} ${row} where ${row}.supporter_id = ${person}.id
      and ${ofScope} offset 0)
    limit ${fromIndex}`);
  if (found.length <= maxFoundPeople) return foundOf(found);
  const newest = await ask(sql`
    select ${columns}
    from (select * from ${table} ${row} where ${ofScope} and ${allowed} ${newestFirst} limit ${walked}) ${row}
    cross join lateral (select * from supporters where id = ${row}.supporter_id offset 0) ${person}
    where ${isListed} and ${isMeant}
    ${newestFirst} limit ${maxFoundPeople + 1}`);
  return foundOf(withOthers(newest, found, ({ publicId }) => publicId));
}

const foundOf = <Row>(rows: readonly Row[]): FoundRows<Row> => ({
  rows: rows.slice(0, maxFoundPeople),
  more: rows.length > maxFoundPeople,
});

/** Appends those of `others` that are not among the rows. */
export function withOthers<Row>(
  rows: readonly Row[],
  others: readonly Row[],
  idOf: (row: Row) => string,
): Row[] {
  const known = new Set(rows.map(idOf));
  return [...rows, ...others.filter((row) => !known.has(idOf(row)))];
}
