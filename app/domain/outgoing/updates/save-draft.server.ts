import { eq, sql } from "drizzle-orm";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { DbOrTx, Tx } from "#db/index.ts";
import { updates, updateTexts } from "#db/schema/index.ts";
import { type LockedUpdate, lockUpdate, type OnUpdate } from "./lock-update.server.ts";
import { revertUpdateToDraft } from "./revert-to-draft.server.ts";
import { differingParts, hashOfContent } from "./update-content.server.ts";
import type { UpdateContent } from "./update-form.ts";

export type SaveInput = OnUpdate & {
  /** The version the edit began on. */
  version: number;
  content: UpdateContent;
  /** False for an autosave: it revokes no approval. */
  mayTakeBack?: boolean;
};

export type Saved =
  /** `tookBack`: it was submitted, approved or scheduled, and no longer is. */
  | { outcome: "saved"; version: number; tookBack: boolean }
  /** Somebody saved since the edit began: `theirs` is the text of `version`. Nothing was stored. */
  | { outcome: "stale"; version: number; theirs: UpdateContent }
  /** It was submitted, and the save may not take that back. */
  | { outcome: "submitted" }
  /** It has begun to be sent, or was cancelled. */
  | { outcome: "closed" }
  | { outcome: "gone" };

/**
 * Stores an edit of a draft. An edit that changes nothing leaves version and approval alone; any other
 * revokes the approval, and the log has which parts it changed.
 */
export async function saveDraft(db: DbOrTx, input: SaveInput, now = new Date()): Promise<Saved> {
  return db.transaction(async (tx) => {
    const update = await lockUpdate(tx, input, "write");
    if (!update) return { outcome: "gone" };
    if (update.state !== "draft" && update.state !== "scheduled") return { outcome: "closed" };
    if (hashOfContent(update.content).equals(hashOfContent(input.content))) {
      return { outcome: "saved", version: update.version, tookBack: false };
    }
    if (update.version !== input.version) {
      return { outcome: "stale", version: update.version, theirs: update.content };
    }
    if (update.isSubmitted && input.mayTakeBack === false) return { outcome: "submitted" };
    const tookBack = await revertUpdateToDraft(tx, update, input, now);
    const version = await store(tx, update, input, now);
    const { actor, campaignId, publicId: subject } = input;
    const detail = { version, changed: differingParts(update.content, input.content), tookBack };
    await recordAudit(tx, { actor, action: "update-edited", campaignId, subject, detail }, now);
    return { outcome: "saved", version, tookBack };
  });
}

async function store(
  tx: Tx,
  { id }: LockedUpdate,
  { content, actor }: SaveInput,
  now: Date,
): Promise<number> {
  const [row] = await tx
    .update(updates)
    .set({
      audience: content.audience,
      inArchive: content.inArchive,
      version: sql`${updates.version} + 1`,
      editedAt: now,
      editedById: organizerOf(actor),
    })
    .where(eq(updates.id, id))
    .returning({ version: updates.version });
  await tx.delete(updateTexts).where(eq(updateTexts.updateId, id));
  if (content.texts.length > 0) {
    await tx.insert(updateTexts).values(content.texts.map((text) => ({ updateId: id, ...text })));
  }
  return row?.version ?? 1;
}
