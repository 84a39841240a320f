import { sql } from "drizzle-orm";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import type { OrganizerRight } from "#app/domain/access/organizer.ts";
import { readSentBack } from "#app/domain/approvals/sent-back.ts";
import { type Frame, frameFrom } from "#app/domain/queue/frame.server.ts";
import type { Actor } from "#app/domain/record/record.server.ts";
import { isUuid } from "#app/lib/uuid.ts";
import type { Tx } from "#db/index.ts";
import type { updates } from "#db/schema/index.ts";
import { Audience } from "./audience/audience.ts";
import type { PauseReason } from "./update.ts";
import type { UpdateContent, UpdateText } from "./update-form.ts";

/** One update of one campaign, and who acts on it. */
export type OnUpdate = { campaignId: number; publicId: string; actor: Actor };

type Row = typeof updates.$inferSelect;
export type LockedUpdate = Pick<
  Row,
  "id" | "number" | "state" | "version" | "authorId" | "submittedById" | "editedById"
> & {
  continuesId: number | null;
  /** Somebody asked for its approval, and it was not sent back since. */
  isSubmitted: boolean;
  isApproved: boolean;
  pauseReason: PauseReason | null;
  /** What its mails said beside the words when its approval was asked for, and when it was given. */
  submittedFrame: Frame | null;
  approvedFrame: Frame | null;
  /** Its list of readers was begun. */
  hasBegun: boolean;
  content: UpdateContent;
};

/**
 * Locks an update until the transaction ends and reads all that is decided about it. Null when the campaign has no
 * such update, or the actor has not the right there.
 */
export async function lockUpdate(
  tx: Tx,
  { campaignId, publicId, actor }: OnUpdate,
  right: OrganizerRight,
): Promise<LockedUpdate | null> {
  if (!isUuid(publicId)) return null;
  const [row] = await tx.execute<{
    id: string;
    state: Row["state"];
    number: number;
    version: number;
    author_id: string | null;
    submitted_by_id: string | null;
    edited_by_id: string | null;
    continues_id: string | null;
    is_submitted: boolean;
    is_approved: boolean;
    has_begun: boolean;
    pause_reason: PauseReason | null;
    submitted_frame: unknown;
    approved_frame: unknown;
    audience: unknown;
    in_archive: boolean;
  }>(sql`
    select id, number, state, version, author_id, submitted_by_id, edited_by_id, continues_id,
      submitted_at is not null as is_submitted, approved_at is not null as is_approved, started_at is not null as has_begun,
      pause_reason, submitted_frame, approved_frame, audience, in_archive
    from updates
    where campaign_id = ${campaignId} and public_id = ${publicId} and ${mayAct(actor, campaignId, right)}
    for update`);
  if (!row) return null;

  const id = Number(row.id);
  return {
    id,
    state: row.state,
    number: row.number,
    version: row.version,
    authorId: row.author_id,
    submittedById: row.submitted_by_id,
    editedById: row.edited_by_id,
    continuesId: row.continues_id === null ? null : Number(row.continues_id),
    isSubmitted: row.is_submitted && !(await readSentBack(tx, "update", publicId)),
    isApproved: row.is_approved,
    hasBegun: row.has_begun,
    pauseReason: row.pause_reason,
    submittedFrame: frameFrom(row.submitted_frame),
    approvedFrame: frameFrom(row.approved_frame),
    content: await readContent(tx, { id, audience: row.audience, inArchive: row.in_archive }),
  };
}

/** What an update says and to whom: its row as the database gives it, with its words. */
export async function readContent(
  tx: Tx,
  { id, audience, inArchive }: { id: number; audience: unknown; inArchive: boolean },
): Promise<UpdateContent> {
  const texts = await tx.execute<UpdateText>(
    sql`select locale, subject, body from update_texts where update_id = ${id} order by locale`,
  );
  return {
    audience: Audience.parse(typeof audience === "string" ? JSON.parse(audience) : audience),
    inArchive,
    texts: [...texts].map(({ locale, subject, body }) => ({ locale, subject, body })),
  };
}
