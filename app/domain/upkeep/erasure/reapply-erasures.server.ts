import { asc, gt, lt, sql } from "drizzle-orm";
import { earlierForm } from "#app/domain/base/address.ts";
import { dropForms, newestForm } from "#app/domain/supporters/delete-person.server.ts";
import type { ErasureLine } from "#app/lib/erasure-record.ts";
import { hmacsByEveryKey, type Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { erasedAddresses, supporters } from "#db/schema/index.ts";
import { eraseSupporter } from "./erase-supporter.server.ts";

const batchSize = 5_000;

type Again = { keys: Keys; records: readonly ErasureLine[]; removeMails: (ids: string[]) => Promise<void> };

/** Applies the erasure log to a restored database. Answers how many people were erased again. */
export async function reapplyErasures(db: Db, again: Again, now = new Date()): Promise<number> {
  await rememberErased(db, again.records);
  return eraseListed(db, again, now);
}

/**
 * Erases again everyone who is older than an erasure of their address, without another notice. Answers how
 * many were.
 */
export async function eraseListed(
  db: Db,
  { keys, records, removeMails }: Again,
  now = new Date(),
): Promise<number> {
  if (records.length === 0) return 0;
  const erasedAt = new Map<string, number>();
  for (const { addressHmac, erasedAt: time } of records) {
    erasedAt.set(addressHmac, Math.max(erasedAt.get(addressHmac) ?? 0, Date.parse(time)));
  }
  const ports = { keys, removeMails, record: async () => {} };

  let erased = 0;
  for (let after = 0; ; ) {
    const people = await db
      .select({
        id: supporters.id,
        publicId: supporters.publicId,
        email: supporters.email,
        emailCanonical: supporters.emailCanonical,
        createdAt: supporters.createdAt,
      })
      .from(supporters)
      .where(gt(supporters.id, after))
      .orderBy(asc(supporters.id))
      .limit(batchSize);
    for (const person of people) {
      const hashes = [person.emailCanonical, earlierForm(person.email)]
        .flatMap((form) => hmacsByEveryKey(keys, "address", form))
        .map((hash) => hash.toString("hex"));
      const asked = Math.max(...hashes.map((hash) => erasedAt.get(hash) ?? 0));
      if (asked < person.createdAt.getTime()) continue;
      const again = { actor: "operator", notify: false, erasedAt: new Date(asked) } as const;
      const { outcome } = await eraseSupporter(db, ports, { publicId: person.publicId, ...again }, now);
      if (outcome === "erased") erased++;
    }
    const last = people.at(-1);
    if (!last) return erased;
    after = last.id;
  }
}

/**
 * Stores people erased after the archive was written, so that no import and no form in it brings them back.
 * Of one erased before, a form in it was posted after the erasure, and stays.
 */
export async function rememberErased(db: Db, records: readonly ErasureLine[]): Promise<void> {
  for (let from = 0; from < records.length; from += batchSize) {
    const some = records
      .slice(from, from + batchSize)
      .map(({ addressHmac, keyId, erasedAt }) => ({
        addressHmac: Buffer.from(addressHmac, "hex"),
        keyId,
        erasedAt: new Date(erasedAt),
        formsThrough: newestForm,
      }));
    await db.transaction(async (tx) => {
      const later = await tx
        .insert(erasedAddresses)
        .values(newestOfEach(some))
        .onConflictDoUpdate({
          target: erasedAddresses.addressHmac,
          set: { erasedAt: sql`excluded.erased_at`, formsThrough: newestForm },
          setWhere: lt(erasedAddresses.erasedAt, sql`excluded.erased_at`),
        })
        .returning({ addressHmac: erasedAddresses.addressHmac });
      await dropForms(
        tx,
        later.map(({ addressHmac }) => addressHmac),
      );
    });
  }
}

/** One statement cannot update a row twice. */
const newestOfEach = <One extends { addressHmac: Buffer; erasedAt: Date }>(some: readonly One[]): One[] => {
  const newest = new Map<string, One>();
  for (const one of [...some].sort((a, b) => a.erasedAt.getTime() - b.erasedAt.getTime()))
    newest.set(one.addressHmac.toString("hex"), one);
  return [...newest.values()];
};
