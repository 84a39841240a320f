import { sql } from "drizzle-orm";
import { lockLetters } from "#app/domain/entries/letters/lock-letter.server.ts";
import { recipientMayGetIt } from "#app/domain/outgoing/dispatches/recipient-now.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { endEmail } from "#app/domain/queue/tries.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { lockSending } from "./claim-part.server.ts";
import { digestOf, type GatheredPart, gatherPart, lettersInPart } from "./gather-part.server.ts";
import type { ClaimedPart } from "./part.ts";
import type { WrittenPart } from "./write-part.server.ts";

export type Frozen =
  | { outcome: "frozen"; idempotencyKey: string }
  /** A letter was withdrawn or a name corrected while the email was written: it is written again. */
  | { outcome: "written-over" }
  /** It returned to the queue, or ended, without a call. */
  | { outcome: "settled" };

/**
 * Freezes what one call sends, before it is made: sha256 of the email, of its text and of each file, and of
 * each letter in it, which cannot be withdrawn from now on. Everything is read again and locked; if it
 * differs from what was written, nothing is frozen. A try that may have been accepted is only repeated with
 * the same bytes; otherwise its outcome is unknown.
 */
export async function freezePart(
  db: Db,
  { transport, keys }: Pick<Mailing, "transport" | "keys">,
  claimed: ClaimedPart,
  { gathered, written }: { gathered: GatheredPart; written: WrittenPart },
): Promise<Frozen> {
  return db.transaction(async (tx): Promise<Frozen> => {
    if (!(await isOurs(tx, claimed))) return { outcome: "settled" };
    // Locked before reading, so that a name corrected in between is read as it is now.
    await lockLetters(tx, lettersInPart(claimed.partId));
    const now = await gatherPart(tx, keys, claimed.partId);
    const mayStillSend = await lockSending(tx, claimed.dispatchId);
    const mayGo = now.dispatch.differs.length === 0 && recipientMayGetIt(now.office, transport.name);
    if (!mayStillSend || !mayGo) {
      await requeuePart(tx, claimed);
      return { outcome: "settled" };
    }
    if (!digestOf(now).equals(digestOf(gathered))) return { outcome: "written-over" };
    if (claimed.isRepeat) return repeat(tx, claimed, written);
    await leaveOut(tx, claimed, now);
    if (now.letters.length + now.names.length === 0) {
      await endEmail(tx, claimed.id, { state: "skipped", problem: "nothing-left" });
      return { outcome: "settled" };
    }
    await store(tx, claimed, now, written);
    return { outcome: "frozen", idempotencyKey: keyOf(claimed, written) };
  });
}

/** The same bytes are the same call; a rewritten email is a new one. */
const keyOf = ({ publicId }: ClaimedPart, { mailSha256 }: WrittenPart) =>
  `${publicId}-${mailSha256.toString("hex").slice(0, 16)}`;

async function isOurs(tx: Tx, { id, attempts }: ClaimedPart): Promise<boolean> {
  const rows = await tx.execute(sql`
    select from outbox where id = ${id} and state = 'claimed' and attempts = ${attempts} for update`);
  return rows.length === 1;
}

/** Requeues without a call and without costing an attempt. */
export async function requeuePart(tx: Tx, { id, attempts }: ClaimedPart): Promise<void> {
  await tx.execute(sql`
    update outbox set state = 'queued', lease_until = null, due_at = now(), attempts = attempts - 1
    where id = ${id} and state = 'claimed' and attempts = ${attempts}`);
}

async function repeat(tx: Tx, claimed: ClaimedPart, written: WrittenPart): Promise<Frozen> {
  const same = await tx.execute(sql`
    select from letter_parts where id = ${claimed.partId} and mail_sha256 = ${written.mailSha256}`);
  if (same.length === 1) return { outcome: "frozen", idempotencyKey: keyOf(claimed, written) };
  await endEmail(tx, claimed.id, { state: "unknown", problem: "changed" });
  return { outcome: "settled" };
}

/**
 * Drops letters and names that may no longer be handed over or changed since the approval; they wait again.
 */
async function leaveOut(
  tx: Tx,
  { partId, dispatchId }: ClaimedPart,
  { letters, names }: GatheredPart,
): Promise<void> {
  const going = letters.map(({ id }) => id);
  await tx.execute(sql`
    update letters l set state = 'confirmed', dispatch_id = null, handed_over_at = null, sent_sha256 = null
    where ${lettersInPart(partId)} and l.id <> all (${sql.param(going)}::bigint[])`);
  await tx.execute(sql`
    delete from letter_names where dispatch_id = ${dispatchId}
      and signature_id = any ((select signature_ids from letter_parts where id = ${partId})::bigint[])
      and signature_id <> all (${sql.param(names.map(({ signatureId }) => signatureId))}::bigint[])`);
}

async function store(
  tx: Tx,
  { partId }: ClaimedPart,
  { letters, names }: GatheredPart,
  { mailSha256, textSha256, files }: WrittenPart,
): Promise<void> {
  const hex = files.map(({ sha256 }) => sha256.toString("hex"));
  await tx.execute(sql`
    update letter_parts set frozen_at = now(), letters = ${letters.length}, names = ${names.length},
      mail_sha256 = ${mailSha256}, text_sha256 = ${textSha256},
      file_sha256s = array(select decode(h, 'hex') from unnest(${sql.param(hex)}::text[])
        with ordinality as f (h, n) order by n)
    where id = ${partId}`);
  await tx.execute(sql`
    update letters l set sent_sha256 = decode(f.sha256, 'hex'), handed_over_at = now()
    from unnest(${sql.param(letters.map(({ id }) => id))}::bigint[],
      ${sql.param(letters.map(({ sha256 }) => sha256.toString("hex")))}::text[]) as f (id, sha256)
    where l.id = f.id`);
}
