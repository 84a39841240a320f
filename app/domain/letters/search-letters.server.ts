import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { type ListScope, maySeeNames } from "../organizers/list-signatures.server.ts";
import { foundAtMost } from "../organizers/search-signatures.server.ts";
import { canonicalAddress, parseAddress } from "../supporters/address.ts";
import { cleanLine } from "../supporters/text.ts";
import type { ListedLetter } from "./letter-list.ts";
import { listedLetterColumns, toListedLetter } from "./list-letters.server.ts";

export type FoundLetters =
  | { outcome: "found"; letters: ListedLetter[]; more: boolean }
  /** Not an address, and fewer than three letters or digits in a row. */
  | { outcome: "too-short" };

/** Persons that the index of names may bring: where there are more, a search shows some of them. */
const fromIndex = 2000;

/** Finds letters of this campaign by a whole address or a part of their writer's name; newest first. */
export async function searchLetters(db: Db, scope: ListScope, typed: string): Promise<FoundLetters> {
  const text = cleanLine(typed);
  const address = parseAddress(text);
  if (address)
    return find(
      db,
      scope,
      sql`select * from supporters where email_canonical = ${canonicalAddress(address)}`,
    );
  if (!/[\p{L}\p{N}\p{M}]{3}/u.test(text)) return { outcome: "too-short" };
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return find(
    db,
    scope,
    sql`select * from supporters s where lower(s.name) like lower(${pattern})
      and exists (select 1 from letters w where w.supporter_id = s.id and w.campaign_id = ${scope.campaignId})
      limit ${fromIndex}`,
  );
}

async function find(db: Db, scope: ListScope, persons: SQL): Promise<FoundLetters> {
  const rows = await db.execute<ListedLetter>(sql`
    with p as materialized (${persons})
    select ${listedLetterColumns} from p join letters l on l.supporter_id = p.id
    where l.campaign_id = ${scope.campaignId} and ${maySeeNames(scope)}
    order by l.created_at desc, l.id desc limit ${foundAtMost + 1}`);
  const letters = rows.slice(0, foundAtMost).map(toListedLetter);
  return { outcome: "found", letters, more: rows.length > foundAtMost };
}
