import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { type ListScope, maySeeNames } from "../organizers/list-signatures.server.ts";
import { foundAtMost, withOthers } from "../organizers/search-signatures.server.ts";
import { canonicalAddress, parseAddress } from "../supporters/address.ts";
import { cleanLine } from "../supporters/text.ts";
import type { ListedLetter } from "./letter-list.ts";
import { listedLetterColumns, toListedLetter } from "./list-letters.server.ts";

export type FoundLetters =
  | { outcome: "found"; letters: ListedLetter[]; more: boolean }
  /** Not an address, and fewer than three letters or digits in a row. */
  | { outcome: "too-short" };

/** Persons that the index of names may bring, and newest letters that are looked through where it brings more than is shown. */
const fromIndex = 500;
const walked = 2000;

/**
 * Finds letters of this campaign by a whole address or a part of their writer's name; newest first. Names are looked for in
 * the index of those who wrote or pledged; of a frequent one that may bring any, so that the newest letters come first.
 */
export async function searchLetters(db: Db, scope: ListScope, typed: string): Promise<FoundLetters> {
  const text = cleanLine(typed);
  const address = parseAddress(text);
  const ofPersons = (persons: SQL) =>
    db.execute<ListedLetter>(sql`
      with p as materialized (${persons})
      select ${listedLetterColumns} from p join letters l on l.supporter_id = p.id
      where l.campaign_id = ${scope.campaignId} and ${maySeeNames(scope)}
      order by l.created_at desc, l.id desc limit ${foundAtMost + 1}`);
  if (address)
    return answer(
      await ofPersons(sql`select * from supporters where email_canonical = ${canonicalAddress(address)}`),
    );
  if (!/[\p{L}\p{N}\p{M}]{3}/u.test(text)) return { outcome: "too-short" };
  const isNamed = sql`lower(p.name) like lower(${`%${text.replace(/[\\%_]/g, "\\$&")}%`})`;

  const walkNewest = () =>
    db.execute<ListedLetter>(sql`
      select ${listedLetterColumns}
      from (select * from letters l where l.campaign_id = ${scope.campaignId} and ${maySeeNames(scope)}
        order by l.created_at desc, l.id desc limit ${walked}) l
      cross join lateral (select * from supporters where id = l.supporter_id offset 0) p
      where ${isNamed}
      order by l.created_at desc, l.id desc limit ${foundAtMost + 1}`);
  const askIndex = () =>
    ofPersons(sql`
      select * from supporters p where p.wrote_or_pledged and ${isNamed}
        and exists (select 1 from letters w where w.supporter_id = p.id and w.campaign_id = ${scope.campaignId} offset 0)
      limit ${fromIndex}`);
  const found = await askIndex();
  if (found.length <= foundAtMost) return answer(found);
  return answer(withOthers(await walkNewest(), found, ({ publicId }) => publicId));
}

const answer = (rows: readonly ListedLetter[]): FoundLetters => ({
  outcome: "found",
  letters: rows.slice(0, foundAtMost).map(toListedLetter),
  more: rows.length > foundAtMost,
});
