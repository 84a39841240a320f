import type { Tx } from "#db/index.ts";
import { insertSignatures, type SignInput, type Traced } from "./insert-signatures.server.ts";
import { signAgain } from "./sign-again.server.ts";

/** Records a pending signature and asks its owner to confirm, or does what a known address allows. */
export async function sign(
  tx: Tx,
  { input, traced }: { input: SignInput; traced: Traced },
  now: Date,
): Promise<void> {
  if (await signAgain(tx, input, traced, now)) return;
  const stored = await insertSignatures(tx, [{ input, traced, at: now }]);
  // Another form stored the same person between the two statements.
  if (stored.size === 0) await signAgain(tx, input, traced, now);
}
