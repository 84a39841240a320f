import { and, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import {
  writeLetter,
  writeLettersTogether,
} from "#app/domain/entries/letters/writing/write-letter.server.ts";
import { pledge, pledgeTogether } from "#app/domain/entries/pledges/pledge.server.ts";
import { insertSignatures } from "#app/domain/entries/signatures/insert-signatures.server.ts";
import { sign } from "#app/domain/entries/signatures/sign.server.ts";
import { requestManageLink } from "#app/domain/supporters/request-manage-link.server.ts";
import { type Keys, knownIds } from "#app/lib/keys.server.ts";
import type { Log } from "#app/lib/log.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { waitingForms } from "#db/schema/index.ts";
import { areOutlived } from "./delete-failed-forms.server.ts";
import { resendConfirmation } from "./resend-confirmation.server.ts";
import { openForm } from "./store-form.server.ts";
import { canonicalOf, type WaitingForm } from "./waiting-form.ts";

type Options = {
  log: Log;
  /** Concurrent forms. */
  atOnce?: number;
  /** When it aborts, forms under way finish. */
  stop?: AbortSignal;
  /** Called whenever some are done, perhaps long before the last. */
  onTaken?: () => void;
  now?: () => Date;
};
type Ports = Pick<Options, "log"> & { db: Db; keys: Keys; now: () => Date };

const { id, publicId, kind, addressHmac, keyId, sealed, postedAt, dueAt, attempts } = waitingForms;
const claimed = { id, publicId, kind, keyId, sealed, postedAt, attempts };
type Row = Pick<typeof waitingForms.$inferSelect, keyof typeof claimed>;

/**
 * Due, and the first of its kind and address. A failed form does not block later ones. One sealed under a
 * secret that this process does not know is left as it is: it is no failure of the form, and is taken as soon
 * as a process knows the secret.
 */
const isNext = (keys: Keys) => sql`${dueAt} <= now() and ${inArray(keyId, knownIds(keys))}
  and not exists (select from waiting_forms e
    where e.address_hmac = ${addressHmac} and e.id < ${id} and e.kind = ${kind} and e.attempts = 0
      and ${inArray(sql`e.key_id`, knownIds(keys))})`;

/** Literal, like the predicate of the index that finds them among any number of others. */
const isTakenAlone = sql`(${kind} in ('manage-link', 'resend') or ${attempts} > 0)`;

async function lockNext(tx: Tx, keys: Keys, which: SQL): Promise<Row | undefined> {
  const [row] = await tx
    .select(claimed)
    .from(waitingForms)
    .where(and(which, isNext(keys)))
    .orderBy(dueAt, id)
    .limit(1)
    .for("update", { skipLocked: true });
  return row;
}

/** Seconds until the next try after the first, second … failure; the last repeats. */
const backOffSeconds = [30, 120, 600, 3600, 21_600] as const;

type Taken<K extends WaitingForm["kind"]> = Extract<WaitingForm, { kind: K }> & { at: Date; postedAt: Date };
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

/** Forms of other kinds, and failed ones, taken between two groups. */
const othersBetween = 20;

/** Returns whether any form is due: cheaper than trying to take one of each kind. */
export async function areFormsWaiting(db: Db): Promise<boolean> {
  const [form] = await db.select({ id }).from(waitingForms).where(sql`${dueAt} <= now()`).limit(1);
  return form !== undefined;
}

/**
 * Runs waiting forms, in transactions that delete them. Forms of one kind and address go in the order in
 * which they were posted. Returns how many were taken: none means that none is due. Safe with other workers.
 */
export async function processForms(
  db: Db,
  keys: Keys,
  { log, atOnce = 4, stop, onTaken, now = () => new Date() }: Options,
): Promise<number> {
  const ports = { db, keys, log, now };
  let taken = 0;
  const took = (amount: number) => {
    taken += amount;
    if (amount > 0) onTaken?.();
  };
  const takeOne = async (which: SQL) => {
    if (stop?.aborted || !(await takeNext(ports, which))) return false;
    took(1);
    return true;
  };
  const takeOthers = async (atMost = Number.POSITIVE_INFINITY) => {
    let left = atMost;
    await inParallel(atOnce, async () => {
      while (left-- > 0 && (await takeOne(isTakenAlone)));
    });
  };
  const takeTogether = async (of: KindTogether) => {
    for (let after: number | undefined = 0; after !== undefined && !stop?.aborted; ) {
      const group: Group = await storeGroup(ports, { of, after });
      took(group.stored);
      const next = group.left.values();
      await inParallel(atOnce, async () => {
        for (const form of next) await takeOne(eq(id, form));
      });
      after = group.last;
      // A wave of signatures delays no request for a link.
      if (after !== undefined) await takeOthers(othersBetween);
    }
  };
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

/** The address of a form was erased, or asked for no more email, while it was in hand. */
class Outlived extends Error {}

/** Stores the forms of new addresses among the next of a kind. If one cannot be stored, all are left. */
async function storeGroup(
  { db, keys, log, now }: Ports,
  { of, after }: { of: KindTogether; after: number },
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
        .where(and(eq(kind, of), eq(attempts, 0), gt(id, after), isNext(keys)))
        .orderBy(id)
        .limit(together[of].atMost)
        .for("update", { skipLocked: true });
      ids = rows.map((row) => row.id);
      if (ids.length === 0) return left(new Set());
      const stored = await storeTogether(tx, keys, of, rows, now());
      const done = ids.filter((_, n) => stored.has(n));
      await tx.delete(waitingForms).where(inArray(id, done));
      return left(stored);
    });
  } catch (error) {
    if (ids.length === 0) throw error;
    if (!(error instanceof Outlived))
      log.warn({ err: error, kind: of }, "forms could not be stored together: each is stored alone");
    return left(new Set());
  }
}

