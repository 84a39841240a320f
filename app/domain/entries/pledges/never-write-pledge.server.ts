import { eq } from "drizzle-orm";
import { neverWriteAbout } from "#app/domain/entries/never-write.server.ts";
import { pledges } from "#db/schema/index.ts";
import { lockPledge } from "./lock-pledge.server.ts";
import { withdrawLockedPledge } from "./withdraw-pledge.server.ts";

/** `neverWriteAbout` for pledges: withdraws all versions of the confirmed pledge. */
export const neverWritePledge = neverWriteAbout({
  lock: lockPledge,
  waits: ({ status }) => status === "email_pending",
  remove: (tx, { id }) => tx.delete(pledges).where(eq(pledges.id, id)),
  withdraw: (tx, { series }, now, keys) => withdrawLockedPledge(tx, keys, series, now),
});
