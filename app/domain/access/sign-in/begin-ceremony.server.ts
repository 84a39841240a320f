import { sql } from "drizzle-orm";
import { codeLivesMinutes } from "#app/domain/access/organizer.ts";
import { createSecretToken, hashOfToken } from "#app/domain/access/secret-token.server.ts";
import { queueEmails } from "#app/domain/queue/queue-emails.server.ts";
import { hmac, type Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";
import { organizerCeremonies } from "#db/schema/index.ts";
import { type CodeBudget, cappedUntil } from "./code-budget.server.ts";
import type { ProofFor } from "./proof-for.ts";

type Ceremony = {
  email: string;
  /** Whom to email; null where the address is not an organizer's. */
  organizerId: string | null;
  invitationId: string | null;
  /** Which rate limit the code counts against. */
  budget: CodeBudget;
  /** What the code is valid for; without it: signing in. */
  purpose?: string;
  /** What the email says the code confirms, and in which campaign; null: it signs in. */
  proves?: Pick<ProofFor, "kind" | "campaignId"> | null;
};

export type Begun = {
  /** For the browser that asked. */
  token: string;
  /** When the limit allows another code; null: this one is sent, if the address is an organizer's. */
  cappedUntil: Date | null;
};

/** Waits until no other request for this address is under way, so that the caps below hold. */
export async function lockSignInAddress(tx: Tx, email: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`organizer:${email}`}, 0))`);
}

/**
 * Opens a ceremony for the browser that gets the returned token, and queues the email with its code. Every
 * address gets a row; over the limit, or if it is not an organizer's, no code is emailed. Needs
 * `lockSignInAddress`.
 */
export async function beginCeremony(tx: Tx, keys: Keys, ceremony: Ceremony, now: Date): Promise<Begun> {
  const until = await cappedUntil(tx, keys, ceremony, now);
  const recipient = until === null ? ceremony.organizerId : null;
  const token = createSecretToken();
  const [row] = await tx
    .insert(organizerCeremonies)
    .values({
      tokenHash: hashOfToken(token, ceremony.purpose),
      emailHmac: hmac(keys, "organizer-address", ceremony.email).digest,
      organizerId: recipient,
      invitationId: ceremony.invitationId,
      budget: ceremony.budget,
      proves: ceremony.proves?.kind ?? null,
      createdAt: now,
      expiresAt: sql`now() + make_interval(mins => ${codeLivesMinutes})`,
    })
    .returning({ id: organizerCeremonies.id });

  if (recipient !== null && row) {
    await queueEmails(tx, "organizer-code", {
      organizerId: recipient,
      ceremonyId: row.id,
      campaignId: sql`(select id from campaigns where id = ${ceremony.proves?.campaignId ?? null})`,
      createdAt: now,
    });
  }
  return { token, cappedUntil: until };
}
