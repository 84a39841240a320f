import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { canonicalAddress, parseAddress } from "../supporters/address.ts";
import { cleanLine } from "../supporters/text.ts";
import { isListed, listedPledgeColumns, type PledgeScope, toListedPledge } from "./list-pledges.server.ts";
import { maySeeNames } from "./list-signatures.server.ts";
import type { ListedPledge } from "./pledge-list.ts";
import { foundAtMost } from "./search-signatures.server.ts";

export type FoundPledges =
  | { outcome: "found"; pledges: ListedPledge[]; more: boolean }
  /** Not an address, and fewer than three letters or digits in a row. */
  | { outcome: "too-short" };

/** Finds pledges for one meeting by a whole address or a part of the name, newest first. */
export async function searchPledges(db: Db, scope: PledgeScope, typed: string): Promise<FoundPledges> {
  const text = cleanLine(typed);
  const address = parseAddress(text);
  if (address) return find(db, scope, sql`s.email_canonical = ${canonicalAddress(address)}`);
  if (!/[\p{L}\p{N}\p{M}]{3}/u.test(text)) return { outcome: "too-short" };
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return find(db, scope, sql`lower(s.name) like lower(${pattern})`);
}

async function find(db: Db, scope: PledgeScope, condition: SQL): Promise<FoundPledges> {
  const rows = await db.execute<ListedPledge>(sql`
    select ${listedPledgeColumns} from pledges p join supporters s on s.id = p.supporter_id
    where p.campaign_id = ${scope.campaignId} and p.meeting_id = ${scope.meetingId}
      and ${isListed} and ${maySeeNames(scope)} and ${condition}
    order by p.created_at desc, p.id desc limit ${foundAtMost + 1}`);
  return {
    outcome: "found",
    pledges: rows.slice(0, foundAtMost).map(toListedPledge),
    more: rows.length > foundAtMost,
  };
}
