import type { Tx } from "#db/index.ts";
import { insertSignatures, type NewSignature } from "./insert-signatures.server.ts";
import { signAgain } from "./sign-again.server.ts";

/** Records a pending signature and asks its owner to confirm, or does what a known address allows. */
export async function sign(tx: Tx, form: NewSignature): Promise<void> {
  if (await signAgain(tx, form)) return;
  const stored = await insertSignatures(tx, [form]);
  // Another form stored the same person between the two statements.
  if (stored.size === 0) await signAgain(tx, form);
}
