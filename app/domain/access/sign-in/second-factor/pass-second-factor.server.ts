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

/** Passes the second step of sign-in with an app or recovery code, which makes the session a strong one. */
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
