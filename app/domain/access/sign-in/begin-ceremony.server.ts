import { sql } from "drizzle-orm";
import { codeLivesMinutes, maxCodeEmails } from "#app/domain/access/organizer.ts";
import { createSecretToken, hashOfToken } from "#app/domain/access/secret-token.server.ts";
import { queueEmails } from "#app/domain/queue/queue-emails.server.ts";
import { hmac, hmacsByEveryKey, type Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";
import { organizerCeremonies } from "#db/schema/index.ts";
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

/**
 * Which rate limit a code counts against. Anybody can ask with an address, so those requests share one limit;
 * a browser that signed in before, an emailed link, a session and an invitation each have their own, which
 * nobody else can use up.
 */
type CodeBudget =
  | "anyone"
  | `browser ${number}`
  | `link ${string}`
  | `session ${number}`
  | `invitation ${string}`;

/**
 * Returns when the limit allows another code; null for now. Counts ceremonies that were emailed: unknown
 * addresses use nothing up. An invitation has one limit for all addresses typed with it.
 */
async function cappedUntil(
  tx: Tx,
  keys: Keys,
  { email, budget }: { email: string; budget: CodeBudget },
  now: Date,
): Promise<Date | null> {
  const whose =
    budget === "anyone"
      ? sql`email_hmac in ${hmacsByEveryKey(keys, "organizer-address", email)} and budget = 'anyone'`
      : sql`budget = ${budget}`;
  const [mailed] = await tx.execute<{ until: string | null }>(sql`
    select greatest(
      (array_agg(created_at order by created_at desc))[${maxCodeEmails.hour}::int] + interval '1 hour',
      (array_agg(created_at order by created_at desc))[${maxCodeEmails.day}::int]
        + interval '1 day')::text as until
    from organizer_ceremonies
    where ${whose} and organizer_id is not null
      and created_at > ${now.toISOString()}::timestamptz - interval '1 day'`);
  const until = mailed?.until ? new Date(mailed.until) : null;
  return until && until > now ? until : null;
}
