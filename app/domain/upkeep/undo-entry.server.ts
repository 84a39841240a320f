import { sql } from "drizzle-orm";
import { lockLetter } from "#app/domain/entries/letters/lock-letter.server.ts";
import { findOwnLetter } from "#app/domain/entries/letters/queries.server.ts";
import { withdrawLockedLetter as withdrawLetter } from "#app/domain/entries/letters/withdraw-letter.server.ts";
import { lockPledge } from "#app/domain/entries/pledges/lock-pledge.server.ts";
import {
  findBefore,
  findUndoableVersion,
  restoreReplaced,
} from "#app/domain/entries/pledges/restore-replaced.server.ts";
import { planReminders } from "#app/domain/entries/pledges/stop-reminders.server.ts";
import { withdrawLockedPledge as withdrawPledge } from "#app/domain/entries/pledges/withdraw-pledge.server.ts";
import { lockSignature } from "#app/domain/entries/signatures/lock-signature.server.ts";
import { findSignature } from "#app/domain/entries/signatures/queries.server.ts";
import { withdrawLocked as withdrawSignature } from "#app/domain/entries/signatures/withdraw-signature.server.ts";
import { isNamedInPublic } from "#app/domain/supporters/is-public.server.ts";
import { endLinks } from "#app/domain/supporters/person.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";

export type UndoneKind = "signature" | "pledge" | "letter";
type Entry = { kind: UndoneKind; publicId: string };

/** What an undo takes back: an entry, or a change of a pledge, which is then as before. */
export type Undoable = "entry" | "change";

/** Finds what an email's undo takes back, while it is in force as described; else null. */
export async function findUndoable(
  db: Db,
  keys: Keys,
  { kind, publicId }: Entry,
  now: Date,
): Promise<Undoable | null> {
  if (kind === "signature") {
    const signature = await findSignature(db, publicId);
    return signature?.state === "confirmed" ? "entry" : null;
  }
  if (kind === "letter") {
    const letter = await findOwnLetter(db, keys, publicId);
    return letter && (letter.state === "confirmed" || letter.state === "queued") ? "entry" : null;
  }
  const pledge = await findUndoableVersion(db, publicId);
  if (!pledge) return null;
  return (await findBefore(db, keys, pledge, now)) ? "change" : "entry";
}

/**
 * Undoes an entry somebody made, or made with another's link, and revokes what it agreed to: its owner gets
 * no updates by it, and no earlier link opens their pages. Of a changed pledge it undoes the change. Null
 * where nothing was left to undo.
 */
export async function undoEntry(db: Db, keys: Keys, entry: Entry, now: Date): Promise<Undoable | null> {
  const found = await findUndoable(db, keys, entry, now);
  if (!found) return null;
  return db.transaction(async (tx) => {
    const undone = await withdrawEntry(tx, keys, entry, now);
    if (!undone) return null;
    await revokeConsents(tx, undone, entry, now);
    if (undone.series) await planReminders(tx, keys, undone.series, now);
    await endLinks(tx, undone.supporterId, now);
    return undone.changed ? "change" : "entry";
  });
}

type Undone = {
  supporterId: number;
  campaignId: number;
  series: string | null;
  /** True if the change was undone, false if the whole entry was. */
  changed: boolean;
};

const whole = { series: null, changed: false };

/** Withdraws what is still in force, or restores what it replaced; otherwise null. */
async function withdrawEntry(
  tx: Tx,
  keys: Keys,
  { kind, publicId }: Entry,
  now: Date,
): Promise<Undone | null> {
  if (kind === "signature") {
    const signature = await lockSignature(tx, publicId);
    return signature && (await withdrawSignature(tx, signature, now)) ? { ...signature, ...whole } : null;
  }
  if (kind === "letter") {
    const letter = await lockLetter(tx, publicId);
    return letter && (await withdrawLetter(tx, letter, now)) ? { ...letter, ...whole } : null;
  }
  const pledge = (await lockPledge(tx, publicId)) && (await findUndoableVersion(tx, publicId));
  if (!pledge) return null;
  if (await restoreReplaced(tx, keys, pledge, now)) return { ...pledge, changed: true };
  return (await withdrawPledge(tx, keys, pledge.series, now)) ? { ...pledge, ...whole } : null;
}

/**
 * Revokes the consents granted since the entry: with it, or for it on its owner's page. Consents that came
 * with another entry in force stay; consents carry the time of their entry.
 */
async function revokeConsents(
  tx: Tx,
  { changed, ...whose }: Omit<Undone, "series">,
  { kind, publicId }: Entry,
  now: Date,
): Promise<void> {
  const since = {
    signature: sql`select least(signed_at, confirmed_at) from signatures where public_id = ${publicId}`,
    letter: sql`select confirmed_at from letters where public_id = ${publicId}`,
    pledge: changed
      ? sql`select confirmed_at from pledges where public_id = ${publicId}`
      : sql`select min(v.confirmed_at) from pledges p
      join pledges v on v.supporter_id = p.supporter_id and v.series = p.series
      where p.public_id = ${publicId}`,
  };
  const own = sql`e.supporter_id = ${whose.supporterId} and e.campaign_id = ${whose.campaignId}`;
  const purposes = [
    "updates",
    ...((await isNamedInPublic(tx, whose)) ? [] : ["public_name"]),
    ...(kind === "pledge" ? ["contact_cofile"] : []),
  ];
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
