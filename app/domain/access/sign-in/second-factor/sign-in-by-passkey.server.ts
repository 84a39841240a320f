import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { rememberBrowser } from "#app/domain/access/sign-in/sessions/known-browser.server.ts";
import { startSession } from "#app/domain/access/sign-in/sessions/session.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { organizers } from "#db/schema/index.ts";
import { checkPasskey, type Party, usePasskey } from "./passkeys.server.ts";

export const signInPurpose = "sign-in";

type Input = {
  token: string;
  response: unknown;
  userAgent: string | null;
  oldSession: string | null;
  /** See `redeemCode`. */
  browser: string | null;
};

/**
 * Signs in the holder of a passkey who was verified by it: that is two factors at once, so the session is a
 * strong one. Returns its token, and the one by which the browser is known; null for every failure alike.
 */
export async function signInByPasskey(
  db: Db,
  party: Party,
  { token, response, userAgent, oldSession, browser }: Input,
  now = new Date(),
): Promise<{ session: string; browser: string } | null> {
  const answer = { organizerId: null, token, purpose: signInPurpose, response };
  const passkey = await checkPasskey(db, party, answer);
  if (passkey === null) return null;
  return db.transaction(async (tx) => {
    const { organizerId } = passkey;
    if (!(await usePasskey(tx, passkey, now))) return null;
    const active = and(isNotNull(organizers.activatedAt), isNull(organizers.disabledAt));
    if ((await tx.$count(organizers, and(eq(organizers.id, organizerId), active))) === 0) return null;
    const session = await startSession(tx, { organizerId, userAgent, oldSession, strongBy: "passkey" }, now);
    const entry = { actor: `organizer:${organizerId}`, action: "organizer-signed-in" } as const;
    await recordAudit(tx, { ...entry, campaignId: null, subject: null, detail: { by: "passkey" } }, now);
    return { session, browser: await rememberBrowser(tx, { organizerId, browser, userAgent }, now) };
  });
}
