import { and, asc, eq, isNotNull, ne } from "drizzle-orm";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { organizers } from "#db/schema/index.ts";
import { recordAudit } from "../audit/record.server.ts";
import type { Rotated } from "../pledges/rotate-holdings.server.ts";
import { openTotp, sealTotp } from "./totp.server.ts";

/** Seals the secrets of organizers' apps anew under the newest key, as `rotateHoldings` does holdings. `damaged` are ids of organizers. */
export async function rotateTotp(db: Db, keys: Keys, now = new Date()): Promise<Rotated> {
  return db.transaction(async (tx) => {
    const all: Rotated = { rotated: 0, missing: {}, damaged: [] };
    const rows = await tx
      .select({ id: organizers.id, totpKeyId: organizers.totpKeyId, totpSecretEnc: organizers.totpSecretEnc })
      .from(organizers)
      .where(and(isNotNull(organizers.totpKeyId), ne(organizers.totpKeyId, keys[0].id)))
      .orderBy(asc(organizers.id))
      .for("update");
    for (const { id, totpKeyId, totpSecretEnc } of rows) {
      if (!(totpKeyId && totpSecretEnc)) continue;
      if (!keys.some((key) => key.id === totpKeyId)) {
        all.missing[totpKeyId] = (all.missing[totpKeyId] ?? 0) + 1;
        continue;
      }
      const secret = tryOpen(keys, id, { totpKeyId, totpSecretEnc });
      if (secret === null) all.damaged.push(id);
      else {
        await tx
          .update(organizers)
          .set(sealTotp(keys, id, secret))
          .where(eq(organizers.id, id));
        all.rotated += 1;
      }
    }
    if (all.rotated > 0) {
      const detail = { rotated: all.rotated, key: keys[0].id };
      const entry = { actor: "operator", action: "second-factors-rotated" } as const;
      await recordAudit(tx, { ...entry, campaignId: null, subject: null, detail }, now);
    }
    return all;
  });
}

function tryOpen(keys: Keys, id: string, row: { totpKeyId: string; totpSecretEnc: Buffer }): string | null {
  try {
    return openTotp(keys, id, row);
  } catch {
    return null;
  }
}
