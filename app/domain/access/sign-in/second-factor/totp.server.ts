import { generateSecret, generateURI, verifySync } from "otplib";
import { type Rotated, rotateSealed } from "#app/domain/record/rotate-sealed.server.ts";
import { type Keys, seal, unseal } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { organizers } from "#db/schema/index.ts";

export type TotpSecret = { secret: string; uri: string };

/** Makes a 160-bit secret, with the address that an app reads from a picture. */
export function createTotp(email: string): TotpSecret {
  const secret = generateSecret();
  return { secret, uri: totpUri(secret, email) };
}

/** Follows RFC 6238 with the defaults of every app: SHA-1, six digits, 30 seconds. */
export const totpUri = (secret: string, email: string) =>
  generateURI({ issuer: "Undersigned", label: email, secret });

/** Seals a secret for storing: it opens for this organizer alone. */
export function sealTotp(keys: Keys, organizerId: string, secret: string) {
  const { keyId, sealed } = seal(keys, "totp", Buffer.from(secret), organizerId);
  return { totpKeyId: keyId, totpSecretEnc: sealed };
}

/** Opens a row's secret; throws where no key of `SECRET` does. */
export const openTotp = (
  keys: Keys,
  organizerId: string,
  { totpKeyId, totpSecretEnc }: { totpKeyId: string; totpSecretEnc: Buffer },
) => unseal(keys, "totp", { keyId: totpKeyId, sealed: totpSecretEnc }, organizerId).toString();

/**
 * Returns the 30-second step of a code: the current one, or the one before for a slow hand. Null for a step
 * not after `lastStep`, so that none works twice.
 */
export function stepOfTotp(secret: string, code: string, lastStep: number | null, now: Date): number | null {
  const tried = verifySync({
    secret,
    token: code,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: [30, 0],
    ...(lastStep === null ? {} : { afterTimeStep: lastStep }),
  });
  return tried.valid && "timeStep" in tried ? Number(tried.timeStep) : null;
}

/** Reseals the TOTP secrets of organizers under the newest key. `damaged` are ids of organizers. */
export const rotateTotp = (db: Db, keys: Keys, now = new Date()): Promise<Rotated> =>
  rotateSealed(
    db,
    keys,
    {
      table: organizers,
      id: organizers.id,
      keyId: organizers.totpKeyId,
      nameOf: ({ id }) => id,
      reseal: ({ id, totpKeyId, totpSecretEnc }) => {
        if (!(totpKeyId && totpSecretEnc)) throw new Error("a second factor has no secret");
        return sealTotp(keys, id, openTotp(keys, id, { totpKeyId, totpSecretEnc }));
      },
      action: "second-factors-rotated",
    },
    now,
  );
