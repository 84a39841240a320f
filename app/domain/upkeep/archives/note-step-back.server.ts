import { sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { endRestored, pauseAllSending } from "./end-restored.server.ts";

/**
 * Pauses sending because the database went back in time, and settles what may have been sent since. Once for
 * each number that the erasure log had counted to.
 */
export async function noteStepBack(db: Db, newest: number, now = new Date()): Promise<void> {
  await db.transaction(async (tx) => {
    const run = async (statement: string) => (await tx.execute(sql.raw(statement))).count;
    const noted = await tx.execute(sql`
      insert into switches (name, reason) values ('went-back', ${String(newest)})
      on conflict (name) do update set reason = excluded.reason, since = now()
      where switches.reason <> excluded.reason returning name`);
    if (noted.length === 0) return;
    const settled = await endRestored(run);
    await pauseAllSending(run, "the database went back in time");
    const site = { actor: "system", campaignId: null, subject: null } as const;
    await recordAudit(tx, { ...site, action: "database-went-back", detail: settled }, now);
  });
}
