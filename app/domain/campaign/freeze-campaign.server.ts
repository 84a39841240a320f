import { sql } from "drizzle-orm";
import { mayAct, organizerOf } from "#app/domain/access/may-act.server.ts";
import { type Actor, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { enqueue } from "#db/jobs.ts";

type OnCampaign = { campaignId: number; actor: Actor };

/**
 * Stops everything that leaves a campaign: exports, packs, updates, dispatches and reminders, including those
 * under way. Anyone who manages it or approves what is sent can do so alone and at once: stopping is never a
 * risk. Waits for a claim of emails under way; after this returns none is made.
 */
export async function freezeCampaign(
  db: Db,
  { campaignId, actor }: OnCampaign,
  now = new Date(),
): Promise<{ outcome: "frozen" | "already" | "gone" }> {
  return db.transaction(async (tx) => {
    const may = sql`(${mayAct(actor, campaignId, "manage")} or ${mayAct(actor, campaignId, "approve")})`;
    const [campaign] = await tx.execute<{ frozen: boolean }>(sql`
      select frozen_at is not null as frozen from campaigns where id = ${campaignId} and ${may} for update`);
    if (!campaign) return { outcome: "gone" };
    if (campaign.frozen) return { outcome: "already" };
    await tx.execute(sql`
      update campaigns set frozen_at = ${now.toISOString()}, frozen_by = ${actor} where id = ${campaignId}`);
    const entry = { actor, action: "campaign-frozen", campaignId, subject: null, detail: {} } as const;
    await recordAudit(tx, entry, now);
    return { outcome: "frozen" };
  });
}

/** Lifts a freeze: what waited continues. For those who manage the campaign; the caller reauthenticates. */
export async function unfreezeCampaign(
  db: Db,
  { campaignId, actor }: OnCampaign,
  now = new Date(),
): Promise<{ outcome: "unfrozen" | "not-frozen" | "gone" }> {
  return db.transaction(async (tx) => {
    const [campaign] = await tx.execute<{ since: string | null }>(sql`
      select frozen_at as since from campaigns
      where id = ${campaignId} and ${mayAct(actor, campaignId, "manage")} for update`);
    if (!campaign) return { outcome: "gone" };
    if (campaign.since === null) return { outcome: "not-frozen" };
    await tx.execute(sql`update campaigns set frozen_at = null, frozen_by = null where id = ${campaignId}`);
    const entry = { actor, action: "campaign-unfrozen", campaignId, subject: null } as const;
    await recordAudit(tx, { ...entry, detail: { since: new Date(campaign.since).toISOString() } }, now);
    for (const queue of ["send-updates", "letters"]) await enqueue(tx, queue);
    return { outcome: "unfrozen" };
  });
}

/** Finds since when and by whom a campaign is frozen. `by` null: the operator, or a removed account. */
export async function findFreeze(db: Db, campaignId: number) {
  const [row] = await db.execute<{ since: string; actor: Actor }>(sql`
    select frozen_at as since, frozen_by as actor from campaigns
    where id = ${campaignId} and frozen_at is not null`);
  if (!row) return null;
  const [who] = await db.execute<{ name: string }>(sql`
    select name from organizers where id = ${organizerOf(row.actor)}::uuid`);
  return { since: new Date(row.since).toISOString(), by: who?.name ?? null };
}
