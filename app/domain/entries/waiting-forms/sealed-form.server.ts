import { canonicalAddress } from "#app/domain/base/address.ts";
import { type Keys, seal, unseal } from "#app/lib/keys.server.ts";
import type { WaitingForm } from "./waiting-form.ts";

/** Seals a form under the newest key and its row's public id: it opens for no other row. */
export const sealForm = (keys: Keys, publicId: string, form: WaitingForm) =>
  seal(keys, "waiting-form", Buffer.from(JSON.stringify(form)), publicId);

/** Opens a form. One that waits since 0.1.0 has its answers under `told`, and an address by its rules. */
export function openForm(
  keys: Keys,
  { publicId, ...sealed }: { publicId: string; keyId: string; sealed: Buffer },
): WaitingForm {
  const form = JSON.parse(unseal(keys, "waiting-form", sealed, publicId).toString());
  if (form.canonical) form.canonical = canonicalAddress(form.canonical);
  if (form.input?.email) form.input.email.canonical = canonicalAddress(form.input.email.address);
  return form.input?.told ? { ...form, input: { ...form.input, answers: form.input.told } } : form;
}
