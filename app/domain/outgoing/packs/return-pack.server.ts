import { eq } from "drizzle-orm";
import type { ReturnThing } from "#app/domain/approvals/returned.ts";
import { packs } from "#db/schema/index.ts";
import { lockPack } from "./lock-pack.server.ts";
import { noHandOver } from "./recorded-hand-over.server.ts";

/** Sends back a pack that nobody approved: it is not made, and its request says so. */
export const returnPack: ReturnThing = async (tx, on, now) => {
  const pack = await lockPack(tx, on, "approve", now);
  if (pack?.state !== "asked") return null;
  return { number: pack.number, askedById: pack.askedById, authorIds: [], hands: [pack.askedById] };
};

/** Ends the waiting of a recorded handover, so that it can be recorded again. */
export const returnHandOver: ReturnThing = async (tx, on, now) => {
  const pack = await lockPack(tx, on, "approve", now);
  if (pack?.state !== "made" || !pack.recorded) return null;
  await tx.update(packs).set(noHandOver).where(eq(packs.id, pack.id));
  return { number: pack.number, askedById: pack.recorded.byId, authorIds: [], hands: [pack.recorded.byId] };
};
