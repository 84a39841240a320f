import { sql } from "drizzle-orm";
import { hmac, hmacsByEveryKey, type Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";
import { deliveries, organizerCeremonies } from "#db/schema/index.ts";
import { codeLivesMinutes, codeMailsAtMost } from "./organizer.ts";
import type { ProofFor } from "./proof-for.ts";
import { createSecretToken, hashOfToken } from "./secret-token.server.ts";

type Ceremony = {
  email: string;
  /** Whom to mail; null for an address that is no organizer's. */
  organizerId: string | null;
  invitationId: string | null;
  /** What the code is good for; none given: signing in. */
  purpose?: string;
  /** What the mail says that it proves, and of which campaign; null: it signs in. */
  proves?: Pick<ProofFor, "kind" | "campaignId"> | null;
};

export type Begun = {
  /** For the browser that asked. */
  token: string;
  /** When the address may get a code again; null: it gets this one, if it is an organizer's. */
  cappedUntil: Date | null;
};

/** Waits until no other request for this address is under way, so that the caps below hold. */
export async function takeTurnOfAddress(tx: Tx, email: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`organizer:${email}`}, 0))`);
}

/**
 * Opens a ceremony for the browser that will hold the returned token, and queues the mail with its
 * code. A row is written for every address alike; beyond the caps, and for addresses that are no
 * organizer's, it leads nowhere and nothing is mailed. Needs the turn of the address.
 */
export async function beginCeremony(tx: Tx, keys: Keys, ceremony: Ceremony, now: Date): Promise<Begun> {
  const until = await cappedUntil(tx, keys, ceremony.email, now);
  const recipient = until === null ? ceremony.organizerId : null;
  const token = createSecretToken();
  const [row] = await tx
    .insert(organizerCeremonies)
    .values({
      tokenHash: hashOfToken(token, ceremony.purpose),
      emailHmac: hmac(keys, "organizer-address", ceremony.email).digest,
      organizerId: recipient,
      invitationId: ceremony.invitationId,
      proves: ceremony.proves?.kind ?? null,
      createdAt: now,
      expiresAt: new Date(now.getTime() + codeLivesMinutes * 60_000),
    })
    .returning({ id: organizerCeremonies.id });

  if (recipient !== null && row) {
    await tx.insert(deliveries).values({
      organizerId: recipient,
      ceremonyId: row.id,
      campaignId: sql`(select id from campaigns where id = ${ceremony.proves?.campaignId ?? null})`,
      template: "organizer-code",
      createdAt: now,
      dueAt: now,
    });
  }
  return { token, cappedUntil: until };
}

/**
 * When an address may get a code again; null when it may now. Counts the ceremonies that were mailed: those of an
 * unknown address use nothing up.
 */
async function cappedUntil(tx: Tx, keys: Keys, email: string, now: Date): Promise<Date | null> {
  const hashes = hmacsByEveryKey(keys, "organizer-address", email);
  const [mailed] = await tx.execute<{ until: string | null }>(sql`
    select greatest(
      (array_agg(created_at order by created_at desc))[${codeMailsAtMost.hour}::int] + interval '1 hour',
      (array_agg(created_at order by created_at desc))[${codeMailsAtMost.day}::int] + interval '1 day')::text as until
    from organizer_ceremonies
    where email_hmac in ${hashes} and organizer_id is not null
      and created_at > ${now.toISOString()}::timestamptz - interval '1 day'`);
  const until = mailed?.until ? new Date(mailed.until) : null;
  return until && until > now ? until : null;
}
