import { sql } from "drizzle-orm";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import type { OrganizerRight } from "#app/domain/access/organizer.ts";
import { stillApproves } from "#app/domain/access/still-approves.server.ts";
import { readSentBack } from "#app/domain/approvals/sent-back.ts";
import type { Actor } from "#app/domain/record/record.server.ts";
import { isUuid } from "#app/lib/uuid.ts";
import type { Tx } from "#db/index.ts";
import { type PackState, packStateOf } from "./pack.ts";
import { type ToldHandOver, toldHandOverOf } from "./recorded-hand-over.server.ts";

/** One pack of one campaign, and who acts on it. */
export type OnPack = { campaignId: number; publicId: string; actor: Actor };

export type LockedPack = {
  id: number;
  number: number;
  state: PackState;
  askedById: string | null;
  askedAt: Date;
  approvedById: string | null;
  approvedAt: Date | null;
  approvedAlone: boolean;
  /** Who approved it may still approve. */
  approverStands: boolean;
  madeAt: Date | null;
  told: ToldHandOver | null;
};

type Row = Record<
  | "asked_at"
  | "approved_at"
  | "started_at"
  | "aborted_at"
  | "made_at"
  | "handed_over_at"
  | "discarded_at"
  | "told_at"
  | "told_by_id"
  | "told_handed_over_at"
  | "told_handed_over_to",
  string | null
> & {
  id: string;
  number: number;
  asked_by_id: string | null;
  approved_by_id: string | null;
  approved_alone: boolean;
  stands: boolean;
};

/** Locks a pack until the transaction ends. Null when the campaign has none such, or the actor has not the right there. */
export async function lockPack(
  tx: Tx,
  { campaignId, publicId, actor }: OnPack,
  right: OrganizerRight,
  now: Date,
): Promise<LockedPack | null> {
  if (!isUuid(publicId)) return null;
  const [row] = await tx.execute<Row>(sql`
    select ${stillApproves(sql`packs.campaign_id`, sql`packs.approved_by_id`)} as stands, id, number, asked_by_id, asked_at, approved_by_id, approved_at, approved_alone, started_at, aborted_at, made_at,
      handed_over_at, discarded_at, told_at, told_by_id, told_handed_over_at, told_handed_over_to
    from packs where campaign_id = ${campaignId} and public_id = ${publicId} and ${mayAct(actor, campaignId, right)}
    for update`);
  if (!row) return null;
  const time = (text: string | null) => (text === null ? null : new Date(text));
  const times = {
    askedAt: new Date(row.asked_at ?? 0),
    approvedAt: time(row.approved_at),
    startedAt: time(row.started_at),
    abortedAt: time(row.aborted_at),
    madeAt: time(row.made_at),
    handedOverAt: time(row.handed_over_at),
    discardedAt: time(row.discarded_at),
    isSentBack: await readSentBack(tx, "pack", publicId),
  };
  return {
    id: Number(row.id),
    number: row.number,
    state: packStateOf(times, now),
    askedById: row.asked_by_id,
    askedAt: times.askedAt,
    approvedById: row.approved_by_id,
    approvedAt: times.approvedAt,
    approvedAlone: row.approved_alone,
    approverStands: row.stands,
    madeAt: times.madeAt,
    told: toldHandOverOf({
      publicId,
      toldAt: time(row.told_at),
      toldById: row.told_by_id,
      toldHandedOverAt: time(row.told_handed_over_at),
      toldHandedOverTo: row.told_handed_over_to,
    }),
  };
}
