import { type Keys, seal, unseal } from "#app/lib/keys.server.ts";
import type { WaitingForm } from "./waiting-form.ts";

/** Seals a form under the newest key and its row's public id: it opens for no other row. */
export const sealForm = (keys: Keys, publicId: string, form: WaitingForm) =>
  seal(keys, "waiting-form", Buffer.from(JSON.stringify(form)), publicId);

/** Opens a form. */
export function openForm(
  keys: Keys,
  { publicId, ...sealed }: { publicId: string; keyId: string; sealed: Buffer },
): WaitingForm {
  return JSON.parse(unseal(keys, "waiting-form", sealed, publicId).toString());
}
