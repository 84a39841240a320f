import { and, eq, sql } from "drizzle-orm";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import type { OrganizerRight } from "#app/domain/access/organizer.ts";
import { readSentBack } from "#app/domain/approvals/sent-back.ts";
import { type Frame, frameFrom } from "#app/domain/queue/frame.server.ts";
import type { Actor } from "#app/domain/record/record.server.ts";
import { isUuid } from "#app/lib/uuid.ts";
import type { Tx } from "#db/index.ts";
import { updates } from "#db/schema/index.ts";
import { readAudience } from "./audience/audience.ts";
import type { PauseReason } from "./update.ts";
import type { UpdateContent, UpdateText } from "./update-form.ts";

export type OnUpdate = { campaignId: number; publicId: string; actor: Actor };

type Row = typeof updates.$inferSelect;
export type LockedUpdate = Pick<
  Row,
  "id" | "number" | "state" | "version" | "authorId" | "submittedById" | "editedById"
> & {
  continuesId: number | null;
  /** Approval was requested, and it was not sent back since. */
  isSubmitted: boolean;
  isApproved: boolean;
  pauseReason: PauseReason | null;
  /** What its emails said besides the words when approval was requested, and when it was given. */
  submittedFrame: Frame | null;
  approvedFrame: Frame | null;
  /** Its list of readers was begun. */
  hasBegun: boolean;
  content: UpdateContent;
};

/**
 * Locks an update until the transaction ends and reads all that is decided about it. Null when the campaign
 * has no such update, or the actor has not the right there.
 */
export async function lockUpdate(
  tx: Tx,
  { campaignId, publicId, actor }: OnUpdate,
  right: OrganizerRight,
): Promise<LockedUpdate | null> {
  if (!isUuid(publicId)) return null;
  const [row] = await tx
    .select()
    .from(updates)
    .where(
      and(
        eq(updates.campaignId, campaignId),
        eq(updates.publicId, publicId),
        sql`${mayAct(actor, campaignId, right)}`,
      ),
    )
    .for("update");
  if (!row) return null;
  return {
    ...row,
    isSubmitted: row.submittedAt !== null && !(await readSentBack(tx, "update", publicId)),
    isApproved: row.approvedAt !== null,
    hasBegun: row.startedAt !== null,
    pauseReason: row.pauseReason as PauseReason | null,
    submittedFrame: frameFrom(row.submittedFrame),
    approvedFrame: frameFrom(row.approvedFrame),
    content: await readContent(tx, row),
  };
}

/** Reads an update's words and audience; takes its row as the database gives it. */
export async function readContent(
  tx: Tx,
  { id, audience, inArchive }: { id: number; audience: unknown; inArchive: boolean },
): Promise<UpdateContent> {
  const texts = await tx.execute<UpdateText>(
    sql`select locale, subject, body, greeting from update_texts where update_id = ${id} order by locale`,
  );
  return {
    audience: readAudience(audience),
    inArchive,
    texts: [...texts].map(({ locale, subject, body, greeting }) => ({ locale, subject, body, greeting })),
  };
}
