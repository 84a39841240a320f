import type { DbOrTx } from "#db/index.ts";
import { listHolders } from "../organizers/list-holders.server.ts";

/** Who can approve updates of a campaign now, by name. With only one, the author approves alone. */
export const listApprovers = (db: DbOrTx, campaignId: number) => listHolders(db, campaignId, "approve");
