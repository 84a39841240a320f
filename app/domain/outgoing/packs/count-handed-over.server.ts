import { eq, sql } from "drizzle-orm";
import { lockLetters } from "#app/domain/entries/letters/lock-letter.server.ts";
import { queueWriterEmails } from "#app/domain/entries/letters/queue-writer-email.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Tx } from "#db/index.ts";
import { packs } from "#db/schema/index.ts";
import { countGoneSince } from "./list-packs.server.ts";
import type { LockedPack, OnPack } from "./lock-pack.server.ts";
import { noHandOver } from "./recorded-hand-over.server.ts";

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
export async function countHandedOver(
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
