import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import type { ReminderState } from "#app/domain/entries/pledges/reminders/reminder.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { canOpen, decryptHolding, type SealedHolding } from "./holding.server.ts";
import { viewMarks } from "./lock-pledge.server.ts";
import type { Holding } from "./pledge.ts";

/** `organizerId` null: the operator. */
type ViewInput = { scope: { campaignId: number; organizerId: string | null }; publicId: string };

/** The reminder of a Rule 14a-8 tier: its day depends on the holding. ISO 8601. */
export type TierReminder = { state: ReminderState; dueAt: string; queuedAt: string | null };

export type Viewed =
  | { outcome: "shown"; holding: Holding; tierReminder: TierReminder | null }
  /** Not a pledge this organizer may open, or one without a holding. */
  | { outcome: "not-shown" }
  /** Its key is gone, or the row was damaged. */
  | { outcome: "unreadable" };

type Row = {
  sharesEnc: Buffer | null;
  bucketEnc: Buffer | null;
  keyId: string | null;
  tier: TierReminder | null;
};

/**
 * Decrypts what one person says they hold, for an organizer who may see it. The look is on record in the
 * same transaction, under a mark that leads to nobody without the keys. Only a pledge that is in force or
 * waits for review is opened: of all others nobody needs to know.
 */
export async function viewHolding(
  db: Db,
  keys: Keys,
  { scope, publicId }: ViewInput,
  now = new Date(),
): Promise<Viewed> {
  const { campaignId, organizerId } = scope;
  const actor = actorOf(organizerId);
  return db.transaction(async (tx) => {
    const [row] = await tx.execute<Row>(sql`
      select p.shares_enc as "sharesEnc", p.bucket_enc as "bucketEnc", p.key_id as "keyId",
        (select json_build_object('state', r.state, 'dueAt', r.due_at, 'queuedAt', r.queued_at)
          from pledge_reminders r where r.series = p.series and r.reminder = 'tier-unlocks') as tier
      from pledges p
      where p.public_id = ${publicId} and p.campaign_id = ${campaignId}
        and p.status in ('active', 'flagged') and p.kind <> 'fund'
        and ${mayAct(actor, campaignId, "view-holdings")}`);
    if (!row) return { outcome: "not-shown" } as const;

    const sealed: SealedHolding = { sharesEnc: row.sharesEnc, bucketEnc: row.bucketEnc, keyId: row.keyId };
    if (!canOpen(keys, { publicId, ...sealed })) return { outcome: "unreadable" } as const;
    const holding = decryptHolding(keys, { publicId, ...sealed });
    if (holding === null) return { outcome: "not-shown" } as const;
    await recordAudit(
      tx,
      {
        actor,
        action: "holding-viewed",
        campaignId,
        subject: randomUUID(),
        detail: { pledge: viewMarks(keys, publicId)[0] },
      },
      now,
    );
    return { outcome: "shown", holding, tierReminder: row.tier && inIso(row.tier) } as const;
  });
}

const inIso = ({ state, dueAt, queuedAt }: TierReminder): TierReminder => ({
  state,
  dueAt: new Date(dueAt).toISOString(),
  queuedAt: queuedAt && new Date(queuedAt).toISOString(),
});
