import { eq } from "drizzle-orm";
import { createSecretToken, hashOfToken } from "#app/domain/access/secret-token.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Tx } from "#db/index.ts";
import { organizerSessions } from "#db/schema/index.ts";

export type StrongBy = "totp" | "passkey" | "recovery";

/**
 * Records that a second factor was used in a session, and gives it a new token: the one from the emailed code
 * stops working. Null if the session has ended.
 */
export async function strengthenSession(
  tx: Tx,
  { sessionId, by }: { sessionId: number; by: StrongBy },
  now: Date,
): Promise<string | null> {
  const token = createSecretToken();
  const [session] = await tx
    .update(organizerSessions)
    .set({ tokenHash: hashOfToken(token), strongAt: now, strongBy: by })
    .where(eq(organizerSessions.id, sessionId))
    .returning({ organizerId: organizerSessions.organizerId });
  if (!session) return null;
  await recordAudit(
    tx,
    {
      actor: `organizer:${session.organizerId}`,
      action: "second-factor-used",
      campaignId: null,
      subject: null,
      detail: { by },
    },
    now,
  );
  return token;
}
