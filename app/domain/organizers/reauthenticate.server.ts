import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { organizers } from "#db/schema/index.ts";
import { beginCeremony, takeTurnOfAddress } from "./begin-ceremony.server.ts";
import { hashOfToken } from "./secret-token.server.ts";
import { spendCeremony, tryCode } from "./try-code.server.ts";

type Purpose = {
  organizerId: string;
  /** What the code will be good for, and nothing else: neither signing in nor another deed. */
  purpose: string;
};

/**
 * Mails a code to an organizer who is signed in, and returns the token that binds it to their browser. Null for
 * somebody who is no organizer any more. The caps on mails to one address hold here too.
 */
export async function askAgain(
  db: Db,
  keys: Keys,
  { organizerId, purpose }: Purpose,
  now = new Date(),
): Promise<string | null> {
  return db.transaction(async (tx) => {
    const [organizer] = await tx
      .select({ email: organizers.email })
      .from(organizers)
      .where(
        and(eq(organizers.id, organizerId), isNotNull(organizers.activatedAt), isNull(organizers.disabledAt)),
      );
    if (!organizer) return null;
    const { email } = organizer;
    await takeTurnOfAddress(tx, email);
    return beginCeremony(tx, keys, { email, organizerId, invitationId: null, purpose }, now);
  });
}

export type Proved<T> =
  | { outcome: "proved"; result: T }
  | { outcome: "wrong"; triesLeft: number }
  /** Expired, used, out of tries, asked for in another browser, by another person or for another purpose. */
  | { outcome: "over" };

/**
 * Does a deed for an organizer who gives back the code that was mailed to them for it. The code is used up in
 * the transaction of the deed. Nobody is signed in by it.
 */
export async function reauthenticate<T>(
  db: Db,
  keys: Keys,
  proof: Purpose & { ceremony: string; code: string },
  deed: (tx: Tx) => Promise<T>,
  now = new Date(),
): Promise<Proved<T>> {
  const tokenHash = hashOfToken(proof.ceremony, proof.purpose);
  const tried = await tryCode(db, keys, { tokenHash, code: proof.code }, now);
  if (tried.outcome !== "right") return tried;
  if (tried.ceremony.organizerId !== proof.organizerId) return { outcome: "over" };
  return db.transaction(async (tx) => {
    if (!(await spendCeremony(tx, tried.ceremony.id, now))) return { outcome: "over" };
    return { outcome: "proved", result: await deed(tx) };
  });
}
