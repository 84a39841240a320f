import { type Rotated, rotateSealed } from "#app/domain/record/rotate-sealed.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { organizers } from "#db/schema/index.ts";
import { openTotp, sealTotp } from "./totp.server.ts";

/** Reseals the TOTP secrets of organizers under the newest key. `damaged` are ids of organizers. */
export const rotateTotp = (db: Db, keys: Keys, now = new Date()): Promise<Rotated> =>
  rotateSealed(
    db,
    keys,
    {
      table: organizers,
      id: organizers.id,
      keyId: organizers.totpKeyId,
      nameOf: ({ id }) => id,
      reseal: ({ id, totpKeyId, totpSecretEnc }) => {
        if (!(totpKeyId && totpSecretEnc)) throw new Error("a second factor has no secret");
        return sealTotp(keys, id, openTotp(keys, id, { totpKeyId, totpSecretEnc }));
      },
      action: "second-factors-rotated",
    },
    now,
  );
