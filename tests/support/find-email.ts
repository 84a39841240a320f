import { eq } from "drizzle-orm";
import { contentOf } from "#app/domain/outbox/sending/find-content.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import type { Db } from "#db/index.ts";
import { outbox } from "#db/schema/index.ts";

/** Writes what the worker would send for an email of the outbox; null for nothing. */
export async function findEmail(db: Db, mailing: Mailing, id: number) {
  const [row] = await db.select({ template: outbox.template }).from(outbox).where(eq(outbox.id, id));
  const written = row ? await contentOf(row.template).write(db, mailing, id) : null;
  return written && "waits" in written ? null : written;
}
