import { sql } from "drizzle-orm";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import type { OrganizerRight } from "#app/domain/access/organizer.ts";
import type { Actor } from "#app/domain/record/record.server.ts";
import type { Tx } from "#db/index.ts";

/** Who edits which campaign. */
export type OnCampaign = { campaignId: number; actor: Extract<Actor, `organizer:${string}` | "operator"> };

/**
 * Locks a campaign until the transaction ends, so that edits of its words come one after another; signatures
 * are stored in between. False when the actor has not the right there.
 */
export async function lockCampaign(
  tx: Tx,
  { campaignId, actor }: OnCampaign,
  right: OrganizerRight,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    select from campaigns where id = ${campaignId} and ${mayAct(actor, campaignId, right)}
    for no key update`);
  return rows.length > 0;
}
