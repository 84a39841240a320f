import { type Keys, seal, unseal } from "#app/lib/keys.server.ts";

/** The forms. A form's position in this list is what is sealed. */
const kinds = ["signature", "pledge", "letter", "resend"] as const;
type Kind = (typeof kinds)[number];

const seconds = 30 * 60;
const headLength = 1 + 4;
/** An address has 254 bytes at most (RFC 5321); padding makes all sealed texts equally long. */
const plainLength = headLength + 254;
const keyIdLength = 4;

/** Makes the path of the page that asks to check one's inbox. */
export const inboxPath = (slug: string) => `/c/${slug}/check-your-inbox`;

/** Makes that path for who filled in a form: for 30 minutes the page shows the address they typed. */
export function ownInboxPath(
  keys: Keys,
  slug: string,
  { kind, address }: { kind: Kind; address: string },
  now: Date,
): string {
  const plain = Buffer.alloc(plainLength);
  plain.writeUInt8(kinds.indexOf(kind), 0);
  plain.writeUInt32BE(Math.floor(now.getTime() / 1000) + seconds, 1);
  plain.write(address, headLength);
  const { keyId, sealed } = seal(keys, "inbox", plain, slug);
  const text = Buffer.concat([Buffer.from(keyId, "hex"), sealed]).toString("base64url");
  return `${inboxPath(slug)}?for=${text}`;
}

/** Opens `for` in the page's address; null if it is too old, changed, or of another campaign. */
export function openOwnInbox(keys: Keys, slug: string, text: string | null, now: Date) {
  if (!text || !/^[A-Za-z0-9_-]{388}$/.test(text)) return null;
  const bytes = Buffer.from(text, "base64url");
  const keyId = bytes.toString("hex", 0, keyIdLength);
  try {
    const plain = unseal(keys, "inbox", { keyId, sealed: bytes.subarray(keyIdLength) }, slug);
    const kind = kinds[plain.readUInt8(0)];
    if (kind === undefined || now.getTime() / 1000 >= plain.readUInt32BE(1)) return null;
    const end = plain.indexOf(0, headLength);
    return { kind, address: plain.toString("utf8", headLength, end < 0 ? plainLength : end) };
  } catch {
    return null;
  }
}
