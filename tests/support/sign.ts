import { eq } from "drizzle-orm";
import type { SignInput } from "#app/domain/entries/signatures/insert-signatures.server.ts";
import { sign as storeSignature } from "#app/domain/entries/signatures/sign.server.ts";
import type { Trace } from "#app/domain/entries/trace.ts";
import { storeForm } from "#app/domain/entries/waiting-forms/store-form.server.ts";
import { hashBlock } from "#app/domain/review/scoring/traces.server.ts";
import type { Db } from "#db/index.ts";
import { signatures, supporters } from "#db/schema/index.ts";
import { firstOf, testKeys } from "./builders.ts";

type Input = SignInput & { trace: Trace };

/** Stores a filled-in form as the door does. */
export async function keepSignature(db: Db, { trace, ...input }: Input, now = new Date()): Promise<void> {
  await storeForm(db, testKeys, { kind: "signature", input, traced: await tracedFrom(db, trace, now) });
}

async function tracedFrom(db: Db, { network, ...marks }: Trace, now: Date) {
  const block = await hashBlock(db, network, now);
  return { ...marks, block: block?.toString("hex") ?? null };
}

/** The form of each address that is being stored: later ones wait for it, as a worker has them do. */
const storing = new Map<string, Promise<void>>();

/** Signs at that moment, as if the worker had stored the form (signing-together.test.ts). */
export async function sign(db: Db, { trace, ...input }: Input, now = new Date()): Promise<void> {
  const form = { input, traced: await tracedFrom(db, trace, now), at: now };
  const at = `${db.$client.options.database} ${input.email.canonical}`;
  const earlier = storing.get(at) ?? Promise.resolve();
  const stored = earlier.then(() => db.transaction((tx) => storeSignature(tx, form)));
  const settled = stored.catch(() => {});
  storing.set(at, settled);
  await stored.finally(() => storing.get(at) === settled && storing.delete(at));
}

/** Finds the first signature of an address, with its person. */
export async function signatureOf(db: Db, address: string) {
  const rows = await db
    .select({ signature: signatures, supporter: supporters })
    .from(signatures)
    .innerJoin(supporters, eq(supporters.id, signatures.supporterId))
    .where(eq(supporters.email, address))
    .orderBy(signatures.id);
  return firstOf(rows);
}
