import {
  type Cipher,
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  type Decipher,
  hkdfSync,
  type KeyObject,
  randomFillSync,
  sign,
  timingSafeEqual,
} from "node:crypto";

type Key = { id: string; material: Buffer };

/** The keys derived from `SECRET`, newest first: the first signs, all verify. */
export type Keys = readonly [Key, ...Key[]];

/** Purpose of a derived key. A value made for one purpose never verifies for another. */
export type KeyPurpose =
  | "token"
  | "address"
  | "erased-address"
  | "organizer-code"
  | "organizer-address"
  | "invitation"
  | "audit-filter"
  | "holding"
  | "change"
  | "change-nonce"
  | "pack"
  | "file"
  | "import-address"
  | "totp"
  | "waiting-form"
  | "inbox"
  | "reader"
  | "proof";

/** Makes the key ring from secrets, newest first. A key's id identifies its secret without revealing it. */
export function makeKeys(secrets: readonly string[]): Keys {
  const keys = secrets.map((secret) => ({
    id: createHash("sha256").update(`key-id:${secret}`).digest("hex").slice(0, 8),
    material: Buffer.from(secret, "utf8"),
  }));
  const [newest, ...older] = keys;
  if (!newest) throw new Error("makeKeys needs at least one secret");
  return [newest, ...older];
}

/** Returns the ids of the keys, newest first. */
export const knownIds = (keys: Keys): string[] => keys.map(({ id }) => id);

const derived = new Map<string, Buffer>();
const hmacKeys = new Map<string, KeyObject>();

function derive(key: Key, purpose: KeyPurpose): Buffer {
  const name = `${key.id}:${purpose}`;
  let material = derived.get(name);
  if (!material) {
    material = Buffer.from(hkdfSync("sha256", key.material, "undersigned", purpose, 32));
    derived.set(name, material);
  }
  return material;
}

function mac(key: Key, purpose: KeyPurpose, data: string | Buffer): Buffer {
  const name = `${key.id}:${purpose}`;
  let made = hmacKeys.get(name);
  if (!made) {
    made = createSecretKey(derive(key, purpose));
    hmacKeys.set(name, made);
  }
  return createHmac("sha256", made).update(data).digest();
}

/** Signs by the newest key, with its id to store (HMAC-SHA256). */
export function hmac(
  keys: Keys,
  purpose: KeyPurpose,
  data: string | Buffer,
): { keyId: string; digest: Buffer } {
  return { keyId: keys[0].id, digest: mac(keys[0], purpose, data) };
}

/** Returns HMACs by every key, newest first, to look up stored digests. */
export function hmacsByEveryKey(keys: Keys, purpose: KeyPurpose, data: string | Buffer): Buffer[] {
  return keys.map((key) => mac(key, purpose, data));
}

/** Checks `digest` (or a prefix of at least 16 bytes of one) against every key. */
export function verifyHmac(keys: Keys, purpose: KeyPurpose, data: string | Buffer, digest: Buffer): boolean {
  if (digest.length < 16) return false;
  return keys.some((key) => timingSafeEqual(mac(key, purpose, data).subarray(0, digest.length), digest));
}

const nonceLength = 12;
const tagLength = 16;

const pool = Buffer.alloc(nonceLength * 256);
let drawn = pool.length;

/** Returns twelve random bytes, drawn in bulk: a call for each takes as long as sealing. */
function drawNonce(): Buffer {
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  drawn += nonceLength;
  return pool.subarray(drawn - nonceLength, drawn);
}

/**
 * Encrypts `plain` with the newest key by AES-256-GCM: nonce, ciphertext, tag. `about` is authenticated with
 * it, so a value sealed for one row cannot be opened in another.
 */
export function seal(
  keys: Keys,
  purpose: KeyPurpose,
  plain: Buffer,
  about: string,
  nonce: Buffer = drawNonce(),
) {
  const cipher = createCipheriv("aes-256-gcm", derive(keys[0], purpose), nonce);
  cipher.setAAD(Buffer.from(about));
  const sealed = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { keyId: keys[0].id, sealed };
}

