import type { Session } from "#app/domain/access/sign-in/sessions/session.server.ts";
import { strengthenSession } from "#app/domain/access/sign-in/sessions/strengthen-session.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { type SecondTried, trySecondFactor } from "./try-second-factor.server.ts";

export type Passed =
  | Exclude<SecondTried, { outcome: "right" }>
  /** `session` is the new token for the cookie. */
  | { outcome: "passed"; session: string }
  | { outcome: "gone" };

/** The second step of signing in: a code of the app or a recovery code makes the session one that may do all its organizer may. */
export async function passSecondFactor(
  db: Db,
  keys: Keys,
  { session, code }: { session: Pick<Session, "id" | "organizerId">; code: string },
  now = new Date(),
): Promise<Passed> {
  return db.transaction(async (tx): Promise<Passed> => {
    const tried = await trySecondFactor(tx, keys, { organizerId: session.organizerId, code }, now);
    if (tried.outcome !== "right") return tried;
    const token = await strengthenSession(tx, { sessionId: session.id, by: tried.by }, now);
    return token === null ? { outcome: "gone" } : { outcome: "passed", session: token };
  });
}
