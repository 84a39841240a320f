import { eq, sql } from "drizzle-orm";
import { holdFreeze } from "#app/domain/access/freeze.server.ts";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import { askApproval } from "#app/domain/approvals/ask-approval.server.ts";
import {
  actsAlone,
  decideApproval,
  type NotApproving,
} from "#app/domain/approvals/decide-approval.server.ts";
import { lockLetters } from "#app/domain/entries/letters/lock-letter.server.ts";
import { queueWriterEmails } from "#app/domain/entries/letters/queue-writer-email.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { packs } from "#db/schema/index.ts";
import { countGoneSince } from "./list-packs.server.ts";
import { type LockedPack, lockPack, type OnPack } from "./lock-pack.server.ts";
import { handOverApproval } from "./pack-approval.ts";
import { noHandOver } from "./recorded-hand-over.server.ts";

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

type Handover = OnPack & {
  pack: LockedPack;
  /** What was recorded, and by whom. */
  handOver: { at: Date; to: string; by: string | null };
  approvedById: string | null;
  /** Approved by the one who recorded it, as nobody else could. */
  alone: boolean;
};

/**
 * Lets the handover of a locked pack count. Each letter in it that still waited becomes `sent`, with the
 * sha256 of its text in the pack; its ledger gets the event `sent` by `in-person`. From then on it cannot be
 * withdrawn, and its writer is emailed. A letter withdrawn after the pack was made was in it as well: it
 * stays withdrawn, and its ledger and its writer learn both. Letters queued for an email are left alone: a
 * handover takes nothing from an approved dispatch. Records how many had changed their mind since the pack
 * was made.
 */
async function countHandedOver(
  tx: Tx,
  { campaignId, publicId, actor, pack, handOver, approvedById, alone }: Handover,
  now: Date,
): Promise<{ letters: number; withdrawn: number }> {
  const { at } = handOver;
  const gone = await countGoneSince(tx, { campaignId, id: pack.id });
  await tx
    .update(packs)
    .set({
      handedOverAt: at,
      handedOverTo: handOver.to,
      handedOverById: handOver.by,
      handOverApprovedById: approvedById,
      handOverAlone: alone,
      ...noHandOver,
    })
    .where(eq(packs.id, pack.id));
  await lockLetters(
    tx,
    sql`l.id in (select letter_id from pack_letters where pack_id = ${pack.id})
      and l.campaign_id = ${campaignId}`,
  );
  await tx.execute(sql`select set_config('undersigned.problem', 'in-person', true)`);
  const letters = await tx.execute<{ id: string; withdrawn: boolean }>(sql`
    update letters l set state = case l.state when 'withdrawn' then l.state
      else 'sent' end, dispatch_id = null,
      sent_sha256 = k.text_sha256, handed_over_at = ${at.toISOString()}::timestamptz
    from pack_letters k
    where k.pack_id = ${pack.id} and k.letter_id = l.id and l.campaign_id = ${campaignId}
      and l.state in ('confirmed', 'withdrawn') and l.handed_over_at is null
    returning l.id, l.state = 'withdrawn' as withdrawn`);
  await tx.execute(sql`select set_config('undersigned.problem', '', true)`);
  const letterIds = letters.map(({ id }) => Number(id));
  await queueWriterEmails(tx, { letterIds, template: "letter-sent" }, now);
  const withdrawn = letters.filter((letter) => letter.withdrawn).length;
  const counted = letterIds.length - withdrawn;
  const detail = {
    number: pack.number,
    letters: counted,
    withdrawn,
    gone,
    handedOverAt: at.toISOString(),
    alone,
  };
  await recordAudit(tx, { actor, action: "pack-handed-over", campaignId, subject: publicId, detail }, now);
  return { letters: counted, withdrawn };
}

export type TakenBack =
  | { outcome: "taken-back" }
  /** Nothing waits, or something other than was displayed. */
  | { outcome: "not-told" }
  | { outcome: "gone" };

/**
 * Cancels a recorded handover that nobody approved, so that it can be recorded again. `seen`: the version the
 * actor saw. The caller has reauthenticated the actor.
 */
export async function withdrawHandOver(
  db: Db,
  input: OnPack & { seen: string },
  now = new Date(),
): Promise<TakenBack> {
  const { campaignId, publicId, actor, seen } = input;
  return db.transaction(async (tx): Promise<TakenBack> => {
    const pack = await lockPack(tx, input, "export-signatures", now);
    if (!pack) return { outcome: "gone" };
    if (pack.state !== "made" || pack.recorded?.seen !== seen) return { outcome: "not-told" };
    await tx.update(packs).set(noHandOver).where(eq(packs.id, pack.id));
    const detail = { number: pack.number, handedOverAt: pack.recorded.handedOverAt.toISOString() };
    const entry = { actor, action: "pack-hand-over-taken-back", campaignId, subject: publicId } as const;
    await recordAudit(tx, { ...entry, detail }, now);
    return { outcome: "taken-back" };
  });
}
