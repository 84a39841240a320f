import { randomUUID } from "node:crypto";
import { hmac, type Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { waitingForms } from "#db/schema/index.ts";
import { sealForm } from "./sealed-form.server.ts";
import type { WaitingForm } from "./waiting-form.ts";

/**
 * Stores a filled-in form, sealed, for the worker. The statement is the same for every address, so neither the answer
 * nor its time tells whether the address is known. Do not wake the worker after it: the work it would begin differs.
 */
export async function keepForm(db: Db, keys: Keys, form: WaitingForm): Promise<void> {
  const publicId = randomUUID();
  const canonical = "input" in form ? form.input.email.canonical : form.canonical;
  await db.insert(waitingForms).values({
    publicId,
    kind: form.kind,
    addressHmac: hmac(keys, "address", canonical).digest,
    ...sealForm(keys, publicId, form),
  });
}
