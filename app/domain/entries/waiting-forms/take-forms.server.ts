import { and, eq, gt, inArray, notInArray, or, type SQL, sql } from "drizzle-orm";
import {
  writeLetter,
  writeLettersTogether,
} from "#app/domain/entries/letters/writing/write-letter.server.ts";
import { pledge, pledgeTogether } from "#app/domain/entries/pledges/pledge.server.ts";
import { insertSignatures } from "#app/domain/entries/signatures/insert-signatures.server.ts";
import { sign } from "#app/domain/entries/signatures/sign.server.ts";
import { requestManageLink } from "#app/domain/supporters/request-manage-link.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Log } from "#app/lib/log.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { waitingForms } from "#db/schema/index.ts";
import { resendConfirmation } from "./resend-confirmation.server.ts";
import { openForm } from "./sealed-form.server.ts";
import type { WaitingForm } from "./waiting-form.ts";

type Options = {
  log: Log;
  /** Concurrent forms. */
  atOnce?: number;
  /** When it aborts, forms under way finish. */
  stop?: AbortSignal;
  /** Called whenever some are done, perhaps long before the last. */
  onTaken?: () => void;
};

const { id, publicId, kind, addressHmac, keyId, sealed, postedAt, dueAt, attempts } = waitingForms;
const claimed = { id, publicId, kind, keyId, sealed, postedAt, attempts };
type Row = Pick<typeof waitingForms.$inferSelect, keyof typeof claimed>;

/** Due, and the first of its kind and address. A failed form does not block later ones. */
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

/** Seconds until the next try after the first, second … failure; the last repeats. */
const backOffSeconds = [30, 120, 600, 3600, 21_600] as const;

type Taken<K extends WaitingForm["kind"]> = Extract<WaitingForm, { kind: K }> & { at: Date };
type Together<K extends WaitingForm["kind"]> = {
  /** Forms in one transaction. */
  atMost: number;
  /** Stores what can be stored together, and returns which of the forms that was. */
  store: (tx: Tx, keys: Keys, forms: readonly Taken<K>[]) => Promise<ReadonlySet<number>>;
};

/** Forms that come in waves: those of new addresses are stored together. */
const together: { [K in "signature" | "pledge" | "letter"]: Together<K> } = {
  signature: { atMost: 500, store: (tx, _keys, forms) => insertSignatures(tx, forms) },
  pledge: { atMost: 100, store: pledgeTogether },
  letter: { atMost: 100, store: writeLettersTogether },
};
const kindsTogether = ["signature", "pledge", "letter"] as const;
type KindTogether = (typeof kindsTogether)[number];

/**
 * Runs waiting forms, in transactions that delete them. Forms of one kind and address go in the order in
 * which they were posted. Returns how many were taken: none means that none is due. Safe with other workers.
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
  const takeTogether = async (of: KindTogether) => {
    for (let after: number | undefined = 0; after !== undefined && !stop?.aborted; ) {
      const group: Group = await storeGroup(db, keys, { log, of, after });
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
      while (await takeOne(or(notInArray(kind, [...kindsTogether]), gt(attempts, 0))));
    });
  await Promise.all([...kindsTogether.map(takeTogether), takeOthers()]);
  return taken;
}

const inParallel = (times: number, work: () => Promise<void>) =>
  Promise.all(Array.from({ length: times }, work));

/**
 * Forms handled as a group. `left`: ids to take one by one. `last`: the highest id; undefined if none was
 * due.
 */
type Group = { stored: number; left: number[]; last: number | undefined };

/** Stores the forms of new addresses among the next of a kind. If one cannot be stored, all are left. */
async function storeGroup(
  db: Db,
  keys: Keys,
  { log, of, after }: { log: Log; of: KindTogether; after: number },
): Promise<Group> {
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
        .where(and(eq(kind, of), eq(attempts, 0), gt(id, after), isNext))
        .orderBy(id)
        .limit(together[of].atMost)
        .for("update", { skipLocked: true });
      ids = rows.map((row) => row.id);
      if (ids.length === 0) return left(new Set());
      const stored = await storeTogether(tx, keys, of, rows);
      const done = ids.filter((_, n) => stored.has(n));
      await tx.delete(waitingForms).where(inArray(id, done));
      return left(stored);
    });
  } catch (error) {
    if (ids.length === 0) throw error;
    log.warn({ err: error, kind: of }, "forms could not be stored together: each is stored alone");
    return left(new Set());
  }
}

const storeTogether = <K extends KindTogether>(tx: Tx, keys: Keys, of: K, rows: readonly Row[]) =>
  together[of].store(
    tx,
    keys,
    rows.map((row) => ({ ...openAs(keys, of, row), at: row.postedAt })),
  );

/** False if none of these forms is due. */
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

/** A form's time is when it was posted. */
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

function openAs<K extends KindTogether>(keys: Keys, of: K, row: Row) {
  const form = openForm(keys, row);
  if (form.kind !== of) throw new Error(`form ${row.publicId} is no ${of}`);
  return form as Extract<WaitingForm, { kind: K }>;
}
