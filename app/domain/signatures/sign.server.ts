import type { Db } from "#db/index.ts";
import { hashBlock } from "../review/day-keys.server.ts";
import type { Trace } from "../review/trace.ts";
import type { ConsentPurpose } from "../supporters/consent.ts";
import { signAgain } from "./sign-again.server.ts";
import { signFirst } from "./sign-first.server.ts";
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

/** A trace as it is stored. */
export type Traced = Omit<Trace, "network"> & { block: Buffer | null };

/**
 * Records a pending signature and asks its owner to confirm it.
 *
 * Returns nothing: a visitor must not learn who has signed, so only the owner of the address is told
 * where they stand. Most signers are new and cost one statement; the others are looked at under a lock.
 */
export async function sign(db: Db, input: SignInput, now = new Date()): Promise<void> {
  const { network, ...marks } = input.trace;
  const traced = { ...marks, block: await hashBlock(db, network, now) };
  // A person met in between can be purged before they are locked; then they are new again.
  for (let attempt = 0; attempt < 3; attempt++) {
    if (await signFirst(db, input, traced, now)) return;
    if (await signAgain(db, input, traced, now)) return;
  }
  throw new Error("a signature could not be stored in three attempts");
}
