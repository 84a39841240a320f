import { periods } from "#app/domain/base/periods.ts";
import { type Keys, seal, unseal } from "#app/lib/keys.server.ts";
import type { pledges } from "#db/schema/index.ts";
import { decryptHolding, type SealedHolding } from "./holding.server.ts";
import type { Holding } from "./pledge.ts";

type Version = typeof pledges.$inferSelect;

/** What is wiped from a replaced version, and restored by an undo. */
type KeptVersion = Pick<Version, "status" | "display" | "comment" | "fundManager"> & {
  holding: Holding | null;
};

/** The plain text is padded to a multiple of this: ciphertexts reveal no length. */
const padded = 256;

export const noSnapshot = { keptEnc: null, keptKeyId: null, keptUntil: null };

/** Seals what an undo would restore of a version whose holding can be read. */
export function sealSnapshot(keys: Keys, version: Version & SealedHolding, now: Date) {
  const { status, display, comment, fundManager } = version;
  const kept: KeptVersion = { status, display, comment, fundManager, holding: decryptHolding(keys, version) };
  const text = Buffer.from(JSON.stringify(kept));
  const plain = Buffer.alloc(Math.ceil(text.length / padded) * padded, " ");
  text.copy(plain);
  return {
    ...sealAs(keys, version.publicId, plain),
    keptUntil: new Date(now.getTime() + periods.undoDays * 86_400_000),
  };
}

/** Seals it again under the newest key. Throws where no key opens it. */
export const resealKept = (keys: Keys, version: Version) =>
  sealAs(keys, version.publicId, unsealKept(keys, version));

/** Opens what is kept of a version; null where nothing is, or its key is gone. */
export function decryptSnapshot(keys: Keys, version: Version): KeptVersion | null {
  if (version.keptEnc === null) return null;
  try {
    return JSON.parse(unsealKept(keys, version).toString()) as KeptVersion;
  } catch {
    return null;
  }
}

const aboutKept = (publicId: string) => `${publicId} kept`;

function sealAs(keys: Keys, publicId: string, plain: Buffer) {
  const { keyId, sealed } = seal(keys, "holding", plain, aboutKept(publicId));
  return { keptEnc: sealed, keptKeyId: keyId };
}

const unsealKept = (keys: Keys, { publicId, keptEnc, keptKeyId }: Version) =>
  unseal(
    keys,
    "holding",
    { keyId: keptKeyId ?? "", sealed: keptEnc ?? Buffer.alloc(0) },
    aboutKept(publicId),
  );
