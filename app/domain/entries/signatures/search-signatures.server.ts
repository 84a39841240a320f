import { type SQL, sql } from "drizzle-orm";
import { canonicalAddress, parseAddress } from "#app/domain/base/address.ts";
import { cleanLine } from "#app/domain/base/text.ts";
import { addressContains, unwrapAddress } from "#app/domain/entries/address-contains.ts";
import { maxFoundPeople, withOthers } from "#app/domain/entries/search-by-person.server.ts";
import { isMailbox } from "#app/domain/supporters/is-mailbox.ts";
import type { Db } from "#db/index.ts";
import {
  type ListedSignature,
  type ListScope,
  listedColumns,
  maySeeNames,
  toListed,
} from "./list-signatures.server.ts";

export type Found =
  | { outcome: "found"; signatures: ListedSignature[]; more: boolean }
  /** Not an address, not a receipt code, and fewer than three letters or digits in a row. */
  | { outcome: "too-short" };

/** Newest signatures searched before the index of names is used. */
const walked = 4000;
/** Persons taken from each index: if there are more, a search shows just some of the older ones. */
const fromIndex = 2000;

/**
 * Finds signatures of this campaign by any part of an address, a receipt code, or a part
 * of the name; newest first.
 *
 * A frequent part of a name is met within the newest rows; a rare one has few entries in the trigram
 * index. Each way is slow where the other is quick, so both are bounded: the newest rows are looked
 * through, and the index is asked for what they did not fill.
 */
export async function searchSignatures(db: Db, scope: ListScope, typed: string): Promise<Found> {
  const text = unwrapAddress(cleanLine(typed));
  const address = parseAddress(text);
  const whole = address
    ? await find(db, scope, isMailbox(sql`p.email_canonical`, canonicalAddress(address)))
    : [];
  if (whole.length > 0) return answer(whole);

  const code = text.toUpperCase();
  if (/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}$/.test(code)) {
    return answer(await find(db, scope, sql`s.receipt_code = ${code}`));
  }
  if (!/[\p{L}\p{N}\p{M}]{3}/u.test(text)) return { outcome: "too-short" };

  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const meant = [sql`lower(p.name) like lower(${pattern})`, ...addressContains(sql`p`, text)];
  const newest = await walkNewest(db, scope, meant);
  if (newest.length > maxFoundPeople) return answer(newest);

  return answer(withOthers(newest, await askIndex(db, scope, meant), (row) => row.publicId));
}

const answer = (rows: readonly ListedSignature[]): Found => ({
  outcome: "found",
  signatures: rows.slice(0, maxFoundPeople).map(toListed),
  more: rows.length > maxFoundPeople,
});

const find = (db: Db, scope: ListScope, condition: SQL) =>
  db.execute<ListedSignature>(sql`
    select ${listedColumns}
    from signatures s join supporters p on p.id = s.supporter_id
    where s.campaign_id = ${scope.campaignId} and ${condition} and ${maySeeNames(scope)}
    order by s.signed_at desc, s.id desc limit ${maxFoundPeople + 1}`);

const walkNewest = (db: Db, scope: ListScope, meant: readonly SQL[]) =>
  db.execute<ListedSignature>(sql`
    select ${listedColumns}
    from (
      select * from signatures
      where campaign_id = ${scope.campaignId} and ${maySeeNames(scope)}
      order by signed_at desc, id desc limit ${walked}
    ) s
    cross join lateral (select * from supporters where id = s.supporter_id offset 0) p
    where ${sql.join([...meant], sql` or `)}
    order by s.signed_at desc, s.id desc limit ${maxFoundPeople + 1}`);

const askIndex = (db: Db, scope: ListScope, meant: readonly SQL[]) =>
  db.execute<ListedSignature>(sql`
    with p as materialized (
      ${sql.join(
        meant.map(
          (one) =>
            sql`(select id, name, email, country, postal_code from supporters p where ${one}
                limit ${fromIndex})`,
        ),
        sql` union `,
      )}
    )
    select ${listedColumns}
    from p join signatures s on s.supporter_id = p.id
    where s.campaign_id = ${scope.campaignId} and ${maySeeNames(scope)}
    order by s.signed_at desc, s.id desc limit ${maxFoundPeople + 1}`);
