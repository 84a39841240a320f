import { type Rotated, rotateSealed } from "#app/domain/record/rotate-sealed.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { pledges } from "#db/schema/index.ts";
import { decryptHolding, sealHolding } from "./holding.server.ts";
import { resealKept } from "./undo-snapshot.server.ts";

/** Encrypts every holding again under the newest key. `damaged` are public ids of pledges. */
export const rotateHoldings = (db: Db, keys: Keys, now = new Date()): Promise<Rotated> =>
  rotateSealed(
    db,
    keys,
    {
      table: pledges,
      id: pledges.id,
      keyId: pledges.keyId,
      nameOf: ({ publicId }) => publicId,
      reseal: (row) => sealHolding(keys, row.publicId, decryptHolding(keys, row)),
      action: "holdings-rotated",
    },
    now,
  );

/** Seals what is kept for undos again under the newest key. `damaged` are public ids of pledges. */
export const rotateKept = (db: Db, keys: Keys, now = new Date()): Promise<Rotated> =>
  rotateSealed(
    db,
    keys,
    {
      table: pledges,
      id: pledges.id,
      keyId: pledges.keptKeyId,
      nameOf: ({ publicId }) => publicId,
      reseal: (row) => resealKept(keys, row),
      action: "holdings-rotated",
      of: "undos",
    },
    now,
  );
