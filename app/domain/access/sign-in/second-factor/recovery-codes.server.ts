import { randomInt } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { hashOfToken } from "#app/domain/access/secret-token.server.ts";
import type { DbOrTx, Tx } from "#db/index.ts";
import { organizerRecoveryCodes } from "#db/schema/index.ts";

const letters = "abcdefghjkmnpqrstuvwxyz23456789";
const howMany = 10;

/**
 * 24 characters of 31 possible: 118 bits, so a hash cannot be reversed by trying (OWASP ASVS 6.5.2 asks for
 * 112). Written in groups of four.
 */
const createCode = () => Array.from({ length: 24 }, () => letters[randomInt(letters.length)]).join("");
const inFours = (code: string) => code.match(/.{4}/g)?.join("-") ?? code;

/** Hashes a recovery code for storing, good for one organizer. */
export const hashOfRecoveryCode = (organizerId: string, code: string) =>
  hashOfToken(code.toLowerCase(), `recovery ${organizerId}`);

/** Makes ten recovery codes in place of those there were, and returns them this once. */
export async function makeRecoveryCodes(tx: Tx, organizerId: string, now: Date): Promise<string[]> {
  await tx.delete(organizerRecoveryCodes).where(eq(organizerRecoveryCodes.organizerId, organizerId));
  const codes = Array.from({ length: howMany }, createCode);
  await tx
    .insert(organizerRecoveryCodes)
    .values(
      codes.map((code) => ({ codeHash: hashOfRecoveryCode(organizerId, code), organizerId, createdAt: now })),
    );
  return codes.map(inFours);
}

/** Counts unused recovery codes. */
export const countRecoveryCodes = (db: DbOrTx, organizerId: string) =>
  db.$count(
    organizerRecoveryCodes,
    and(eq(organizerRecoveryCodes.organizerId, organizerId), isNull(organizerRecoveryCodes.usedAt)),
  );
