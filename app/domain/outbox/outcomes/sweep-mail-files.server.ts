import { inArray } from "drizzle-orm";
import type { MailFiles } from "#app/mail/transport.ts";
import type { Db } from "#db/index.ts";
import { outbox } from "#db/schema/index.ts";

const chunk = 1000;

/**
 * Removes files of emails that are no longer in the outbox: what a process that was killed between an
 * erasure and the removal of its files has left. Returns how many there were.
 */
export async function sweepMailFiles(db: Db, files: MailFiles): Promise<number> {
  // Files are written after their row is committed, so a listed file without a row is orphaned.
  const ids = await files.list();
  let removed = 0;
  for (let from = 0; from < ids.length; from += chunk) {
    const some = ids.slice(from, from + chunk);
    const rows = await db
      .select({ publicId: outbox.publicId })
      .from(outbox)
      .where(inArray(outbox.publicId, some));
    const known = new Set(rows.map(({ publicId }) => publicId));
    const orphaned = some.filter((id) => !known.has(id));
    await files.remove(orphaned);
    removed += orphaned.length;
  }
  return removed;
}
