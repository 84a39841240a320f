import { and, eq, ne } from "drizzle-orm";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { pledges, signatures, supporters } from "#db/schema/index.ts";
import { mailsPerDay } from "../deliveries/delivery.ts";
import { queueDelivery } from "../deliveries/queue-delivery.server.ts";
import { confirmationsPerDay } from "../signatures/signature.ts";
import type { ConsentPurpose } from "../supporters/consent.ts";
import type { PledgeTold } from "./pledge.ts";
import { saysTheSame } from "./same-version.server.ts";
import { findSeries, insertVersion, renewPending, rewritePending } from "./store-version.server.ts";

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
 * A mailed link confirms only what its mail described: while one form waits, another that says the same is a resend,
 * and one that says something else is taken only together with a new mail, whose link then is the only one.
 *
 * Returns nothing: a visitor must not learn who holds shares, so only the owner of the address is told.
 */
export async function pledge(db: Db, keys: Keys, input: PledgeInput, now = new Date()): Promise<void> {
  await db.transaction(async (tx) => {
    const person = await lockPerson(tx, input, now);
    const about = { campaignId: input.campaign.id, supporterId: person.id, meetingId: input.meetingId };
    const version = { ...about, told: input.told, agreed: input.consents };
    const { series, nextVersion, pending, reminders } = await findSeries(tx, version);
    const place = { series, version: nextVersion, reminders };
    const renamed = saysAnother(person, input) && !(await waitsElse(tx, person, pending));
    const same = pending !== null && !renamed && (await saysTheSame(tx, keys, pending, version));
    const stored = pending ?? (await insertVersion(tx, keys, version, place, now));

    const mailed = await queueDelivery(
      tx,
      {
        ...{ campaignId: about.campaignId, supporterId: person.id, pledgeId: stored.id },
        template: "confirm-pledge",
        atMostPerDay: person.confirmedAt === null ? confirmationsPerDay : mailsPerDay,
        anew: !same,
      },
      now,
    );
    if (!mailed) return;
    if (renamed) await tx.update(supporters).set(saidOf(input)).where(eq(supporters.id, person.id));
    if (pending)
      await (same ? renewPending(tx, pending, now) : rewritePending(tx, keys, pending, version, now));
  });
}

type Who = Pick<PledgeInput, "name" | "email" | "country" | "locale">;
type Person = typeof supporters.$inferSelect;

const saidOf = ({ name, email, country, locale }: Who) => ({ name, email: email.address, country, locale });

/** Finds the person by their address and locks them, or stores them. */
async function lockPerson(tx: Tx, who: Who, now: Date): Promise<Person> {
  const [stored] = await tx
    .insert(supporters)
    .values({ ...saidOf(who), emailCanonical: who.email.canonical, createdAt: now })
    .onConflictDoNothing()
    .returning();
  if (stored) return stored;
  const [known] = await tx
    .select()
    .from(supporters)
    .where(eq(supporters.emailCanonical, who.email.canonical))
    .for("update");
  // Erased or purged in the meantime: then they are new again.
  return known ?? lockPerson(tx, who, now);
}

/** True where a form tells of someone what is not stored. What someone confirmed is theirs alone to change. */
function saysAnother(person: Person, who: Who): boolean {
  const said = saidOf(who);
  const keys = Object.keys(said) as (keyof typeof said)[];
  return person.confirmedAt === null && keys.some((key) => person[key] !== said[key]);
}

/** True where a mail about something else describes this person as they are stored. */
async function waitsElse(tx: Tx, { id }: Person, here: { id: number } | null): Promise<boolean> {
  const pledged = and(
    eq(pledges.supporterId, id),
    eq(pledges.status, "email_pending"),
    here ? ne(pledges.id, here.id) : undefined,
  );
  const signed = and(eq(signatures.supporterId, id), eq(signatures.state, "pending"));
  return (await tx.$count(pledges, pledged)) + (await tx.$count(signatures, signed)) > 0;
}
