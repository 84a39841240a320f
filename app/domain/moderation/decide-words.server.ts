import { sql } from "drizzle-orm";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import {
  type DecideInput,
  decideNames,
  type UndoInput,
  undoNames,
} from "#app/domain/names/decide-names.server.ts";
import { stateAfter, undoMinutes } from "#app/domain/names/name-review.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";

export type DecidedWords = {
  decided: number;
  /** Identifies what one undo reverts. */
  at: Date;
  /** Not asked, because they had their emails of the day: left unchanged. */
  notAsked: number;
};

/**
 * Decides about names and comments by the public ids of their reviews: `keep` shows them and hands them over,
 * as their persons agreed, `hide` does neither, `ask` emails the person who bears a name. No decision
 * changes whether signatures count.
 */
export async function decideWords(db: Db, input: DecideInput, now = new Date()): Promise<DecidedWords> {
  return db.transaction(async (tx) => {
    const names = await decideNames(tx, input, now);
    const comments = input.decision === "ask" ? 0 : await decideComments(tx, input, now);
    return { decided: names.decided + comments, at: now, notAsked: names.notAsked };
  });
}

async function decideComments(
  tx: Tx,
  { campaignId, organizerId, decision, reviews }: DecideInput,
  now: Date,
): Promise<number> {
  const actor = actorOf(organizerId);
  const decided = await tx.execute<{ publicId: string }>(sql`
    with chosen as (select id from comment_reviews where campaign_id = ${campaignId}
      and public_id = any (${sql.param([...reviews])}::uuid[]) and state <> ${stateAfter[decision]}
      and ${mayAct(actor, campaignId, "review")} order by id for update)
    update comment_reviews r
      set state = ${stateAfter[decision]}, decided_at = ${now.toISOString()}::timestamptz,
      decided_by_id = ${organizerId}::uuid from chosen where r.id = chosen.id
      returning r.public_id as "publicId"`);
  if (decided.length === 0) return 0;
  const listed = decided.slice(0, 50).map(({ publicId }) => publicId);
  const detail = { decision, comments: decided.length, reviews: listed };
  await recordAudit(tx, { actor, action: "comments-decided", campaignId, subject: null, detail }, now);
  return decided.length;
}

/** Undoes one decision of an organizer, at most ten minutes old. Returns how many entries wait again. */
export async function undoWords(db: Db, input: UndoInput, now = new Date()): Promise<number> {
  if (input.at.getTime() < now.getTime() - undoMinutes * 60_000) return 0;
  return db.transaction(
    async (tx) => (await undoNames(tx, input, now)) + (await undoComments(tx, input, now)),
  );
}

async function undoComments(tx: Tx, { campaignId, organizerId, at }: UndoInput, now: Date): Promise<number> {
  const actor = actorOf(organizerId);
  const undone = await tx.execute(sql`
    update comment_reviews set state = 'queued', decided_at = null, decided_by_id = null
    where campaign_id = ${campaignId} and decided_by_id is not distinct from ${organizerId}::uuid
      and state <> 'queued'
      and date_trunc('milliseconds', decided_at) = ${at.toISOString()}::timestamptz
      and ${mayAct(actor, campaignId, "review")}
    returning id`);
  if (undone.length === 0) return 0;
  const detail = { comments: undone.length };
  await recordAudit(tx, { actor, action: "comments-undecided", campaignId, subject: null, detail }, now);
  return undone.length;
}
