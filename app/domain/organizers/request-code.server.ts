import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { organizers } from "#db/schema/index.ts";
import { beginCeremony, takeTurnOfAddress } from "./begin-ceremony.server.ts";

/**
 * Asks for a code by mail and returns the token that binds it to the asking browser. `email` is what
 * organizerAddress returned. Known and unknown addresses get the same answer; only the mail differs.
 */
export async function requestCode(db: Db, keys: Keys, email: string, now = new Date()): Promise<string> {
  return db.transaction(async (tx) => {
    await takeTurnOfAddress(tx, email);
    const [organizer] = await tx
      .select({ id: organizers.id })
      .from(organizers)
      .where(
        and(eq(organizers.email, email), isNotNull(organizers.activatedAt), isNull(organizers.disabledAt)),
      );
    const organizerId = organizer?.id ?? null;
    return (await beginCeremony(tx, keys, { email, organizerId, invitationId: null }, now)).token;
  });
}
