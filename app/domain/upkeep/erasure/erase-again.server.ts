import { asc, gt } from "drizzle-orm";
import { dropForms } from "#app/domain/entries/waiting-forms/drop-forms.server.ts";
import { hmacsByEveryKey, type Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { erasedAddresses, supporters } from "#db/schema/index.ts";
import { type ErasureRecord, eraseSupporter } from "./erase-supporter.server.ts";

const batchSize = 5_000;

/**
 * Applies the erasure log to a restored database: everyone who is older than an erasure of their
 * address is erased again. Answers how many were.
 */
export async function eraseAgain(
  db: Db,
  {
    keys,
    records,
    removeMails,
  }: { keys: Keys; records: readonly ErasureRecord[]; removeMails: (ids: string[]) => Promise<void> },
  now = new Date(),
): Promise<number> {
  const erasedAt = new Map<string, number>();
  for (const { addressHmac, erasedAt: time } of records) {
    erasedAt.set(addressHmac, Math.max(erasedAt.get(addressHmac) ?? 0, Date.parse(time)));
  }
  const ports = { keys, removeMails, record: async () => {} };
  await rememberErased(db, records);

  let erased = 0;
  for (let after = 0; ; ) {
    const people = await db
      .select({
        id: supporters.id,
        publicId: supporters.publicId,
        emailCanonical: supporters.emailCanonical,
        createdAt: supporters.createdAt,
      })
      .from(supporters)
      .where(gt(supporters.id, after))
      .orderBy(asc(supporters.id))
      .limit(batchSize);
    for (const person of people) {
      const hashes = hmacsByEveryKey(keys, "address", person.emailCanonical).map((hash) =>
        hash.toString("hex"),
      );
      if (!hashes.some((hash) => (erasedAt.get(hash) ?? 0) >= person.createdAt.getTime())) continue;
      const { outcome } = await eraseSupporter(
        db,
        ports,
        { publicId: person.publicId, actor: "operator" },
        now,
      );
      if (outcome === "erased") erased++;
    }
    const last = people.at(-1);
    if (!last) return erased;
    after = last.id;
  }
}

/** Records people erased after the archive was written, so that no import brings them back. */
async function rememberErased(db: Db, records: readonly ErasureRecord[]): Promise<void> {
  for (let from = 0; from < records.length; from += batchSize) {
    const some = records
      .slice(from, from + batchSize)
      .map(({ addressHmac, keyId, erasedAt }) => ({
        addressHmac: Buffer.from(addressHmac, "hex"),
        keyId,
        erasedAt: new Date(erasedAt),
      }));
    await db.transaction(async (tx) => {
      await tx.insert(erasedAddresses).values(some).onConflictDoNothing();
      await dropForms(
        tx,
        some.map(({ addressHmac }) => addressHmac),
      );
    });
  }
}
