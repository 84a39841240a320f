import type { Session } from "#app/domain/access/sign-in/sessions/session.server.ts";
import { strengthenSession } from "#app/domain/access/sign-in/sessions/strengthen-session.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { addPasskey, checkNewPasskey, checkPasskey, type Party, usePasskey } from "./passkeys.server.ts";
import { countRecoveryCodes, makeRecoveryCodes } from "./recovery-codes.server.ts";

const secondStepPurpose = "second-step";

type Input = { session: Pick<Session, "id" | "organizerId">; token: string; response: unknown };

/** Passes the second step of sign-in with a passkey. Returns the session's new token; null if it failed. */
export async function passByPasskey(
  db: Db,
  party: Party,
  { session, token, response }: Input,
  now = new Date(),
): Promise<string | null> {
  const { organizerId } = session;
  const answer = { organizerId, token, purpose: secondStepPurpose, response };
  const passkey = await checkPasskey(db, party, answer);
  if (passkey === null) return null;
  return db.transaction(async (tx) => {
    if (!(await usePasskey(tx, passkey, now))) return null;
    return strengthenSession(tx, { sessionId: session.id, by: "passkey" }, now);
  });
}

/** Adds a passkey and makes its session a strong one. Null if the browser did not answer the challenge. */
export async function enrolPasskey(
  db: Db,
  party: Party,
  { session, token, response, name }: Input & { name: string },
  now = new Date(),
): Promise<{ codes: string[] | null; session: string } | null> {
  const { organizerId } = session;
  const passkey = await checkNewPasskey(db, party, { organizerId, token, response, name });
  if (passkey === null) return null;
  return db.transaction(async (tx) => {
    if (!(await addPasskey(tx, passkey, now))) return null;
    const codes = await firstRecoveryCodes(tx, organizerId, now);
    const strong = await strengthenSession(tx, { sessionId: session.id, by: "passkey" }, now);
    if (strong === null) throw new Error("the session ended while a passkey was added");
    return { codes, session: strong };
  });
}

/** Makes recovery codes with the first second factor; null if some exist. */
export const firstRecoveryCodes = async (tx: Tx, organizerId: string, now: Date) =>
  (await countRecoveryCodes(tx, organizerId)) > 0 ? null : makeRecoveryCodes(tx, organizerId, now);
