import { sql } from "drizzle-orm";
import { lockLetter } from "#app/domain/entries/letters/lock-letter.server.ts";
import { findOwnLetter } from "#app/domain/entries/letters/queries.server.ts";
import { withdrawLocked as withdrawLetter } from "#app/domain/entries/letters/withdraw-letter.server.ts";
import { findPledgeInForce } from "#app/domain/entries/pledges/find-in-force.server.ts";
import { lockPledge } from "#app/domain/entries/pledges/lock-pledge.server.ts";
import { withdrawLocked as withdrawPledge } from "#app/domain/entries/pledges/withdraw-pledge.server.ts";
import { lockSignature } from "#app/domain/entries/signatures/lock-signature.server.ts";
import { findSignature } from "#app/domain/entries/signatures/queries.server.ts";
import { withdrawLocked as withdrawSignature } from "#app/domain/entries/signatures/withdraw-signature.server.ts";
import { endLinks } from "#app/domain/supporters/end-links.server.ts";
import { isNamedInPublic } from "#app/domain/supporters/is-public.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";

export type UndoneKind = "signature" | "pledge" | "letter";
type Entry = { kind: UndoneKind; publicId: string };

/** The entry that an email with an undo tells of, while it is in force as it was told; null otherwise. */
export async function findUndoable(db: Db, keys: Keys, { kind, publicId }: Entry) {
  if (kind === "signature") {
    const signature = await findSignature(db, publicId);
    return signature?.state === "confirmed" ? signature : null;
  }
  if (kind === "letter") {
    const letter = await findOwnLetter(db, keys, publicId);
    return letter && (letter.state === "confirmed" || letter.state === "queued") ? letter : null;
  }
  const pledge = await findPledgeInForce(db, publicId);
  return pledge?.publicId === publicId ? pledge : null;
}

/**
 * Undoes an entry somebody made, or made with another's link, and revokes what it agreed to: its owner gets no
 * updates by it, and no earlier link opens their pages. False where nothing was left to undo.
 */
export async function undoEntry(db: Db, keys: Keys, entry: Entry, now: Date): Promise<boolean> {
  const found = await findUndoable(db, keys, entry);
  if (!found) return false;
  return db.transaction(async (tx) => {
    const undone = await withdrawEntry(tx, keys, entry, now);
    if (!undone) return false;
    await revokeConsents(tx, undone, entry, now);
    await endLinks(tx, undone.supporterId, now);
    return true;
  });
}

/** Withdraws what is still in force; null otherwise. */
async function withdrawEntry(tx: Tx, keys: Keys, { kind, publicId }: Entry, now: Date) {
  if (kind === "signature") {
    const signature = await lockSignature(tx, publicId);
    return signature && (await withdrawSignature(tx, signature, now)) ? signature : null;
  }
  if (kind === "letter") {
    const letter = await lockLetter(tx, publicId);
    return letter && (await withdrawLetter(tx, letter, now)) ? letter : null;
  }
  const pledge = await lockPledge(tx, publicId);
  return pledge && (await withdrawPledge(tx, keys, pledge.series, now)) ? pledge : null;
}

/**
 * Revokes the consents that were granted from the entry on: with it, or for it on its owner's page. Those that
 * came with another entry that counts stay; consents carry the time of their entry.
 */
async function revokeConsents(
  tx: Tx,
  whose: { supporterId: number; campaignId: number },
  { kind, publicId }: Entry,
  now: Date,
): Promise<void> {
  const since = {
    signature: sql`select least(signed_at, confirmed_at) from signatures where public_id = ${publicId}`,
    letter: sql`select confirmed_at from letters where public_id = ${publicId}`,
    pledge: sql`select min(v.confirmed_at) from pledges p
      join pledges v on v.supporter_id = p.supporter_id and v.series = p.series
      where p.public_id = ${publicId}`,
  };
  const own = sql`e.supporter_id = ${whose.supporterId} and e.campaign_id = ${whose.campaignId}`;
  const purposes = (await isNamedInPublic(tx, whose)) ? ["updates"] : ["updates", "public_name"];
  await tx.execute(sql`
    update consents c set revoked_at = greatest(${now.toISOString()}::timestamptz, granted_at)
    where supporter_id = ${whose.supporterId} and campaign_id = ${whose.campaignId} and revoked_at is null
      and purpose in ${purposes} and granted_at >= (${since[kind]})
      and not exists (select from signatures e where ${own} and e.state in ('confirmed', 'quarantined')
        and c.granted_at in (e.signed_at, e.confirmed_at))
      and not exists (select from pledges e where ${own} and e.status in ('active', 'flagged')
        and c.granted_at = e.confirmed_at)
      and not exists (select from letters e where ${own}
        and e.state not in ('email_pending', 'withdrawn', 'refused') and c.granted_at = e.confirmed_at)`);
}
