import { eq } from "drizzle-orm";
import { holdFreeze } from "#app/domain/access/freeze.server.ts";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import { askApproval } from "#app/domain/approvals/ask-approval.server.ts";
import {
  actsAlone,
  decideApproval,
  type NotApproving,
} from "#app/domain/approvals/decide-approval.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { packs } from "#db/schema/index.ts";
import { countHandedOver } from "./count-handed-over.server.ts";
import { lockPack, type OnPack } from "./lock-pack.server.ts";
import { handOverApproval } from "./pack-approval.ts";

export type HandedOver =
  /** `letters`: those now counted as handed over. `withdrawn`: those in it that were withdrawn since. */
  | { outcome: "recorded"; letters: number; withdrawn: number }
  /** Somebody else must approve it first: nothing counts yet, and nobody is emailed. */
  | { outcome: "waits" }
  /** Another one waits: approve or take that back first. */
  | { outcome: "waits-already" }
  /** Before it was made, or in the future. */
  | { outcome: "wrong-time" }
  /** The campaign is frozen: it would count at once, and its writers would be emailed. */
  | { outcome: "frozen" }
  | { outcome: "not-made" }
  | { outcome: "gone" };

/**
 * Records that a pack was handed over in person, unless such a record waits. It counts, and writers are
 * emailed, once a second person approves it; at once if nobody else can, which is recorded. The caller has
 * reauthenticated the actor.
 */
export async function recordHandOver(
  db: Db,
  input: OnPack & { handedOverAt: Date; to: string },
  now = new Date(),
): Promise<HandedOver> {
  const { campaignId, publicId, actor, handedOverAt, to } = input;
  return db.transaction(async (tx): Promise<HandedOver> => {
    const pack = await lockPack(tx, input, "export-signatures", now);
    if (!pack) return { outcome: "gone" };
    if (pack.state !== "made" || pack.madeAt === null) return { outcome: "not-made" };
    if (pack.recorded) return { outcome: "waits-already" };
    // Times are entered to the minute, and a pack may be handed over in the minute it was made.
    const minute = Math.floor(pack.madeAt.getTime() / 60_000) * 60_000;
    if (handedOverAt.getTime() < minute || handedOverAt > now) return { outcome: "wrong-time" };
    const at = new Date(Math.max(handedOverAt.getTime(), pack.madeAt.getTime()));

    const by = organizerOf(actor);
    const handOver = { at, to, by };
    if (await actsAlone(tx, { ...input, alone: true })) {
      if (await holdFreeze(tx, campaignId)) return { outcome: "frozen" };
      const counted = await countHandedOver(
        tx,
        { ...input, pack, handOver, approvedById: by, alone: true },
        now,
      );
      return { outcome: "recorded", ...counted };
    }
    await tx
      .update(packs)
      .set({ handOverAskedAt: now, handOverAskedById: by, askedHandedOverAt: at, askedHandedOverTo: to })
      .where(eq(packs.id, pack.id));
    const detail = { number: pack.number, handedOverAt: at.toISOString() };
    const entry = { actor, action: "pack-hand-over-recorded", campaignId, subject: publicId } as const;
    await recordAudit(tx, { ...entry, detail }, now);
    await askApproval(tx, handOverApproval, entry, now);
    return { outcome: "waits" };
  });
}

export type HandOverApproved =
  | Extract<HandedOver, { outcome: "recorded" | "gone" }>
  /** Nobody recorded it, or it counts already. */
  | { outcome: "not-told" }
  | NotApproving;

/**
 * Lets a handover count that somebody else recorded, as they recorded it. `seen`: what the approver has
 * seen, as `ReportedHandOver` has it. Its caller has reauthenticated the actor.
 */
export async function approveHandOver(
  db: Db,
  input: OnPack & { seen: string; alone?: boolean },
  now = new Date(),
): Promise<HandOverApproved> {
  return db.transaction(async (tx): Promise<HandOverApproved> => {
    const pack = await lockPack(tx, input, "approve", now);
    if (!pack) return { outcome: "gone" };
    const { recorded } = pack;
    if (pack.state !== "made" || recorded?.seen !== input.seen) return { outcome: "not-told" };
    const decided = await decideApproval(tx, handOverApproval, input, { askedById: recorded.byId });
    if ("outcome" in decided) return decided;
    const of = {
      ...input,
      pack,
      handOver: { at: recorded.handedOverAt, to: recorded.to, by: recorded.byId },
      approvedById: organizerOf(input.actor),
      alone: decided.alone,
    };
    return { outcome: "recorded", ...(await countHandedOver(tx, of, now)) };
  });
}
