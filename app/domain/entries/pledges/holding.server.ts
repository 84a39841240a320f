import { type Keys, seal, unseal } from "#app/lib/keys.server.ts";
import { type Holding, sharesBuckets } from "./pledge.ts";

/** A holding as stored. */
export type SealedHolding = { sharesEnc: Buffer | null; bucketEnc: Buffer | null; keyId: string | null };

/** Bytes that every plain text is padded to, more than the longest number: ciphertexts reveal no length. */
const padded = 24;

/** Encrypts a holding for one row. A fund pledge has none. */
export function sealHolding(keys: Keys, publicId: string, holding: Holding | null): SealedHolding {
  if (holding === null) return { sharesEnc: null, bucketEnc: null, keyId: null };
  const plain = Buffer.alloc(padded, " ");
  plain.write(holding.shares ?? holding.bucket ?? "", "ascii");
  const { keyId, sealed } = seal(keys, "holding", plain, publicId);
  return holding.shares === null
    ? { sharesEnc: null, bucketEnc: sealed, keyId }
    : { sharesEnc: sealed, bucketEnc: null, keyId };
}

/** Decrypts a holding; null for a fund pledge. Throws when the key is gone or the row was changed. */
export function decryptHolding(keys: Keys, row: SealedHolding & { publicId: string }): Holding | null {
  const sealed = row.sharesEnc ?? row.bucketEnc;
  if (sealed === null || row.keyId === null) return null;
  const opened = unseal(keys, "holding", { keyId: row.keyId, sealed }, row.publicId)
    .toString("ascii")
    .trimEnd();
  if (row.sharesEnc !== null) return { shares: opened, bucket: null };
  const bucket = sharesBuckets.find((known) => known === opened);
  if (!bucket) throw new Error("a holding was decrypted to no known range");
  return { shares: null, bucket };
}

/** True unless the key of a holding is gone or its row damaged. */
export function canOpen(keys: Keys, row: SealedHolding & { publicId: string }): boolean {
  try {
    decryptHolding(keys, row);
    return true;
  } catch {
    return false;
  }
}
