import { eq, sql } from "drizzle-orm";
import { mayAct, organizerOf } from "#app/domain/access/may-act.server.ts";
import { askApproval } from "#app/domain/approvals/ask-approval.server.ts";
import { isSentBack } from "#app/domain/approvals/sent-back.ts";
import { companyOf, type OfCompany } from "#app/domain/campaign/company-of.server.ts";
import { type Actor, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { packs } from "#db/schema/index.ts";
import { lockPack, type OnPack } from "./lock-pack.server.ts";
import { packLivesDays } from "./pack.ts";
import { packApproval } from "./pack-approval.ts";

export type AskedPack =
  | { outcome: "asked"; publicId: string; number: number }
  /** One waits for approval, or to be fetched: use that one. */
  | { outcome: "waits"; number: number }
  | { outcome: "gone" };

/** Asks for a pack: nothing is made before somebody else approved it. One at a time for each company. */
export async function askForPack(
  db: Db,
  { actor, ...of }: OfCompany & { actor: Actor },
  now = new Date(),
): Promise<AskedPack> {
  const { campaignId } = of;
  const at = now.toISOString();
  return db.transaction(async (tx) => {
    const [campaign] = await tx.execute<{ next: number; waits: number | null }>(sql`
      select coalesce((select max(number) from packs where campaign_id = c.id), 0) + 1 as next,
        (select number from packs where campaign_id = c.id and company_id = ${companyOf(of)}
          and made_at is null
          and not (approved_at is null and ${isSentBack("pack", sql`packs.public_id`)})
          and asked_at > ${at}::timestamptz - make_interval(days => ${packLivesDays}) order by number desc
          limit 1) as waits
      from campaigns c where c.id = ${campaignId} and ${mayAct(actor, campaignId, "export-signatures")}
      for update of c`);
    if (!campaign) return { outcome: "gone" };
    if (campaign.waits !== null) return { outcome: "waits", number: campaign.waits };
    const [pack] = await tx.execute<{ publicId: string }>(sql`
      insert into packs (campaign_id, company_id, number, asked_by_id, asked_at)
      values (${campaignId}, ${companyOf(of)}, ${campaign.next}, ${organizerOf(actor)}::uuid,
        ${at}::timestamptz)
      returning public_id as "publicId"`);
    const publicId = pack?.publicId ?? "";
    const detail = { number: campaign.next };
    await recordAudit(tx, { actor, action: "pack-asked", campaignId, subject: publicId, detail }, now);
    await askApproval(tx, packApproval, { campaignId, subject: publicId, actor }, now);
    return { outcome: "asked", publicId, number: campaign.next };
  });
}

export type Discarded =
  | { outcome: "discarded" }
  /** A recorded handover of it waits: approve or take that back first. */
  | { outcome: "hand-over-waits" }
  /** It is not made, was handed over, or was discarded before. */
  | { outcome: "not-made" }
  | { outcome: "gone" };

/**
 * Records that a made pack goes to nobody and that its copies were destroyed: no handover of it can be
 * recorded any more. Refuses while a recorded one waits. The caller has reauthenticated the actor.
 */
export async function discardPack(db: Db, input: OnPack, now = new Date()): Promise<Discarded> {
  const { campaignId, publicId, actor } = input;
  return db.transaction(async (tx) => {
    const pack = await lockPack(tx, input, "export-signatures", now);
    if (!pack) return { outcome: "gone" };
    if (pack.state !== "made") return { outcome: "not-made" };
    if (pack.recorded) return { outcome: "hand-over-waits" };
    const discarded = { discardedAt: now, discardedById: organizerOf(actor) };
    await tx.update(packs).set(discarded).where(eq(packs.id, pack.id));
    const detail = { number: pack.number };
    await recordAudit(tx, { actor, action: "pack-discarded", campaignId, subject: publicId, detail }, now);
    return { outcome: "discarded" };
  });
}
