import { hmac, hmacsByEveryKey, type Keys } from "#app/lib/keys.server.ts";
import { hashOfToken } from "./secret-token.server.ts";

type Invitation = { id: string; expiresAt: Date };

const payload = ({ id, expiresAt }: Invitation) => `${id} ${expiresAt.getTime()}`;

/**
 * Derives the token of an emailed invitation from our key and its expiry. Nothing is stored, so the email can
 * be rendered again; a new expiry makes a new link and voids the old one.
 */
export const invitationToken = (keys: Keys, invitation: Invitation) =>
  hmac(keys, "invitation", payload(invitation)).digest.toString("base64url");

/** Finds the token whose hash is stored, trying every key; null for an invitation that was printed. */
export function findInvitationToken(keys: Keys, invitation: Invitation & { tokenHash: Buffer }) {
  const tokens = hmacsByEveryKey(keys, "invitation", payload(invitation));
  const known = tokens.map((mac) => mac.toString("base64url"));
  return known.find((token) => hashOfToken(token).equals(invitation.tokenHash)) ?? null;
}
