import { eq } from "drizzle-orm";
import type { Sender } from "#app/domain/campaign/campaign.ts";
import { lockCampaign, type OnCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { recordChanges } from "#app/domain/campaign/record-changes.server.ts";
import { domainOf, partsOfSender } from "#app/domain/queue/sender-of.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, DbOrTx } from "#db/index.ts";
import { campaigns } from "#db/schema/index.ts";
import { countOpenBatches } from "./set-organization.server.ts";

type SetInput = OnCampaign & {
  /** Version of the campaign's words when the edit began. */
  version: number;
  sender: Sender;
  /** The site's own sender, `Name <address>`. */
  site: string;
};

export type SenderSet =
  /** `openBatches`: update calls with an unknown outcome. They can only be retried unchanged. */
  | { outcome: "set"; openBatches: number }
  /** Mail servers only trust addresses at the site's own domain. */
  | { outcome: "other-domain" }
  | { outcome: "stale" }
  | { outcome: "gone" };

/** Sets the sender and the reply address of every email written from now on. */
export async function setSender(db: Db, input: SetInput, now = new Date()): Promise<SenderSet> {
  const { campaignId, actor, sender, site } = input;
  return db.transaction(async (tx): Promise<SenderSet> => {
    if (!(await lockCampaign(tx, input, "manage"))) return { outcome: "gone" };
    const known = await readSender(tx, campaignId);
    if (known?.version !== input.version) return { outcome: "stale" };
    const { version, ...before } = known;
    const ours = domainOf(partsOfSender(site).address);
    if (sender.senderAddress !== null && domainOf(sender.senderAddress) !== ours)
      return { outcome: "other-domain" };
    await tx
      .update(campaigns)
      .set({ ...sender, version: version + 1 })
      .where(eq(campaigns.id, campaignId));
    const about = { campaignId, actor, thing: "campaign", stage: "public" } as const;
    const fields = await recordChanges(tx, about, { before, after: sender }, now);
    const entry = { actor, action: "campaign-changed", campaignId, subject: null } as const;
    if (fields.length > 0) await recordAudit(tx, { ...entry, detail: { fields } }, now);
    return { outcome: "set", openBatches: await countOpenBatches(tx, campaignId) };
  });
}

/** Reads the sender, with the version of the campaign's words. */
export async function readSender(
  db: DbOrTx,
  campaignId: number,
): Promise<(Sender & { version: number }) | null> {
  const { senderName, senderAddress, replyTo, version } = campaigns;
  const [row] = await db
    .select({ senderName, senderAddress, replyTo, version })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  return row ?? null;
}
