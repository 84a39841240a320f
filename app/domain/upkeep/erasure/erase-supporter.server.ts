import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { lockLetters } from "#app/domain/entries/letters/lock-letter.server.ts";
import { rebuildTotals } from "#app/domain/entries/pledges/totals/recount.server.ts";
import { uncountPledges } from "#app/domain/entries/pledges/totals/uncount-pledges.server.ts";
import { queueErasedNotice } from "#app/domain/queue/erased-notice.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import { deleteWhole, newestForm } from "#app/domain/supporters/delete-person.server.ts";
import type { ErasureLine } from "#app/lib/erasure-record.ts";
import { hmac, type Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { erasedAddresses, erasedSignatures, shareLinks, signatures, supporters } from "#db/schema/index.ts";
import { listCampaignsOfSupporter, mayErase } from "./find-to-erase.server.ts";

export type ErasurePorts = {
  keys: Keys;
  /** Appends durably to ERASURE_LOG. If the record cannot be written, nothing is erased. */
  record: (line: ErasureLine) => Promise<void>;
  /** Removes the files of these emails from the mail folder. */
  removeMails: (emailIds: string[]) => Promise<void>;
};

type Erasing = {
  publicId: string;
  actor: "supporter" | "operator" | `organizer:${string}`;
  /** The organizer: erases people of this campaign if they manage every campaign the person is in. */
  by?: { campaignId: number; organizerId: string } | null;
  /** False if they were told before. */
  notify?: boolean;
  /** When they asked, if the erasure is done again. */
  erasedAt?: Date;
};

/**
 * Erases a person: every row, every email file, and every kept export file that may contain them. Their
 * pledges leave the totals, their letters leave every dispatch that was not handed over. What stays is a
 * keyed hash, by which a confirmed signature still counts and no import brings them back, an audit entry that
 * names nobody, and one last email with their address sealed in it until it is handed over.
 */
export async function eraseSupporter(
  db: Db,
  ports: ErasurePorts,
  erasing: Erasing,
  now = new Date(),
): Promise<{ outcome: "erased" | "gone" }> {
  const { publicId, actor, by = null, notify = true, erasedAt = now } = erasing;
  const [asked] = await db
    .select({ id: supporters.id, emailCanonical: supporters.emailCanonical })
    .from(supporters)
    .where(eq(supporters.publicId, publicId));
  if (!asked || (by && !(await mayErase(db, asked.id, by)))) return { outcome: "gone" };
  const { keyId, digest } = hmac(ports.keys, "address", asked.emailCanonical);
  // Written to disk first: after a crash the record of the request is still there.
  await ports.record({ keyId, addressHmac: digest.toString("hex"), erasedAt: erasedAt.toISOString() });

  const erased = await db.transaction(async (tx) => {
    const [person] = await tx
      .select()
      .from(supporters)
      .where(eq(supporters.publicId, publicId))
      .for("no key update");
    if (!person || (by && !(await mayErase(tx, person.id, by)))) return null;
    if (person.emailCanonical !== asked.emailCanonical) return "another address";
    await lockLinks(tx, person.id);
    await lockWhole(tx, person.id);

    const campaigns = by ? await listCampaignsOfSupporter(tx, person.id) : [null];
    const counted = await listCounted(tx, person.id);
    await rememberErasure(tx, { keyId, addressHmac: digest, erasedAt });
    const unreadable = await uncountPledges(tx, ports.keys, person.id);
    const mails = await deleteWhole(tx, ports.keys, person, actor, now);
    // After the deletion, which locks the counters of all their campaigns in order.
    if (counted.length > 0)
      await tx
        .insert(erasedSignatures)
        .values(counted.map((signed) => ({ ...signed, keyId, addressHmac: digest, erasedAt })))
        .onConflictDoNothing();
    if (notify) await queueErasedNotice(tx, ports.keys, person);
    for (const meeting of unreadable) await rebuildTotals(tx, ports.keys, meeting);
    const entry = { actor, action: "supporter-erased", subject: randomUUID() } as const;
    // Each campaign's log has an entry, if its organizer erases.
    for (const campaignId of campaigns)
      await recordAudit(tx, { ...entry, campaignId, detail: { countedOn: counted.length } }, now);
    return { mails };
  });
  if (!erased) return { outcome: "gone" };
  if (erased === "another address") return eraseSupporter(db, ports, erasing, now);

  await ports.removeMails(erased.mails);
  return { outcome: "erased" };
}

/** Stores whose address was erased: no import brings them back, and no form posted before. */
export async function rememberErasure(
  tx: Tx,
  erased: { keyId: string; addressHmac: Buffer; erasedAt: Date },
): Promise<void> {
  const newest = sql`greatest(${erasedAddresses.erasedAt}, excluded.erased_at)`;
  await tx
    .insert(erasedAddresses)
    .values({ ...erased, formsThrough: newestForm })
    .onConflictDoUpdate({
      target: erasedAddresses.addressHmac,
      set: { erasedAt: newest, formsThrough: newestForm },
    });
}

/**
 * Locks a person's letters, then the whole person: no email can be queued from then on. Letters come first
 * because a transaction that holds a letter may queue an email to its writer.
 */
async function lockWhole(tx: Tx, supporterId: number): Promise<void> {
  await lockLetters(tx, sql`l.supporter_id = ${supporterId}`, "delete");
  await tx.select({ id: supporters.id }).from(supporters).where(eq(supporters.id, supporterId)).for("update");
}

/**
 * Locks a person's links before their signatures and counters: confirming by a link locks in this order, and
 * opposite orders would deadlock.
 */
async function lockLinks(tx: Tx, supporterId: number): Promise<void> {
  await tx
    .select({ id: shareLinks.id })
    .from(shareLinks)
    .where(eq(shareLinks.supporterId, supporterId))
    .orderBy(shareLinks.id)
    .for("update");
}

/** Lists the petitions on which a person goes on being counted. */
const listCounted = (tx: Tx, supporterId: number) =>
  tx
    .select({ campaignId: signatures.campaignId, petitionVersion: signatures.petitionVersion })
    .from(signatures)
    .where(and(eq(signatures.supporterId, supporterId), eq(signatures.state, "confirmed")));
