import { createHash } from "node:crypto";
import type { packs } from "#db/schema/index.ts";

/** A handing-over that was recorded and waits for a second person. */
export type ReportedHandOver = {
  handedOverAt: Date;
  to: string;
  byId: string | null;
  /** When it was recorded. */
  recordedAt: Date;
  /** sha256 over all of it, in hexadecimal: what an approval is given to. */
  seen: string;
};

type Row = Pick<
  typeof packs.$inferSelect,
  "publicId" | "toldAt" | "toldById" | "toldHandedOverAt" | "toldHandedOverTo"
>;

/** The handing-over that waits with a pack; null: none. */
export function reportedHandOverOf(row: Row): ReportedHandOver | null {
  const { publicId, toldAt, toldById: byId, toldHandedOverAt: handedOverAt, toldHandedOverTo: to } = row;
  if (toldAt === null || handedOverAt === null || to === null) return null;
  const all = JSON.stringify([publicId, handedOverAt, to, byId, toldAt]);
  const seen = createHash("sha256").update(all).digest("hex");
  return { handedOverAt, to, byId, recordedAt: toldAt, seen };
}

/** None waits any more. */
export const noHandOver = { toldAt: null, toldById: null, toldHandedOverAt: null, toldHandedOverTo: null };
