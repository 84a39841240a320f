import { lte, sql } from "drizzle-orm";
import { noSnapshot } from "#app/domain/entries/pledges/undo-snapshot.server.ts";
import { confirmWithinDays } from "#app/domain/entries/signatures/signature.ts";
import { formKeptSince, keptSince, letterOf, pledgeOf, signatureOf } from "#app/domain/queue/asked-since.ts";
import { anyOf, deleteUnneeded } from "#app/domain/supporters/delete-person.server.ts";
import type { MailFiles } from "#app/mail/transport.ts";
import type { Db, Tx } from "#db/index.ts";
import { pledges } from "#db/schema/index.ts";

/** Deletes what was kept of replaced pledges, once the undo of what replaced them has ended. */
export async function wipeKeptPledges(db: Db, now = new Date()): Promise<void> {
  await db.update(pledges).set(noSnapshot).where(lte(pledges.keptUntil, now));
}

/** Persons in one transaction. */
const slice = 200;

/**
 * Deletes signatures, pledges and letters unconfirmed for seven days (`keptSince` says since when), and
 * people about whom nothing else is stored, with the files of their emails. Works in slices; those whom
 * another transaction locks are left to the next run. Returns how many entries were deleted.
 */
export async function purgePending(db: Db, files: MailFiles, now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - confirmWithinDays * 86_400_000);
  await db.execute(sql`
    delete from signature_forms f where f.posted_at < ${before.toISOString()}
      and ${formKeptSince} < ${before.toISOString()}`);
  for (let purged = 0; ; ) {
    const { entries, mails } = await db.transaction((tx) => purgeSlice(tx, before));
    await files.remove(mails);
    if (entries === 0) return purged;
    purged += entries;
  }
}

async function purgeSlice(tx: Tx, before: Date): Promise<{ entries: number; mails: string[] }> {
  const at = before.toISOString();
  const signed = sql`state = 'pending' and signed_at < ${at}
    and ${keptSince(signatureOf("signatures"))} < ${at}`;
  const pledged = sql`status = 'email_pending' and created_at < ${at}
    and ${keptSince(pledgeOf("pledges"))} < ${at}`;
  const written = sql`state = 'email_pending' and created_at < ${at}
    and ${keptSince(letterOf("letters"))} < ${at}`;
  const people = await tx.execute<{ id: number }>(sql`
    select id::float8 as id from supporters where id in (
      (select supporter_id from signatures where ${signed} limit ${slice})
      union (select supporter_id from pledges where ${pledged} limit ${slice})
      union (select supporter_id from letters where ${written} limit ${slice}))
    order by id for update skip locked`);
  const ids = people.map(({ id }) => id);
  let entries = 0;
  const mails = await deleteUnneeded(tx, ids, async (tx) => {
    for (const [table, due] of [
      ["signatures", signed],
      ["pledges", pledged],
      ["letters", written],
    ] as const) {
      const gone = await tx.execute(sql`
        delete from ${sql.identifier(table)} where supporter_id = ${anyOf(ids)} and ${due} returning 1`);
      entries += gone.length;
    }
  });
  return { entries, mails };
}
