import { type Rotated, rotateSealed } from "#app/domain/record/rotate-sealed.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { letters } from "#db/schema/index.ts";
import { openShares, sealShares } from "./shares.server.ts";

/** Encrypts again what letters say of shares, under the newest key. `damaged` are public ids of letters. */
export const rotateShares = (db: Db, keys: Keys, now = new Date()): Promise<Rotated> =>
  rotateSealed(
    db,
    keys,
    {
      table: letters,
      id: letters.id,
      keyId: letters.keyId,
      nameOf: ({ publicId }) => publicId,
      reseal: (row) => sealShares(keys, row.publicId, openShares(keys, row)),
      action: "holdings-rotated",
      of: "letters",
    },
    now,
  );