async function storeTogether<K extends KindTogether>(
  tx: Tx,
  keys: Keys,
  of: K,
  rows: readonly Row[],
  now: Date,
) {
  const forms = rows.map((row) => ({ ...openAs(keys, of, row), ...timesOf(row, now), id: row.id }));
  const stored = await together[of].store(tx, keys, forms);
  await refuseOutlived(
    tx,
    keys,
    forms.filter((_, n) => stored.has(n)),
  );
  return stored;
}

/** Throws if a form that was just stored is outlived. */
async function refuseOutlived(tx: Tx, keys: Keys, forms: readonly (WaitingForm & { id: number })[]) {
  const stored = forms.map((form) => ({ id: form.id, canonical: canonicalOf(form) }));
  if (await areOutlived(tx, keys, stored)) throw new Outlived();
}

/** False if none of these forms is due. */
async function takeNext({ db, keys, log, now }: Ports, which: SQL): Promise<boolean> {
  let row: Row | undefined;
  try {
    return await db.transaction(async (tx) => {
      row = await lockNext(tx, keys, which);
      if (!row) return false;
      await carryOut(tx, keys, row, now());
      await tx.delete(waitingForms).where(eq(id, row.id));
      return true;
    });
  } catch (error) {
    if (!row) throw error;
    if (error instanceof Outlived) {
      await db.delete(waitingForms).where(eq(id, row.id));
      return true;
    }
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

/** From this age on a form is stored as of now, so that its email goes and its seven days are whole. */
const lateAfter = 86_400_000;

/** A form's time is when it was posted, unless it is late. */
const timesOf = ({ postedAt }: Row, now: Date) => ({
  at: now.getTime() - postedAt.getTime() > lateAfter ? now : postedAt,
  postedAt,
});

async function carryOut(tx: Tx, keys: Keys, row: Row, now: Date): Promise<void> {
  const form = openForm(keys, row);
  await store(tx, keys, form, timesOf(row, now));
  await refuseOutlived(tx, keys, [{ ...form, id: row.id }]);
}

async function store(
  tx: Tx,
  keys: Keys,
  form: WaitingForm,
  { at, postedAt }: ReturnType<typeof timesOf>,
): Promise<void> {
  switch (form.kind) {
    case "manage-link":
      return requestManageLink(tx, form, at);
    case "resend":
      return resendConfirmation(tx, form, at);
    case "signature":
      return sign(tx, { ...form, at, postedAt });
    case "pledge":
      return pledge(tx, keys, form.input, at);
    case "letter":
      return writeLetter(tx, keys, form.input, at);
  }
}

function openAs<K extends KindTogether>(keys: Keys, of: K, row: Row) {
  const form = openForm(keys, row);
  if (form.kind !== of) throw new Error(`form ${row.publicId} is no ${of}`);
  return form as Extract<WaitingForm, { kind: K }>;
}
