import { createHash } from "node:crypto";
import type { packs } from "#db/schema/index.ts";

/** A recorded handover that waits for approval. */
export type ReportedHandOver = {
  handedOverAt: Date;
  to: string;
  byId: string | null;
  recordedAt: Date;
  /** sha256 of all of it, in hex: what is approved. */
  seen: string;
};

type Row = Pick<
  typeof packs.$inferSelect,
  "publicId" | "handOverAskedAt" | "handOverAskedById" | "askedHandedOverAt" | "askedHandedOverTo"
>;

/** Returns the handover waiting with a pack, if any. */
export function reportedHandOverOf(row: Row): ReportedHandOver | null {
  const {
    publicId,
    handOverAskedAt,
    handOverAskedById: byId,
    askedHandedOverAt: handedOverAt,
    askedHandedOverTo: to,
  } = row;
  if (handOverAskedAt === null || handedOverAt === null || to === null) return null;
  const all = JSON.stringify([publicId, handedOverAt, to, byId, handOverAskedAt]);
  const seen = createHash("sha256").update(all).digest("hex");
  return { handedOverAt, to, byId, recordedAt: handOverAskedAt, seen };
}

export const noHandOver = {
  handOverAskedAt: null,
  handOverAskedById: null,
  askedHandedOverAt: null,
  askedHandedOverTo: null,
};
