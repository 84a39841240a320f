import { hmac, type Keys, verifyHmac } from "./keys.server.ts";

/** What a link may do. A token of one purpose is not valid for another. */
export type TokenPurpose =
  | "confirm"
  | "thanks"
  | "manage"
  | "unsubscribe"
  /** Subject: the public id of a pledge. */
  | "confirm-pledge"
  | "thanks-pledge"
  /** The same, reached from a link that only knows its reader: does not lead to the pledge. */
  | "thanks-new-pledge"
  /** Subject: the public id of a letter. */
  | "confirm-letter"
  | "thanks-letter"
  | "voted"
  /** Subject: the id of an organizer, who requests a sign-in code for themselves with it. */
  | "sign-in"
  /** Subject: the public id of the email about a new petition. */
  | "notice"
  /** Subject: the public id of a supporter, who adds an entry to one campaign with it. */
  | "sign"
  | "new-pledge"
  | "letter"
  /** Same subject: leads from an email to one of these forms. */
  | "next-sign"
  | "next-pledge"
  | "next-letter"
  /** Same subject: shows their pledge, to change it. */
  | "pledge"
  /** Subject: the public id of the entry that an email reports, to undo it. */
  | "undo-signature"
  | "undo-pledge"
  | "undo-letter";

export type OpenedToken =
  | { outcome: "valid" | "expired"; subject: string; issuedAt: Date; expiresAt: Date | null }
  | { outcome: "invalid" };

const macLength = 16;
const bodyLength = 16 + 4 + 4;
const epochSeconds = (time: Date) => Math.floor(time.getTime() / 1000);
const signed = (purpose: TokenPurpose, within: string | undefined, body: Buffer) =>
  Buffer.concat([Buffer.from(within === undefined ? `${purpose}\0` : `${purpose}\0${within}\0`), body]);

/**
 * Makes a link's token: 16 bytes of subject, issued-at and expiry in seconds (0: never), 16 bytes of
 * HMAC-SHA256, as 54 characters of base64url. The same input gives the same token, so an email can be
 * rendered again. `within`: the token is valid only with the same word, such as its campaign.
 */
export function createToken(
  keys: Keys,
  purpose: TokenPurpose,
  token: { subject: string; issuedAt: Date; expiresAt: Date | null; within?: string },
): string {
  const body = Buffer.alloc(bodyLength);
  Buffer.from(token.subject.replaceAll("-", ""), "hex").copy(body, 0);
  body.writeUInt32BE(epochSeconds(token.issuedAt), 16);
  body.writeUInt32BE(token.expiresAt ? epochSeconds(token.expiresAt) : 0, 20);

  const { digest } = hmac(keys, "token", signed(purpose, token.within, body));
  return Buffer.concat([body, digest.subarray(0, macLength)]).toString("base64url");
}

/** Reads a token of `purpose`; `subject` is the uuid it was made for. */
export function openToken(
  keys: Keys,
  purpose: TokenPurpose,
  token: string,
  now: Date,
  within?: string,
): OpenedToken {
  if (!/^[A-Za-z0-9_-]{54}$/.test(token)) return { outcome: "invalid" };
  const bytes = Buffer.from(token, "base64url");
  if (bytes.toString("base64url") !== token) return { outcome: "invalid" };

  const body = bytes.subarray(0, bodyLength);
  if (!verifyHmac(keys, "token", signed(purpose, within, body), bytes.subarray(bodyLength)))
    return { outcome: "invalid" };

  const subject = body.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  const issuedAt = new Date(body.readUInt32BE(16) * 1000);
  const expiry = body.readUInt32BE(20);
  const expired = expiry !== 0 && epochSeconds(now) >= expiry;
  const expiresAt = expiry === 0 ? null : new Date(expiry * 1000);
  return { outcome: expired ? "expired" : "valid", subject, issuedAt, expiresAt };
}
