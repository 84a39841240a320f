import { and, eq, inArray, sql } from "drizzle-orm";
import { pino } from "pino";
import { hashBlock } from "#app/domain/review/day-keys.server.ts";
import type { Trace } from "#app/domain/review/trace.ts";
import type { SignInput } from "#app/domain/signatures/sign.server.ts";
import { keepForm } from "#app/domain/waiting-forms/keep-form.server.ts";
import { takeForms } from "#app/domain/waiting-forms/take-forms.server.ts";
import { hmac } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { waitingForms } from "#db/schema/index.ts";
import { testKeys } from "./builders.ts";

type Input = SignInput & { trace: Trace };

/** What the door does with a filled-in form. */
export async function keepSignature(db: Db, { trace, ...input }: Input, now = new Date()): Promise<void> {
  const { network, ...marks } = trace;
  const block = await hashBlock(db, network, now);
  const traced = { ...marks, block: block?.toString("hex") ?? null };
  await keepForm(db, testKeys, { kind: "signature", input, traced });
}

/** What takes forms at this moment, as two workers would at most: a request that comes later waits for one of them. */
const taking = new Set<Promise<unknown>>();
const takeAll = (db: Db) => {
  const taken = takeForms(db, testKeys, { log: pino({ enabled: false }) }).finally(() =>
    taking.delete(taken),
  );
  taking.add(taken);
  return taken;
};

/** Signs at that moment, and does at once what the worker does soon after. */
export async function sign(db: Db, input: Input, now = new Date()): Promise<void> {
  await keepSignature(db, input, now);
  const theirs = and(
    eq(waitingForms.kind, "signature"),
    eq(waitingForms.addressHmac, hmac(testKeys, "address", input.email.canonical).digest),
  );
  // A form that another test of the file has in hand is not waited for.
  const free = db
    .select({ id: waitingForms.id })
    .from(waitingForms)
    .where(theirs)
    .for("update", { skipLocked: true });
  await db
    .update(waitingForms)
    .set({ postedAt: now, dueAt: sql`now()` })
    .where(inArray(waitingForms.id, free));
  while ((await db.$count(waitingForms, theirs)) > 0) {
    await (taking.size < 2 ? takeAll(db) : Promise.race(taking));
    if (await db.$count(waitingForms, and(theirs, sql`attempts > 0`)))
      throw new Error("a signature could not be stored");
  }
}
