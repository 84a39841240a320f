import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import type { OrganizerRight } from "#app/domain/access/organizer.ts";
import { stillApproves } from "#app/domain/access/still-approves.server.ts";
import { readSentBack } from "#app/domain/approvals/sent-back.ts";
import type { Actor } from "#app/domain/record/record.server.ts";
import { isUuid } from "#app/lib/uuid.ts";
import type { Tx } from "#db/index.ts";
import { packs } from "#db/schema/index.ts";
import { type PackState, packStateOf } from "./pack.ts";
import { type ReportedHandOver, reportedHandOverOf } from "./recorded-hand-over.server.ts";

export type OnPack = { campaignId: number; publicId: string; actor: Actor };

export type LockedPack = {
  id: number;
  companyId: number;
  number: number;
  state: PackState;
  askedById: string | null;
  askedAt: Date;
  approvedById: string | null;
  approvedAt: Date | null;
  approvedAlone: boolean;
  /** The approver may still approve. */
  approverStands: boolean;
  madeAt: Date | null;
  recorded: ReportedHandOver | null;
};

/** Locks a pack until the transaction ends. Null if the campaign lacks it or the actor lacks the right. */
export async function lockPack(
  tx: Tx,
  { campaignId, publicId, actor }: OnPack,
  right: OrganizerRight,
  now: Date,
): Promise<LockedPack | null> {
  if (!isUuid(publicId)) return null;
  const [row] = await tx
    .select({
      ...getTableColumns(packs),
      approverStands: stillApproves(sql`packs.campaign_id`, sql`packs.approved_by_id`),
    })
    .from(packs)
    .where(
      and(
        eq(packs.campaignId, campaignId),
        eq(packs.publicId, publicId),
        sql`${mayAct(actor, campaignId, right)}`,
      ),
    )
    .for("update");
  if (!row) return null;
  const state = packStateOf({ ...row, isSentBack: await readSentBack(tx, "pack", publicId) }, now);
  return { ...row, state, recorded: reportedHandOverOf(row) };
}
