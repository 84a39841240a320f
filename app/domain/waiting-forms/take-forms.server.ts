import { eq, sql } from "drizzle-orm";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Log } from "#app/lib/log.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { waitingForms } from "#db/schema/index.ts";
import { writeLetter } from "../letters/write-letter.server.ts";
import { pledge } from "../pledges/pledge.server.ts";
import { resendConfirmation } from "../signatures/resend-confirmation.server.ts";
import { signKnown } from "../signatures/sign.server.ts";
import { requestManageLink } from "../supporters/request-manage-link.server.ts";
import { openForm } from "./sealed-form.server.ts";

type Options = {
  log: Log;
  /** Forms under way at once. */
  atOnce?: number;
  /** When it aborts, forms under way are finished. */
  stop?: AbortSignal;
};

/** Seconds until the next try after the first, second … failure; the last of them again and again. */
const backOffSeconds = [30, 120, 600, 3600, 21_600] as const;

/**
 * Does what the forms ask that wait, each in one transaction that deletes it, until none is due. Forms of one kind and
 * address go in the order in which they were posted. Returns how many were taken. Safe with other workers.
 */
export async function takeForms(db: Db, keys: Keys, { log, atOnce = 4, stop }: Options): Promise<number> {
  let taken = 0;
  const taker = async () => {
    while (!stop?.aborted && (await takeNext(db, keys, log))) taken++;
  };
  await Promise.all(Array.from({ length: atOnce }, taker));
  return taken;
}

/** False where no form is due. */
async function takeNext(db: Db, keys: Keys, log: Log): Promise<boolean> {
  let claimed: Row | undefined;
  try {
    return await db.transaction(async (tx) => {
      claimed = await lockNext(tx);
      if (!claimed) return false;
      await carryOut(tx, keys, claimed);
      await tx.delete(waitingForms).where(eq(waitingForms.id, claimed.id));
      return true;
    });
  } catch (error) {
    if (!claimed) throw error;
    const { id, kind, publicId, attempts } = claimed;
    const seconds = backOffSeconds[attempts] ?? backOffSeconds.at(-1);
    await db
      .update(waitingForms)
      .set({ attempts: attempts + 1, dueAt: sql`now() + make_interval(secs => ${seconds})` })
      .where(eq(waitingForms.id, id));
    log.error({ err: error, form: publicId, kind, attempts: attempts + 1 }, "a form could not be worked off");
    return true;
  }
}

type Row = Pick<
  typeof waitingForms.$inferSelect,
  "id" | "publicId" | "kind" | "keyId" | "sealed" | "postedAt" | "attempts"
>;

/** One that failed keeps none waiting that came after it. */
async function lockNext(tx: Tx): Promise<Row | undefined> {
  const { id, publicId, kind, keyId, sealed, postedAt, attempts } = waitingForms;
  const [row] = await tx
    .select({ id, publicId, kind, keyId, sealed, postedAt, attempts })
    .from(waitingForms)
    .where(
      sql`${waitingForms.dueAt} <= now() and not exists (select from waiting_forms e
        where e.address_hmac = ${waitingForms.addressHmac} and e.id < ${waitingForms.id}
          and e.kind = ${waitingForms.kind} and e.attempts = 0)`,
    )
    .orderBy(waitingForms.dueAt, waitingForms.id)
    .limit(1)
    .for("update", { skipLocked: true });
  return row;
}

/** The moment of a form is the one when it was posted. */
async function carryOut(tx: Tx, keys: Keys, row: Row): Promise<void> {
  const form = openForm(keys, row);
  switch (form.kind) {
    case "manage-link":
      return requestManageLink(tx, form, row.postedAt);
    case "resend":
      return resendConfirmation(tx, form, row.postedAt);
    case "signature":
      return signKnown(tx, keys, form, row.postedAt);
    case "pledge":
      return pledge(tx, keys, form.input, row.postedAt);
    case "letter":
      return writeLetter(tx, keys, form.input, row.postedAt);
  }
}
