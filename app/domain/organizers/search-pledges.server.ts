import { sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { canonicalAddress, parseAddress } from "../supporters/address.ts";
import { cleanLine } from "../supporters/text.ts";
import { isListed, listedPledgeColumns, type PledgeScope, toListedPledge } from "./list-pledges.server.ts";
import { maySeeNames } from "./list-signatures.server.ts";
import type { ListedPledge } from "./pledge-list.ts";
import { foundAtMost, withOthers } from "./search-signatures.server.ts";

export type FoundPledges =
  | { outcome: "found"; pledges: ListedPledge[]; more: boolean }
  /** Not an address, and fewer than three letters or digits in a row. */
  | { outcome: "too-short" };

/** Persons that the index of names may bring, and newest pledges that are looked through where it brings more than is shown. */
const fromIndex = 500;
const walked = 2000;

/**
 * Finds pledges for one meeting by a whole address or a part of the name, newest first. Names are looked for in the
 * index of those who wrote or pledged; of a frequent one that may bring any, so that the newest pledges come first.
 */
export async function searchPledges(db: Db, scope: PledgeScope, typed: string): Promise<FoundPledges> {
  const text = cleanLine(typed);
  const address = parseAddress(text);
  const ofMeeting = sql`p.campaign_id = ${scope.campaignId} and p.meeting_id = ${scope.meetingId}`;
  const allowed = maySeeNames(scope);
  const order = sql`order by p.created_at desc, p.id desc limit ${foundAtMost + 1}`;
  if (address) {
    return answer(
      await db.execute<ListedPledge>(sql`
        select ${listedPledgeColumns} from pledges p join supporters s on s.id = p.supporter_id
        where ${ofMeeting} and ${isListed} and ${allowed} and s.email_canonical = ${canonicalAddress(address)}
        ${order}`),
    );
  }
  if (!/[\p{L}\p{N}\p{M}]{3}/u.test(text)) return { outcome: "too-short" };
  const isNamed = sql`lower(s.name) like lower(${`%${text.replace(/[\\%_]/g, "\\$&")}%`})`;

  const walkNewest = () =>
    db.execute<ListedPledge>(sql`
      select ${listedPledgeColumns}
      from (select * from pledges p where ${ofMeeting} and ${allowed}
        order by p.created_at desc, p.id desc limit ${walked}) p
      cross join lateral (select * from supporters where id = p.supporter_id offset 0) s
      where ${isListed} and ${isNamed}
      ${order}`);
  const askIndex = () =>
    db.execute<ListedPledge>(sql`
      with s as materialized (
        select * from supporters s where s.wrote_or_pledged and ${isNamed}
          and exists (select 1 from pledges p where p.supporter_id = s.id and ${ofMeeting} offset 0)
        limit ${fromIndex}
      )
      select ${listedPledgeColumns} from s join pledges p on p.supporter_id = s.id
      where ${ofMeeting} and ${isListed} and ${allowed}
      ${order}`);
  const found = await askIndex();
  if (found.length <= foundAtMost) return answer(found);
  return answer(withOthers(await walkNewest(), found, ({ publicId }) => publicId));
}

const answer = (rows: readonly ListedPledge[]): FoundPledges => ({
  outcome: "found",
  pledges: rows.slice(0, foundAtMost).map(toListedPledge),
  more: rows.length > foundAtMost,
});
