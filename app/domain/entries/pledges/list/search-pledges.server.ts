import { sql } from "drizzle-orm";
import { searchByPerson } from "#app/domain/entries/search-by-person.server.ts";
import { maySeeNames } from "#app/domain/entries/signatures/list-signatures.server.ts";
import type { Db } from "#db/index.ts";
import { isListed, listedPledgeColumns, type PledgeScope, toListedPledge } from "./list-pledges.server.ts";
import type { ListedPledge } from "./pledge-list.ts";

export type FoundPledges =
  | { outcome: "found"; pledges: ListedPledge[]; more: boolean }
  /** Not an address, and fewer than three letters or digits in a row. */
  | { outcome: "too-short" };

/** Finds pledges for one meeting by a whole address or a part of the name; newest first. */
export async function searchPledges(db: Db, scope: PledgeScope, typed: string): Promise<FoundPledges> {
  const pledges = {
    table: sql`pledges`,
    row: sql`p`,
    person: sql`s`,
    columns: listedPledgeColumns,
    ofScope: sql`p.campaign_id = ${scope.campaignId} and p.meeting_id = ${scope.meetingId}`,
    allowed: maySeeNames(scope),
    isListed,
  };
  const found = await searchByPerson<ListedPledge>(db, pledges, typed);
  if (!found) return { outcome: "too-short" };
  return { outcome: "found", pledges: found.rows.map(toListedPledge), more: found.more };
}
