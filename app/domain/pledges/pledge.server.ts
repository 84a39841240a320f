import { eq } from "drizzle-orm";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { supporters } from "#db/schema/index.ts";
import { mailsPerDay } from "../deliveries/delivery.ts";
import { queueDelivery } from "../deliveries/queue-delivery.server.ts";
import { confirmationsPerDay } from "../signatures/signature.ts";
import type { ConsentPurpose } from "../supporters/consent.ts";
import type { PledgeTold } from "./pledge.ts";
import { findSeries, insertVersion, rewritePending } from "./store-version.server.ts";

export type PledgeInput = {
  campaign: { id: number };
  meetingId: number;
  name: string;
  email: { address: string; canonical: string };
  country: string;
  told: PledgeTold;
  locale: string;
  consents: readonly ConsentPurpose[];
};

/**
 * Records what a form says as an unconfirmed version and asks the owner of the address to confirm it. Nothing
 * counts, no consent is given and no pledge in force is touched before that.
 *
 * Returns nothing: a visitor must not learn who holds shares, so only the owner of the address is told.
 */
export async function pledge(db: Db, keys: Keys, input: PledgeInput, now = new Date()): Promise<void> {
  await db.transaction(async (tx) => {
    const person = await rememberPerson(tx, input, now);
    const about = { campaignId: input.campaign.id, supporterId: person.id, meetingId: input.meetingId };
    const version = { ...about, told: input.told, agreed: input.consents };
    const { series, nextVersion, pending, reminders } = await findSeries(tx, version);
    const place = { series, version: nextVersion, reminders };
    const stored = pending ?? (await insertVersion(tx, keys, version, place, now));

    const anew = await queueDelivery(
      tx,
      {
        ...{ campaignId: about.campaignId, supporterId: person.id, pledgeId: stored.id },
        template: "confirm-pledge",
        atMostPerDay: person.confirmedAt === null ? confirmationsPerDay : mailsPerDay,
      },
      now,
    );
    if (pending)
      await rewritePending(tx, keys, pending, { told: input.told, agreed: input.consents, anew }, now);
  });
}

type Who = Pick<PledgeInput, "name" | "email" | "country" | "locale">;

/** Finds the person by their address and locks them, or stores them. What someone confirmed is left as it is. */
async function rememberPerson(
  tx: Tx,
  who: Who,
  now: Date,
): Promise<{ id: number; confirmedAt: Date | null }> {
  const { name, email, country, locale } = who;
  const said = { name, email: email.address, country, locale };
  const [stored] = await tx
    .insert(supporters)
    .values({ ...said, emailCanonical: email.canonical, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: supporters.id, confirmedAt: supporters.confirmedAt });
  if (stored) return stored;
  const [known] = await tx
    .select({ id: supporters.id, confirmedAt: supporters.confirmedAt })
    .from(supporters)
    .where(eq(supporters.emailCanonical, email.canonical))
    .for("update");
  // Erased or purged in the meantime: then they are new again.
  if (!known) return rememberPerson(tx, who, now);
  if (known.confirmedAt === null) await tx.update(supporters).set(said).where(eq(supporters.id, known.id));
  return known;
}
