import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { lockLetters } from "#app/domain/entries/letters/lock-letter.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";
import {
  type DispatchFramePart,
  differsNow,
  dispatchFrameParts,
  frameNow,
  previewSha256,
} from "./dispatch-frame.server.ts";
import { letterMayGo, nameGoesWith } from "./eligible.server.ts";
import type { LockedDispatch } from "./lock-dispatch.server.ts";
import { type DispatchedLetter, readLetters, readNames } from "./read-letters.server.ts";

type Frame = Record<DispatchFramePart, string | null>;
export type ApprovedContent = { sha256: Buffer; letters: number; names: number };

/** Letters and names read at once. */
const chunk = { letters: 500, names: 5000 };

/**
 * Stores the hash under which each letter and name is approved, so that nothing else is sent under this
 * approval. Returns the sha256 of everything approved, one line of JSON each: the words, recipient and
 * campaign in every email, then the letters in order by public id and sha256 of their text, then the names to
 * hand over.
 */
export async function approveContent(
  tx: Tx,
  keys: Keys,
  dispatch: LockedDispatch,
  frame: Frame,
): Promise<ApprovedContent> {
  const { id, kind, locale, content } = dispatch;
  const hash = createHash("sha256");
  const add = (line: unknown) => hash.update(`${JSON.stringify(line)}\n`);
  add([kind, locale, content.subject, content.body, content.withNames]);
  add(dispatchFrameParts.map((key) => [key, frame[key]]));
  let [letters, names] = [0, 0];
  await tx.execute(sql`
    update letters set approved_sha256 = null where dispatch_id = ${id} and approved_sha256 is not null`);
  for await (const some of approveLetters(tx, keys, id)) {
    for (const letter of some) add([letter.publicId, letter.sha256.toString("hex")]);
    letters += some.length;
  }
  await tx.execute(sql`
    update letter_names t set approved_sha256 = null
    where t.dispatch_id = ${id}
      and not exists (select from signatures g join supporters s on s.id = g.supporter_id
      where g.id = t.signature_id and ${nameGoesWith(id)})`);
  for await (const some of namesOf(tx, id)) {
    for (const { receiptCode, name, country } of some) add([receiptCode, name, country]);
    names += some.length;
  }
  return { sha256: hash.digest(), letters, names };
}

/**
 * Returns the current `dispatchFrameParts`, the hash of what a page displays of them and of the content, and
 * which differ from what was submitted. Recipient, campaign and letters stay locked until the transaction
 * ends.
 */
export async function readFrame(
  tx: Tx,
  dispatchId: number,
): Promise<{ frame: Frame; sha256: string; differs: DispatchFramePart[] }> {
  await tx.execute(sql`
    select x.id from letter_dispatches x join letter_recipients r on r.id = x.recipient_id
    join campaigns c on c.id = x.campaign_id where x.id = ${dispatchId} for share of r, c`);
  await lockLetters(tx, sql`l.dispatch_id = ${dispatchId}`);
  const [row] = await tx.execute<{ frame: string; sha256: string; differs: DispatchFramePart[] }>(sql`
    select (${frameNow})::text as frame, ${previewSha256} as sha256, ${differsNow} as differs
    from letter_dispatches x
    join letter_recipients r on r.id = x.recipient_id join campaigns c on c.id = x.campaign_id
    where x.id = ${dispatchId}`);
  if (!row) throw new Error("no such dispatch");
  return { ...row, frame: JSON.parse(row.frame) };
}

async function* approveLetters(tx: Tx, keys: Keys, dispatchId: number): AsyncGenerator<DispatchedLetter[]> {
  for (let after = 0; ; ) {
    const taken = await tx.execute<{ id: number }>(sql`
      select id::float8 as id from letters where dispatch_id = ${dispatchId} and state = 'queued'
        and id > ${after}
      order by id limit ${chunk.letters}`);
    const ids = taken.map((row) => row.id);
    const some = await readLetters(
      tx,
      keys,
      sql`l.id = any (${sql.param(ids)}::bigint[]) and l.state = 'queued' and ${letterMayGo}`,
    );
    await tx.execute(sql`
      update letters l set approved_sha256 = decode(f.sha256, 'hex')
      from unnest(${sql.param(some.map((letter) => letter.id))}::bigint[],
        ${sql.param(some.map(({ sha256 }) => sha256.toString("hex")))}::text[]) as f (id, sha256)
      where l.id = f.id`);
    yield some;
    after = ids.at(-1) ?? after;
    if (ids.length < chunk.letters) return;
  }
}

/** Names to hand over, as submitted. */
async function* namesOf(tx: Tx, dispatchId: number) {
  for (let after = 0; ; ) {
    const taken = await tx.execute<{ id: number }>(sql`
      select signature_id::float8 as id from letter_names
      where dispatch_id = ${dispatchId} and signature_id > ${after}
      order by signature_id limit ${chunk.names}`);
    const ids = taken.map((row) => row.id);
    yield await readNames(tx, sql`g.id = any (${sql.param(ids)}::bigint[]) and ${nameGoesWith(dispatchId)}`);
    after = ids.at(-1) ?? after;
    if (ids.length < chunk.names) return;
  }
}
