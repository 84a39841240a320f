import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { packs } from "#db/schema/index.ts";
import { recordAudit } from "../audit/record.server.ts";
import { tellWriters } from "../letters/tell-writer.server.ts";
import { organizerOf } from "../updates/lock-update.server.ts";
import { countGoneSince } from "./list-packs.server.ts";
import { lockPack, type OnPack } from "./lock-pack.server.ts";

export type HandedOver =
  /** `letters`: those that count as handed over by this. `withdrawn`: those that were in it and are withdrawn since. */
  | { outcome: "recorded"; letters: number; withdrawn: number }
  /** Before it was made, or yet to come. */
  | { outcome: "wrong-time" }
  | { outcome: "not-made" }
  | { outcome: "gone" };

/**
 * Records that a pack was handed over in person. Each letter in it that still waited becomes `sent`, with the sha256 of
 * its text in the pack; its ledger tells the event `sent` by `in-person`. It cannot be withdrawn from then on, and its
 * writer is told. A letter that was withdrawn after the pack was made was in it as well: it stays withdrawn, and its ledger
 * and its writer are told both. Letters that are queued for a mail go their own way: a handing-over takes nothing from a
 * dispatch that was approved. How many had changed their mind since it was made is on record.
 */
export async function recordHandOver(
  db: Db,
  input: OnPack & { handedOverAt: Date; to: string },
  now = new Date(),
): Promise<HandedOver> {
  const { campaignId, publicId, actor, handedOverAt, to } = input;
  return db.transaction(async (tx) => {
    const pack = await lockPack(tx, input, "export-signatures", now);
    if (!pack) return { outcome: "gone" };
    if (pack.state !== "made" || pack.madeAt === null) return { outcome: "not-made" };
    // A time is told to the minute, and a pack may be handed over in the minute in which it was made.
    const minute = Math.floor(pack.madeAt.getTime() / 60_000) * 60_000;
    if (handedOverAt.getTime() < minute || handedOverAt > now) return { outcome: "wrong-time" };
    const at = new Date(Math.max(handedOverAt.getTime(), pack.madeAt.getTime()));

    const gone = await countGoneSince(tx, { campaignId, id: pack.id });
    const handed = { handedOverAt: at, handedOverTo: to, handedOverById: organizerOf(actor) };
    await tx.update(packs).set(handed).where(eq(packs.id, pack.id));
    await tx.execute(sql`select set_config('undersigned.problem', 'in-person', true)`);
    const letters = await tx.execute<{ id: string; withdrawn: boolean }>(sql`
      update letters l set state = case l.state when 'withdrawn' then l.state else 'sent' end, dispatch_id = null, sent_sha256 = k.text_sha256, handed_over_at = ${at.toISOString()}::timestamptz
      from pack_letters k
      where k.pack_id = ${pack.id} and k.letter_id = l.id and l.campaign_id = ${campaignId}
        and l.state in ('confirmed', 'withdrawn') and l.handed_over_at is null
      returning l.id, l.state = 'withdrawn' as withdrawn`);
    await tx.execute(sql`select set_config('undersigned.problem', '', true)`);
    const letterIds = letters.map(({ id }) => Number(id));
    await tellWriters(tx, { letterIds, template: "letter-sent" }, now);
    const withdrawn = letters.filter((letter) => letter.withdrawn).length;
    const counted = letterIds.length - withdrawn;
    const detail = { number: pack.number, letters: counted, withdrawn, gone, handedOverAt: at.toISOString() };
    await recordAudit(tx, { actor, action: "pack-handed-over", campaignId, subject: publicId, detail }, now);
    return { outcome: "recorded", letters: counted, withdrawn };
  });
}
