import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { createGroupCommit } from "#app/lib/group-commit.ts";
import { hmac, type Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { hashBlock } from "../review/day-keys.server.ts";
import type { Trace } from "../review/trace.ts";
import type { ConsentPurpose } from "../supporters/consent.ts";
import { sealForm } from "../waiting-forms/sealed-form.server.ts";
import { insertSignatures, insertStatement, type NewSignature } from "./insert-signatures.server.ts";
import { signAgain } from "./sign-again.server.ts";
import type { SignatureDisplay } from "./signature.ts";

export type SignInput = {
  campaign: { id: number; petitionVersion: number };
  name: string;
  email: { address: string; canonical: string };
  country: string;
  postalCode: string | null;
  comment: string | null;
  display: SignatureDisplay;
  source: string | null;
  /** The code of somebody's own link that they came by. */
  shareCode?: string | null;
  referrer: string | null;
  locale: string;
  consents: readonly ConsentPurpose[];
  /** What the request tells of its sender. */
  trace: Trace;
};

/** A trace as it is stored. `block` is a keyed hash as hex. */
export type Traced = Omit<Trace, "network"> & { block: string | null };

/** Groups of one database: those that are being stored, and the one that forms while they are. */
const groups = new WeakMap<Db, (signature: NewSignature) => Promise<void>>();

/**
 * Records a pending signature and asks its owner to confirm it.
 *
 * Returns nothing: a visitor must not learn who has signed, so only the owner of the address is told where they
 * stand. Everyone who signs at the same moment is stored by one statement and answered by one commit. What it does
 * about a known address is left to the worker, so that the answer takes the same time (docs/decisions/0031-signatures-stored-together.md).
 */
export async function sign(
  db: Db,
  keys: Keys,
  { trace, ...input }: SignInput,
  now = new Date(),
): Promise<void> {
  const { network, ...marks } = trace;
  const block = await hashBlock(db, network, now);
  const traced = { ...marks, block: block?.toString("hex") ?? null };
  let store = groups.get(db);
  if (!store) {
    store = createGroupCommit((rows) => insertSignatures(db, rows), {
      atOnce: 2,
      atMost: 500,
      nothingStored,
    });
    groups.set(db, store);
  }
  await store(prepare(keys, input, traced, now));
}

/** Signs for an address that was known when its form came. */
export async function signKnown(
  tx: Tx,
  keys: Keys,
  { input, traced }: { input: Omit<SignInput, "trace">; traced: Traced },
  now: Date,
): Promise<void> {
  // A person who is gone since is new again.
  if (!(await signAgain(tx, input, traced, now)))
    await tx.execute(insertStatement([prepare(keys, input, traced, now)]));
}

function prepare(keys: Keys, input: Omit<SignInput, "trace">, traced: Traced, at: Date): NewSignature {
  const publicId = randomUUID();
  const sealed = sealForm(keys, publicId, { kind: "signature", input, traced });
  const addressHmac = hmac(keys, "address", input.email.canonical).digest;
  return { input, traced, at, form: { publicId, addressHmac, ...sealed } };
}

/** True where the server refused the statement. A lost connection may have lost the answer alone. */
const nothingStored = (error: unknown): boolean =>
  error instanceof postgres.PostgresError && !/^(08|57P)/.test(error.code);