const keyIdLength = 4;

/**
 * Encrypts like `seal`, the same bytes always alike: the nonce is an HMAC of what is encrypted (a synthetic
 * nonce, as in RFC 5297). The id of the key comes first.
 */
export function sealAlike(keys: Keys, purpose: "change", plain: Buffer, about: string): Buffer {
  const content = Buffer.concat([Buffer.from(`${about}\n`), plain]);
  const nonce = mac(keys[0], "change-nonce", content).subarray(0, nonceLength);
  const { keyId, sealed } = seal(keys, purpose, plain, about, nonce);
  return Buffer.concat([Buffer.from(keyId, "hex"), sealed]);
}

/** Decrypts what `sealAlike` made, with the same errors as `unseal`. */
export const unsealAlike = (keys: Keys, purpose: "change", stored: Buffer, about: string): Buffer =>
  unseal(
    keys,
    purpose,
    { keyId: stored.toString("hex", 0, keyIdLength), sealed: stored.subarray(keyIdLength) },
    about,
  );

const whole = (cipher: Cipher | Decipher, bytes: Buffer): Buffer =>
  Buffer.concat([cipher.setAutoPadding(false).update(bytes), cipher.final()]);

/**
 * Encrypts one block of 16 bytes with the newest key by AES-256, the same bytes always alike. It hides them
 * and proves nothing: what holds it must be signed.
 */
export const sealBlock = (keys: Keys, purpose: "reader", bytes: Buffer): Buffer =>
  whole(createCipheriv("aes-256-ecb", derive(keys[0], purpose), null), bytes);

/** Decrypts a block with every key, newest first: only its content tells which one made it. */
export const unsealBlock = (keys: Keys, purpose: "reader", bytes: Buffer): Buffer[] =>
  keys.map((key) => whole(createDecipheriv("aes-256-ecb", derive(key, purpose), null), bytes));

/** The secret that sealed a value is not configured. */
export class SecretMissing extends Error {
  constructor(keyId: string) {
    super(`no secret has the key ${keyId}: put the one that made it back into SECRET`);
  }
}

/** Decrypts what `seal` made. Throws when no key has that id or anything changed. */
export function unseal(
  keys: Keys,
  purpose: KeyPurpose,
  { keyId, sealed }: { keyId: string; sealed: Buffer },
  about: string,
): Buffer {
  const key = keys.find(({ id }) => id === keyId);
  if (!key) throw new SecretMissing(keyId);
  const decipher = createDecipheriv("aes-256-gcm", derive(key, purpose), sealed.subarray(0, nonceLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(sealed.subarray(-tagLength));
  return Buffer.concat([decipher.update(sealed.subarray(nonceLength, -tagLength)), decipher.final()]);
}

/** PKCS #8 prefix of the 32 bytes of an Ed25519 seed (RFC 8410), and length of a public key's prefix. */
const seedPrefix = Buffer.from("302e020100300506032b657004220420", "hex");
const publicPrefixLength = 12;

const privateKeyOf = (key: Key, purpose: KeyPurpose): KeyObject =>
  createPrivateKey({ key: Buffer.concat([seedPrefix, derive(key, purpose)]), format: "der", type: "pkcs8" });

/** Returns the secrets' public keys (Ed25519), newest first, as 32 bytes each. */
export const publicKeys = (keys: Keys, purpose: KeyPurpose): Buffer[] =>
  keys.map((key) =>
    createPublicKey(privateKeyOf(key, purpose))
      .export({ format: "der", type: "spki" })
      .subarray(publicPrefixLength),
  );

/** Signs `data` by Ed25519 with the newest secret's key. The first of `publicKeys` verifies it. */
export const signByNewest = (keys: Keys, purpose: KeyPurpose, data: Buffer): Buffer =>
  sign(null, data, privateKeyOf(keys[0], purpose));
