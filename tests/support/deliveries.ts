import { eq, sql } from "drizzle-orm";
import type { SignInput } from "#app/domain/entries/signatures/insert-signatures.server.ts";
import type { Db } from "#db/index.ts";
import { deliveries, signatures, supporters } from "#db/schema/index.ts";
import { aCampaign, aSignatureInput } from "./builders.ts";
import { sign } from "./sign.ts";

/** Someone who has signed and whose confirmation mail waits; mails of earlier tests wait no longer. */
export async function aWaitingMail(db: Db, values: Partial<SignInput> & { to?: string } = {}) {
  await db
    .update(deliveries)
    .set({ state: "skipped", leaseUntil: null })
    .where(sql`${deliveries.state} in ('queued', 'claimed')`);
  return anotherWaitingMail(db, values);
}

export async function anotherWaitingMail(db: Db, values: Partial<SignInput> & { to?: string } = {}) {
  const campaign = await aCampaign(db, { contactEmail: "hello@campaign.test" });
  const input = aSignatureInput(campaign, values);
  await sign(db, input);
  const [row] = await db
    .select({
      id: deliveries.id,
      publicId: deliveries.publicId,
      signature: signatures,
      supporter: supporters,
    })
    .from(deliveries)
    .innerJoin(supporters, eq(supporters.id, deliveries.supporterId))
    .innerJoin(signatures, eq(signatures.id, deliveries.signatureId))
    .where(eq(supporters.emailCanonical, input.email.canonical));
  if (!row) throw new Error("no mail waits");
  return { ...row, campaign };
}

export async function readDelivery(db: Db, id: number) {
  const [row] = await db
    .select({
      state: deliveries.state,
      attempts: deliveries.attempts,
      problem: deliveries.problem,
      providerId: deliveries.providerId,
      /** Whole seconds, rounded up, by the database's clock. */
      dueIn: sql<number>`ceil(extract(epoch from ${deliveries.dueAt} - now()))::int`,
    })
    .from(deliveries)
    .where(eq(deliveries.id, id));
  return row;
}

export const makeDue = (db: Db, id: number) =>
  db.update(deliveries).set({ dueAt: sql`now()` }).where(eq(deliveries.id, id));

/** As if the worker that claimed it had died and its lease had run out, `hours` ago. */
export const loseLease = (db: Db, id: number, hours = 0) =>
  db
    .update(deliveries)
    .set({
      leaseUntil: sql`now() - make_interval(secs => 1, hours => ${hours})`,
      dueAt: sql`now() - make_interval(secs => 1, hours => ${hours})`,
    })
    .where(eq(deliveries.id, id));
