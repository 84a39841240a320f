import { type SQL, sql } from "drizzle-orm";
import { canonicalAddress, parseAddress } from "#app/domain/base/address.ts";
import { orderOf } from "#app/domain/base/list.server.ts";
import { cleanLine } from "#app/domain/base/text.ts";
import { addressContains, unwrapAddress } from "#app/domain/entries/address-contains.ts";
import {
  foundOf,
  maxFoundPeople,
  type Search,
  withOthers,
} from "#app/domain/entries/search-by-person.server.ts";
import { isMailbox } from "#app/domain/supporters/is-mailbox.ts";
import { type ListScope, signatureSource } from "./list-signatures.server.ts";
import type { ListedSignature } from "./signature-list.ts";

/** Newest signatures searched before the index of names is used. */
const walked = 4000;
/** Persons taken from each index: if there are more, a search shows just some of the older ones. */
const fromIndex = 2000;

const { columns, of, allowed, toRow } = signatureSource;

/**
 * Finds signatures of this campaign by any part of an address, a receipt code, or a part
 * of the name; newest first.
 *
 * A frequent part of a name is met within the newest rows; a rare one has few entries in the trigram
 * index. Each way is slow where the other is quick, so both are bounded: the newest rows are looked
 * through, and the index is asked for what they did not fill.
 */
export const searchSignatures: Search<ListScope, "signatures", ListedSignature> = async (
  db,
  scope,
  typed,
  cursor = null,
) => {
  const text = unwrapAddress(cleanLine(typed));
  const address = parseAddress(text);
  const { beyond, order } = orderOf(signatureSource, scope, cursor);
  const within = sql.join([of(scope), allowed(scope), ...beyond], sql` and `);
  const answer = (rows: readonly ListedSignature[]) => foundOf("signatures", rows, toRow);
  const ask = (rows: SQL, first = sql``) =>
    db.execute<ListedSignature>(sql`${first} select ${columns} ${rows}
      order by ${order} limit ${maxFoundPeople + 1}`);
  const find = (condition: SQL) =>
    ask(sql`from signatures s join supporters p on p.id = s.supporter_id where ${within} and ${condition}`);

  const whole = address ? await find(isMailbox(sql`p.email_canonical`, canonicalAddress(address))) : [];
  if (whole.length > 0) return answer(whole);

  const code = text.toUpperCase();
  if (/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}$/.test(code))
    return answer(await find(sql`s.receipt_code = ${code}`));
  if (!/[\p{L}\p{N}\p{M}]{3}/u.test(text)) return { outcome: "too-short" };

  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const meant = [sql`lower(p.name) like lower(${pattern})`, ...addressContains(sql`p`, text)];
  const newest = await ask(sql`
    from (select * from signatures s where ${within} order by ${order} limit ${walked}) s
    cross join lateral (select * from supporters where id = s.supporter_id offset 0) p
    where ${sql.join(meant, sql` or `)}`);
  if (newest.length > maxFoundPeople) return answer(newest);

  const some = (one: SQL) => sql`(select id, name, email, country, postal_code from supporters p
    where ${one} limit ${fromIndex})`;
  const indexed = await ask(
    sql`from p join signatures s on s.supporter_id = p.id where ${within}`,
    sql`with p as materialized (${sql.join(meant.map(some), sql` union `)})`,
  );
  return answer(withOthers(newest, indexed));
};
