import { sql } from "drizzle-orm";
import { actorOf } from "#app/domain/record/record.server.ts";
import { removeKeptFiles } from "#app/domain/record/remove-kept-files.server.ts";
import type { Db } from "#db/index.ts";
import { mayTakeLists } from "./rights.server.ts";

/** Removes kept files whose time is over. */
export async function wipeExpired(db: Db, now: Date): Promise<void> {
  const which = sql`expires_at < ${now.toISOString()}`;
  await db.transaction((tx) => removeKeptFiles(tx, which, { actor: "system", wipedFor: "expired" }, now));
}

/** Removes a kept file early, for the operator or an organizer who may take it. False if there is none. */
export async function wipeExport(
  db: Db,
  { id, campaignId, organizerId }: { id: string; campaignId: number; organizerId: string | null },
  now = new Date(),
): Promise<boolean> {
  const may = mayTakeLists({ campaignId, organizerId }, sql`e.preset`);
  const which = sql`e.id = ${id} and e.campaign_id = ${campaignId} and ${may}`;
  const why = { actor: actorOf(organizerId), wipedFor: "organizer" } as const;
  return db.transaction(async (tx) => (await removeKeptFiles(tx, which, why, now)) > 0);
}
