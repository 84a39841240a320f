import type { Trace } from "#app/domain/entries/trace.ts";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import type { Tx } from "#db/index.ts";
import { insertSignatures } from "./insert-signatures.server.ts";
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
};

/** What the request tells of its sender, as it is stored. `block` is a keyed hash as hex. */
export type Traced = Omit<Trace, "network"> & { block: string | null };

/** Records a pending signature and asks its owner to confirm it, or does what the form may do for a known address. */
export async function sign(
  tx: Tx,
  { input, traced }: { input: SignInput; traced: Traced },
  now: Date,
): Promise<void> {
  if (await signAgain(tx, input, traced, now)) return;
  const stored = await insertSignatures(tx, [{ input, traced, at: now }]);
  // Between the two statements another form stored the same person.
  if (stored.size === 0) await signAgain(tx, input, traced, now);
}
