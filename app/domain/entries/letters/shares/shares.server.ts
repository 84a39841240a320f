import { canOpen, decryptHolding, sealHolding } from "#app/domain/entries/pledges/holding.server.ts";
import { type Rotated, rotateSealed } from "#app/domain/record/rotate-sealed.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { letters } from "#db/schema/index.ts";

/** A letter's shares as stored. */
export type SealedShares = { publicId: string; sharesEnc: Buffer | null; keyId: string | null };

const asHolding = (row: SealedShares) => ({ ...row, bucketEnc: null });

export function sealShares(keys: Keys, publicId: string, shares: string | null) {
  const { sharesEnc, keyId } = sealHolding(keys, publicId, shares === null ? null : { shares, bucket: null });
  return { sharesEnc, keyId };
}

/** Decrypts a letter's number of shares, a decimal string; null for none. Throws when its key is gone. */
export const openShares = (keys: Keys, row: SealedShares): string | null =>
  decryptHolding(keys, asHolding(row))?.shares ?? null;

/** True unless the key of a letter's shares is gone or its row damaged. */
export const canOpenShares = (keys: Keys, row: SealedShares): boolean => canOpen(keys, asHolding(row));

/** Encrypts again what letters say of shares, under the newest key. `damaged` are public ids of letters. */
export const rotateShares = (db: Db, keys: Keys, now = new Date()): Promise<Rotated> =>
  rotateSealed(
    db,
    keys,
    {
      table: letters,
      id: letters.id,
      keyId: letters.keyId,
      nameOf: ({ publicId }) => publicId,
      reseal: (row) => sealShares(keys, row.publicId, openShares(keys, row)),
      action: "holdings-rotated",
      of: "letters",
    },
    now,
  );
