import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";
import { nameMayGo } from "./eligible.server.ts";
import type { LockedDispatch } from "./lock-dispatch.server.ts";
import { readLetters, readNames } from "./read-letters.server.ts";

export type ApprovedContent = { sha256: Buffer; letters: number; names: number };

/** Letters and names read at once. */
const chunk = { letters: 500, names: 5000 };

/**
 * sha256 over all that an approval is given to, a line of JSON each: the words, the office, then the letters in their
 * order by public id and sha256 of their text, then the names as they are handed over.
 */
export async function hashOfContent(tx: Tx, keys: Keys, dispatch: LockedDispatch): Promise<ApprovedContent> {
  const { id, kind, locale, content, recipientName, recipientEmail } = dispatch;
  const hash = createHash("sha256");
  const add = (line: unknown) => hash.update(`${JSON.stringify(line)}\n`);
  add([kind, locale, content.subject, content.body, content.withNames]);
  add([recipientName, recipientEmail]);
  let letters = 0;
  for (let after = 0, size = chunk.letters; size === chunk.letters; ) {
    const some = await readLetters(
      tx,
      keys,
      sql`l.id in (select id from letters where dispatch_id = ${id} and state = 'queued' and id > ${after}
        order by id limit ${chunk.letters})`,
    );
    for (const letter of some) add([letter.publicId, letter.sha256.toString("hex")]);
    size = some.length;
    letters += size;
    after = some.at(-1)?.id ?? after;
  }
  let names = 0;
  for (let after = 0, size = chunk.names; size === chunk.names; ) {
    const taken = await tx.execute<{ id: number }>(sql`
      select signature_id::float8 as id from letter_names where dispatch_id = ${id} and signature_id > ${after}
      order by signature_id limit ${chunk.names}`);
    const ids = taken.map((row) => row.id);
    const some = await readNames(tx, sql`g.id = any (${sql.param(ids)}::bigint[]) and ${nameMayGo}`);
    for (const { receiptCode, name, country } of some) add([receiptCode, name, country]);
    size = ids.length;
    names += some.length;
    after = ids.at(-1) ?? after;
  }
  return { sha256: hash.digest(), letters, names };
}
