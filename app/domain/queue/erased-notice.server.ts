import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { periods } from "#app/domain/base/periods.ts";
import { type Keys, seal, unseal } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { queueEmails } from "./queue-emails.server.ts";

/**
 * Queues the last email to someone erased, in the transaction that erases them. Their address is in its row
 * alone, encrypted, until it was handed over or given up.
 */
export async function queueErasedNotice(
  tx: Tx,
  keys: Keys,
  { email, locale }: { email: string; locale: string },
): Promise<void> {
  const publicId = randomUUID();
  const { keyId, sealed } = seal(keys, "erased-address", Buffer.from(email), publicId);
  const sealedTo = sql`${sealed}::bytea`;
  await queueEmails(tx, "data-erased", { publicId, locale, sealedTo, sealedKeyId: keyId });
}

type Sealed = { publicId: string; to: string; sealed?: Buffer | null; keyId?: string | null };

/** Opens the address of an erased notice; null once it is forgotten. */
export function openErasedAddress<R extends Sealed>(keys: Keys, row: R): R | null {
  const { publicId, sealed, keyId } = row;
  if (!sealed || !keyId) return null;
  return { ...row, to: unseal(keys, "erased-address", { keyId, sealed }, publicId).toString() };
}

/** Gives up erased notices that waited too long, and so forgets their addresses. Returns how many. */
export async function sweepErasedNotices(db: Db, now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - periods.erasedNoticeDays * 86_400_000).toISOString();
  const { count } = await db.execute(sql`
    update outbox set state = 'skipped', lease_until = null, settled_at = now()
    where sealed_to is not null and created_at < ${before}::timestamptz`);
  return count;
}
