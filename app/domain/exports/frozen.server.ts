import type { Readable } from "node:stream";
import { sql } from "drizzle-orm";
import type { Db, DbOrTx } from "#db/index.ts";

/** The campaigns that the panic switch has stopped: of these no file is begun, made or handed out, and no mail to many goes. */
export const frozenCampaigns = sql`(select id from campaigns where frozen_at is not null)`;

/** True while the panic switch of the campaign is on. */
export async function isFrozen(db: DbOrTx, campaignId: number): Promise<boolean> {
  const [row] = await db.execute<{ frozen: boolean }>(
    sql`select ${campaignId}::int in ${frozenCampaigns} as frozen`,
  );
  return row?.frozen === true;
}

/** Seconds after which a transfer under way notices that its campaign is frozen. */
const looksEverySeconds = 1;

/** Breaks a transfer off once its campaign is frozen: what has not gone out yet stays here. */
export function breakWhenFrozen<T extends Readable>(db: Db, campaignId: number, transfer: T): T {
  const timer = setInterval(async () => {
    const frozen = await isFrozen(db, campaignId).catch(() => false);
    if (frozen) transfer.destroy(new Frozen());
  }, looksEverySeconds * 1000);
  timer.unref();
  transfer.once("close", () => clearInterval(timer));
  return transfer;
}

/** The panic switch was pressed while a file went out. */
export class Frozen extends Error {
  constructor() {
    super("the campaign was frozen");
  }
}
