import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { type KeeperScope, mayKeep } from "./keeper.server.ts";
import type { Keeping } from "./keeping.ts";

/** Whether someone of a campaign may change the facts of its company, which all campaigns on it share. */
export async function findKeeping(db: DbOrTx, scope: KeeperScope): Promise<Keeping> {
  const [row] = await db.execute<{ here: boolean; everywhere: boolean }>(sql`
    select bool_or(c.id = ${scope.campaignId} and ${mayKeep(scope.organizerId, sql`c.id`)}) as here,
      bool_and(${mayKeep(scope.organizerId, sql`c.id`)}) as everywhere
    from campaigns c
    where c.target_id = (select target_id from campaigns where id = ${scope.campaignId})`);
  if (!row?.here) return "role";
  return row.everywhere ? "keeps" : "shared";
}
