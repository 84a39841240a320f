import { eq, sql } from "drizzle-orm";
import { insertSignatures, type SignInput } from "#app/domain/entries/signatures/insert-signatures.server.ts";
import type { Db } from "#db/index.ts";
import { outbox, signatures, supporters } from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, changeRows } from "./builders.ts";
import { sign } from "./sign.ts";

/** Signs, so that a confirmation email waits; emails of earlier tests wait no longer. */
export async function aWaitingMail(db: Db, values: Partial<SignInput> & { to?: string } = {}) {
  await db
    .update(outbox)
    .set({ state: "skipped", leaseUntil: null })
    .where(sql`${outbox.state} in ('queued', 'claimed')`);
  return anotherWaitingMail(db, values);
}

export async function anotherWaitingMail(db: Db, values: Partial<SignInput> & { to?: string } = {}) {
  const campaign = await aCampaign(db, { contactEmail: "hello@campaign.test" });
  const input = aSignatureInput(campaign, values);
  await sign(db, input);
  const [row] = await db
    .select({ id: outbox.id, publicId: outbox.publicId, signature: signatures, supporter: supporters })
    .from(outbox)
    .innerJoin(supporters, eq(supporters.id, outbox.supporterId))
    .innerJoin(signatures, eq(signatures.id, outbox.signatureId))
    .where(eq(supporters.emailCanonical, input.email.canonical));
  if (!row) throw new Error("no mail waits");
  return { ...row, campaign };
}

/** Has so many people sign a campaign at one moment, so that their confirmation emails wait. */
export async function manyWaitingMails(db: Db, many: number) {
  const campaign = await aCampaign(db, { contactEmail: "hello@campaign.test" });
  const at = new Date();
  const forms = Array.from({ length: many }, () => {
    const { trace, ...input } = aSignatureInput(campaign);
    return { input, traced: { ...trace, block: null }, at };
  });
  await db.transaction((tx) => insertSignatures(tx, forms));
  return db
    .select({ id: outbox.id, publicId: outbox.publicId, signature: signatures, supporter: supporters })
    .from(outbox)
    .innerJoin(supporters, eq(supporters.id, outbox.supporterId))
    .innerJoin(signatures, eq(signatures.id, outbox.signatureId))
    .where(eq(outbox.campaignId, campaign.id))
    .orderBy(outbox.id);
}

export async function readOutbox(db: Db, id: number) {
  const [row] = await db
    .select({
      state: outbox.state,
      attempts: outbox.attempts,
      problem: outbox.problem,
      providerId: outbox.providerId,
      /** Whole seconds, rounded up, by the database's clock. */
      dueIn: sql<number>`ceil(extract(epoch from nullif(${outbox.dueAt}, 'infinity') - now()))::int`,
    })
    .from(outbox)
    .where(eq(outbox.id, id));
  return row;
}

export const makeDue = (db: Db, id: number) =>
  db.update(outbox).set({ dueAt: sql`now()` }).where(eq(outbox.id, id));

/** Ends the lease of a worker that died, `hours` ago. */
export const loseLease = (db: Db, id: number, hours = 0) =>
  changeRows(db, outbox, id, {
    leaseUntil: sql`now() - make_interval(secs => 1, hours => ${hours})`,
    dueAt: sql`now() - make_interval(secs => 1, hours => ${hours})`,
  });
