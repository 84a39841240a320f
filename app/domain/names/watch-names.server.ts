import { sql } from "drizzle-orm";
import { z } from "zod";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import { characters, cleanLine } from "#app/domain/base/text.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";

/** Names that one campaign watches at most. */
const watchedAtMost = 200;

export const WatchForm = z.object({
  watch: z
    .string("watch-missing")
    .transform((text) => cleanLine(text).replace(/\s+/g, " "))
    .refine((text) => characters(text) >= 2, "watch-missing")
    .refine((text) => characters(text) <= 120, "watch-long"),
});

/** `organizerId` null: the operator. */
type OnList = { campaignId: number; organizerId: string | null };

/** Lists the names a campaign watches alphabetically. */
export const listWatched = async (db: Db, campaignId: number) => [
  ...(await db.execute<{ id: number; name: string }>(sql`
    select id::int, name from watched_names where campaign_id = ${campaignId} order by lower(name), id`)),
];

/** Watches a name from now on: who signed under it already is checked again. */
export async function watchName(
  db: Db,
  { campaignId, organizerId, name }: OnList & { name: string },
  now = new Date(),
): Promise<{ outcome: "watched" | "known" | "full" | "gone" }> {
  return db.transaction(async (tx) => {
    const [may] = await tx.execute<{ names: number; known: boolean }>(sql`
      select (select count(*)::int from watched_names where campaign_id = ${campaignId}) as names,
        exists (select from watched_names where campaign_id = ${campaignId}
          and lower(name) = lower(${name})) as known
      from campaigns where id = ${campaignId} and ${mayAct(actorOf(organizerId), campaignId, "review")}
      for update`);
    if (!may) return { outcome: "gone" };
    if (may.known) return { outcome: "known" };
    if (may.names >= watchedAtMost) return { outcome: "full" };
    await tx.execute(sql`
      insert into watched_names (campaign_id, name, added_by_id, added_at)
      values (${campaignId}, ${name}, ${organizerId}::uuid, ${now.toISOString()}::timestamptz)`);
    await queueAllNames(tx, campaignId);
    const actor = actorOf(organizerId);
    const detail = { change: "added", names: may.names + 1 };
    await recordAudit(tx, { actor, action: "watched-names-changed", campaignId, subject: null, detail }, now);
    return { outcome: "watched" };
  });
}

/** Stops watching a name: names that waited only because of it are screened again. */
export async function unwatchName(
  db: Db,
  { campaignId, organizerId, id }: OnList & { id: number },
  now = new Date(),
): Promise<{ outcome: "unwatched" | "gone" }> {
  return db.transaction(async (tx) => {
    const removed = await tx.execute(sql`
      delete from watched_names where campaign_id = ${campaignId} and id = ${id}
        and ${mayAct(actorOf(organizerId), campaignId, "review")} returning id`);
    if (removed.length === 0) return { outcome: "gone" };
    await tx.execute(sql`
      insert into names_awaiting_review (signature_id)
      select signature_id from name_reviews
      where campaign_id = ${campaignId} and state = 'queued' and 'watched' = any (reasons)
      on conflict do nothing`);
    const actor = actorOf(organizerId);
    const detail = { change: "removed" };
    await recordAudit(tx, { actor, action: "watched-names-changed", campaignId, subject: null, detail }, now);
    return { outcome: "unwatched" };
  });
}

/** Only the program can compare names, so every name is screened again. */
const queueAllNames = (tx: Tx, campaignId: number) =>
  tx.execute(sql`
    insert into names_awaiting_review (signature_id)
    select s.id from signatures s join consents c on c.supporter_id = s.supporter_id
      and c.campaign_id = s.campaign_id
      and c.purpose = 'deliver_to_company' and c.revoked_at is null
    where s.campaign_id = ${campaignId} and s.state = 'confirmed'
    on conflict do nothing`);
