import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import { canOpen, decryptHolding } from "#app/domain/entries/pledges/holding.server.ts";
import { viewMarks } from "#app/domain/entries/pledges/lock-pledge.server.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";

/** `organizerId` null: the operator. */
type ViewInput = { scope: { campaignId: number; organizerId: string | null }; publicId: string };

export type SharesViewed =
  /** `shares`: a decimal string. */
  | { outcome: "shown"; shares: string }
  /** Not a letter this organizer may open, or one that states no shares. */
  | { outcome: "not-shown" }
  /** Its key is gone, or the row was damaged. */
  | { outcome: "unreadable" };

/**
 * Decrypts the number of shares in a letter, for an organizer who may see holdings. The view is logged in the
 * same transaction, under a mark that leads to nobody without the keys.
 */
export async function viewLetterShares(
  db: Db,
  keys: Keys,
  { scope: { campaignId, organizerId }, publicId }: ViewInput,
  now = new Date(),
): Promise<SharesViewed> {
  const actor = actorOf(organizerId);
  return db.transaction(async (tx) => {
    const [row] = await tx.execute<{ sharesEnc: Buffer | null; keyId: string | null }>(sql`
      select l.shares_enc as "sharesEnc", l.key_id as "keyId" from letters l
      where l.public_id = ${publicId} and l.campaign_id = ${campaignId} and l.state <> 'email_pending'
        and ${mayAct(actor, campaignId, "view-holdings")}`);
    if (!row) return { outcome: "not-shown" } as const;
    const sealed = { publicId, sharesEnc: row.sharesEnc, bucketEnc: null, keyId: row.keyId };
    if (!canOpen(keys, sealed)) return { outcome: "unreadable" } as const;
    const shares = decryptHolding(keys, sealed)?.shares ?? null;
    if (shares === null) return { outcome: "not-shown" } as const;

    const detail = { letter: viewMarks(keys, publicId)[0] };
    const entry = { actor, campaignId, subject: randomUUID(), detail };
    await recordAudit(tx, { ...entry, action: "holding-viewed" }, now);
    return { outcome: "shown", shares } as const;
  });
}

/** Lists who viewed a letter's shares, newest first. Times are ISO 8601. */
export async function listSharesViews(
  db: Db,
  keys: Keys,
  { campaignId, publicId }: { campaignId: number; publicId: string },
): Promise<{ at: string; by: string | null; byOperator: boolean }[]> {
  const views = await db.execute<{ at: string; by: string | null; byOperator: boolean }>(sql`
    select e.at, o.name as by, e.actor = 'operator' as "byOperator"
    from audit_entries e left join organizers o on e.actor = 'organizer:' || o.id
    where e.action = 'holding-viewed' and e.campaign_id = ${campaignId}
      and e.detail ->> 'letter' in ${viewMarks(keys, publicId)}
    order by e.at desc, e.id desc`);
  return [...views].map((view) => ({ ...view, at: new Date(view.at).toISOString() }));
}
