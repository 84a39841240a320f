import { generateSecret, generateURI, verifySync } from "otplib";
import { type Keys, seal, unseal } from "#app/lib/keys.server.ts";

/** What an authenticator app is given. */
export type TotpSecret = { secret: string; uri: string };

/** A new secret of 160 bits, with the address that an app reads from a picture. */
export function createTotp(email: string): TotpSecret {
  const secret = generateSecret();
  return { secret, uri: totpUri(secret, email) };
}

/** RFC 6238 with what every app takes for granted: SHA-1, six digits, 30 seconds. */
export const totpUri = (secret: string, email: string) =>
  generateURI({ issuer: "Undersigned", label: email, secret });

/** What is stored of a secret: it opens for this organizer alone. */
export function sealTotp(keys: Keys, organizerId: string, secret: string) {
  const { keyId, sealed } = seal(keys, "totp", Buffer.from(secret), organizerId);
  return { totpKeyId: keyId, totpSecretEnc: sealed };
}

/** The secret of a row. Throws where no key of `SECRET` opens it. */
export const openTotp = (
  keys: Keys,
  organizerId: string,
  { totpKeyId, totpSecretEnc }: { totpKeyId: string; totpSecretEnc: Buffer },
) => unseal(keys, "totp", { keyId: totpKeyId, sealed: totpSecretEnc }, organizerId).toString();

/**
 * The 30-second step that a code belongs to: the one now, or the one just gone for a slow hand. Null for a
 * code of no step after `lastStep`, so that none works twice.
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
