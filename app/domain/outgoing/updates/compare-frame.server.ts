import { eq } from "drizzle-orm";
import { differencesOf, frameFrom, sha256OfFrame } from "#app/domain/queue/frame.server.ts";
import type { FramePart } from "#app/domain/queue/frame-parts.ts";
import type { Db } from "#db/index.ts";
import { updates } from "#db/schema/index.ts";
import { readFrameOf } from "./words/read-update.server.ts";

export type FrameState = {
  /** `sha256OfFrame` of its current emails: what an approval covers. */
  frame: string;
  /** Parts that differ from what was approved or, before that, from when approval was requested. */
  differs: FramePart[];
};

/** Tells whether a submitted update would still say what was submitted or approved, besides its words. */
export async function readFrameState(db: Db, updateId: number): Promise<FrameState | null> {
  const [row] = await db
    .select({
      submittedAt: updates.submittedAt,
      approvedAt: updates.approvedAt,
      submittedFrame: updates.submittedFrame,
      approvedFrame: updates.approvedFrame,
    })
    .from(updates)
    .where(eq(updates.id, updateId));
  if (!row?.submittedAt) return null;
  const now = await readFrameOf(db, updateId);
  const seen = frameFrom(row.approvedAt ? row.approvedFrame : row.submittedFrame);
  return { frame: sha256OfFrame(now), differs: differencesOf(now, seen) };
}
