import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { openCopy } from "./open-copy.server.ts";
import { openPledges } from "./open-pledges.server.ts";
import type { ListOf } from "./presets.ts";
import { signaturesQuery } from "./signatures-query.server.ts";
import type { OpenedList } from "./stream-export.server.ts";

/** The rows of a list: copied by the database itself, or, where holdings are decrypted, read page by page. */
export async function openList(
  db: Db,
  keys: Keys,
  { campaignId, list }: { campaignId: number; list: ListOf },
): Promise<OpenedList> {
  switch (list.preset) {
    case "full":
    case "delivery":
      return openCopy(db, signaturesQuery(campaignId, list.preset, list.filter));
    case "pledges":
    case "pledges-co-filers":
      return openPledges(db, keys, campaignId, list);
  }
}
