import { randomUUID } from "node:crypto";
import { hmac, type Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { waitingForms } from "#db/schema/index.ts";
import { sealForm } from "./sealed-form.server.ts";
import type { WaitingForm } from "./waiting-form.ts";

/**
 * Stores what somebody filled in for the worker, sealed. The same statement for every address: neither what it answers
 * nor how long it takes tells whether the address is known. Whoever answers a form wakes nobody after it, for the
 * work that a wake-up begins differs.
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
