import { and, eq, inArray, sql } from "drizzle-orm";
import { pino } from "pino";
import type { SignInput } from "#app/domain/entries/signatures/insert-signatures.server.ts";
import type { Trace } from "#app/domain/entries/trace.ts";
import { processForms } from "#app/domain/entries/waiting-forms/process-forms.server.ts";
import { storeForm } from "#app/domain/entries/waiting-forms/store-form.server.ts";
import { hashBlock } from "#app/domain/review/scoring/day-keys.server.ts";
import { hmac } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { waitingForms } from "#db/schema/index.ts";
import { testKeys } from "./builders.ts";

type Input = SignInput & { trace: Trace };

/** Stores a filled-in form as the door does. */
export async function keepSignature(db: Db, { trace, ...input }: Input, now = new Date()): Promise<void> {
  const { network, ...marks } = trace;
  const block = await hashBlock(db, network, now);
  const traced = { ...marks, block: block?.toString("hex") ?? null };
  await storeForm(db, testKeys, { kind: "signature", input, traced });
}

/** Who is taking an address's forms now: others who sign with it wait. */
const taking = new Map<string, Promise<void>>();

/** Signs at that moment, and does at once what the worker does soon after. */
export async function sign(db: Db, input: Input, now = new Date()): Promise<void> {
  await keepSignature(db, input, now);
  const theirs = and(
    eq(waitingForms.kind, "signature"),
    eq(waitingForms.addressHmac, hmac(testKeys, "address", input.email.canonical).digest),
  );
  // A form that another test of the file is taking is not waited for.
  const free = db
    .select({ id: waitingForms.id })
    .from(waitingForms)
    .where(theirs)
    .for("update", { skipLocked: true });
  await db
    .update(waitingForms)
    .set({ postedAt: now, dueAt: sql`now()` })
    .where(inArray(waitingForms.id, free));
  const takeTheirs = async () => {
    for (;;) {
      const [waiting] = await db
        .select({ forms: sql<number>`count(*)::int`, failed: sql<number>`coalesce(sum(attempts), 0)::int` })
        .from(waitingForms)
        .where(theirs);
      if (waiting?.failed) throw new Error("a signature could not be stored");
      if (!waiting?.forms) return;
      await processForms(db, testKeys, { log: pino({ enabled: false }), atOnce: 1, now: () => now });
    }
  };
  const at = `${db.$client.options.database} ${input.email.canonical}`;
  await taking.get(at);
  const taken = taking.get(at) ?? takeTheirs().finally(() => taking.delete(at));
  taking.set(at, taken);
  await taken;
}
