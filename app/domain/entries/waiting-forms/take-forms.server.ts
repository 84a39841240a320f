import { and, eq, gt, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import { writeLetter } from "#app/domain/entries/letters/writing/write-letter.server.ts";
import { pledge } from "#app/domain/entries/pledges/pledge.server.ts";
import { insertSignatures } from "#app/domain/entries/signatures/insert-signatures.server.ts";
import { sign } from "#app/domain/entries/signatures/sign.server.ts";
import { requestManageLink } from "#app/domain/supporters/request-manage-link.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Log } from "#app/lib/log.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { waitingForms } from "#db/schema/index.ts";
import { resendConfirmation } from "./resend-confirmation.server.ts";
import { openForm } from "./sealed-form.server.ts";

type Options = {
  log: Log;
  /** Forms under way at once. */
  atOnce?: number;
  /** When it aborts, forms under way are finished. */
  stop?: AbortSignal;
  /** Called whenever some were done, which may be long before the last. */
  onTaken?: () => void;
};

const { id, publicId, kind, addressHmac, keyId, sealed, postedAt, dueAt, attempts } = waitingForms;
const claimed = { id, publicId, kind, keyId, sealed, postedAt, attempts };
type Row = Pick<typeof waitingForms.$inferSelect, keyof typeof claimed>;

/** Due, and the first of its kind and address. One that failed keeps none waiting that came after it. */
const isNext = sql`${dueAt} <= now() and not exists (select from waiting_forms e
  where e.address_hmac = ${addressHmac} and e.id < ${id} and e.kind = ${kind} and e.attempts = 0)`;

async function lockNext(tx: Tx, which: SQL | undefined): Promise<Row | undefined> {
  const [row] = await tx
    .select(claimed)
    .from(waitingForms)
    .where(and(which, isNext))
    .orderBy(dueAt, id)
    .limit(1)
    .for("update", { skipLocked: true });
  return row;
}

/** Seconds until the next try after the first, second … failure; the last of them again and again. */
const backOffSeconds = [30, 120, 600, 3600, 21_600] as const;

/** Signatures of new addresses that are stored in one transaction. */
const signaturesAtOnce = 500;

/**
 * Does what the forms ask that wait, in transactions that delete them. Forms of one kind and address go in the order in
 * which they were posted. Returns how many were taken: when it is none, none is due. Safe with other workers.
 *
 * Signatures come in waves: those of new addresses are stored many at once, beside the other forms.
 */
export async function takeForms(
  db: Db,
  keys: Keys,
  { log, atOnce = 4, stop, onTaken }: Options,
): Promise<number> {
  let taken = 0;
  const took = (amount: number) => {
    taken += amount;
    if (amount > 0) onTaken?.();
  };
  const takeOne = async (which: SQL | undefined) => {
    if (stop?.aborted || !(await takeNext(db, keys, { log, which }))) return false;
    took(1);
    return true;
  };
  const takeSignatures = async () => {
    for (let after: number | undefined = 0; after !== undefined && !stop?.aborted; ) {
      const group: Group = await storeGroup(db, keys, { log, after });
      took(group.stored);
      const next = group.left.values();
      await inParallel(atOnce, async () => {
        for (const form of next) await takeOne(eq(id, form));
      });
      after = group.last;
    }
  };
  const takeOthers = () =>
    inParallel(atOnce, async () => {
      while (await takeOne(or(ne(kind, "signature"), gt(attempts, 0))));
    });
  await Promise.all([takeSignatures(), takeOthers()]);
  return taken;
}

/** Does the same work so many times at once. */
const inParallel = (times: number, work: () => Promise<void>) =>
  Promise.all(Array.from({ length: times }, work));

/** Forms that were looked at together. `left`: ids of those to be taken one by one. `last`: the highest id; none where no form was due. */
type Group = { stored: number; left: number[]; last: number | undefined };

/** Stores the signatures of new addresses among the next forms. Where one cannot be stored, all are left. */
async function storeGroup(db: Db, keys: Keys, { log, after }: { log: Log; after: number }): Promise<Group> {
  let ids: number[] = [];
  const left = (stored: ReadonlySet<number>): Group => ({
    stored: stored.size,
    left: ids.filter((_, n) => !stored.has(n)),
    last: ids.at(-1),
  });
  try {
    return await db.transaction(async (tx) => {
      const rows = await tx
        .select(claimed)
        .from(waitingForms)
        .where(and(eq(kind, "signature"), eq(attempts, 0), gt(id, after), isNext))
        .orderBy(id)
        .limit(signaturesAtOnce)
        .for("update", { skipLocked: true });
      ids = rows.map((row) => row.id);
      if (ids.length === 0) return left(new Set());
      const stored = await insertSignatures(
        tx,
        rows.map((row) => ({ ...openSignature(keys, row), at: row.postedAt })),
      );
      await tx.delete(waitingForms).where(
        inArray(
          id,
          ids.filter((_, n) => stored.has(n)),
        ),
      );
      return left(stored);
    });
  } catch (error) {
    if (ids.length === 0) throw error;
    log.warn({ err: error }, "signatures could not be stored together: each is stored alone");
    return left(new Set());
  }
}

/** False where no form of these is due. */
async function takeNext(
  db: Db,
  keys: Keys,
  { log, which }: { log: Log; which: SQL | undefined },
): Promise<boolean> {
  let row: Row | undefined;
  try {
    return await db.transaction(async (tx) => {
      row = await lockNext(tx, which);
      if (!row) return false;
      await carryOut(tx, keys, row);
      await tx.delete(waitingForms).where(eq(id, row.id));
      return true;
    });
  } catch (error) {
    if (!row) throw error;
    const tries = row.attempts + 1;
    const seconds = backOffSeconds[row.attempts] ?? backOffSeconds.at(-1);
    await db
      .update(waitingForms)
      .set({ attempts: tries, dueAt: sql`now() + make_interval(secs => ${seconds})` })
      .where(eq(id, row.id));
    log.error(
      { err: error, form: row.publicId, kind: row.kind, attempts: tries },
      "a form could not be worked off",
    );
    return true;
  }
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
      return sign(tx, form, row.postedAt);
    case "pledge":
      return pledge(tx, keys, form.input, row.postedAt);
    case "letter":
      return writeLetter(tx, keys, form.input, row.postedAt);
  }
}

function openSignature(keys: Keys, row: Row) {
  const form = openForm(keys, row);
  if (form.kind !== "signature") throw new Error(`form ${row.publicId} is no signature`);
  return form;
}
