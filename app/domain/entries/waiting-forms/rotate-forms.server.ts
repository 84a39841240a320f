import { type Rotated, rotateSealed } from "#app/domain/record/rotate-sealed.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { waitingForms } from "#db/schema/index.ts";
import { openForm, sealForm } from "./sealed-form.server.ts";

/** Seals forms that wait under the newest key. `damaged` are public ids of forms. */
export const rotateForms = (db: Db, keys: Keys, now = new Date()): Promise<Rotated> =>
  rotateSealed(
    db,
    keys,
    {
      table: waitingForms,
      id: waitingForms.id,
      keyId: waitingForms.keyId,
      nameOf: ({ publicId }) => publicId,
      reseal: (row) => sealForm(keys, row.publicId, openForm(keys, row)),
      action: "holdings-rotated",
      of: "forms",
    },
    now,
  );
