import { createHash, createPublicKey, type KeyObject, verify } from "node:crypto";

/** An Ed25519 public key as in packs, the console, the command line and the public page. */
export type PackKey = {
  /** The first 16 hex digits of the SHA-256 of the key. */
  id: string;
  /** The 32 bytes in base64. */
  publicKey: string;
};

const spkiPrefix = Buffer.from("302a300506032b6570032100", "hex");
const keyObject = (raw: Buffer): KeyObject =>
  createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), format: "der", type: "spki" });

export const packKeyOf = (raw: Buffer): PackKey => ({
  id: createHash("sha256").update(raw).digest("hex").slice(0, 16),
  publicKey: raw.toString("base64"),
});

/** Formats for `openssl`. */
export const pemOf = ({ publicKey }: PackKey): string =>
  keyObject(Buffer.from(publicKey, "base64")).export({ format: "pem", type: "spki" }).toString();

/** Reads a key in base64 or hex. Null where it is none. */
export function readPackKey(text: string): PackKey | null {
  const given = text.trim();
  const raw = /^[0-9a-f]{64}$/i.test(given) ? Buffer.from(given, "hex") : Buffer.from(given, "base64");
  const isKey = raw.length === 32 && (/^[0-9a-f]{64}$/i.test(given) || raw.toString("base64") === given);
  return isKey ? packKeyOf(raw) : null;
}

/** True when the signature over `data` was made with the private half of the key. */
export function isSignedBy({ publicKey }: PackKey, data: Buffer, signature: Buffer): boolean {
  try {
    return verify(null, data, keyObject(Buffer.from(publicKey, "base64")), signature);
  } catch {
    return false;
  }
}
