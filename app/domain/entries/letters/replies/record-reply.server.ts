import { sql } from "drizzle-orm";
import { holdFreeze } from "#app/domain/access/freeze.server.ts";
import { hasRight } from "#app/domain/access/has-right.server.ts";
import { askApproval } from "#app/domain/approvals/ask-approval.server.ts";
import { actsAlone } from "#app/domain/approvals/decide-approval.server.ts";
import { isSentBack } from "#app/domain/approvals/sent-back.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { publishReply } from "./publish-reply.server.ts";
import { replyApproval } from "./reply-approval.ts";
import type { ReplyForm } from "./reply-form.ts";

/** `organizerId` null: the operator. */
type Scope = { campaignId: number; organizerId: string | null };

export type ReplyRecorded =
  /** `waits`: somebody else must approve it first. `told`: writers who are emailed. */
  | { outcome: "recorded"; publicId: string; waits: boolean; told: number }
  /** The day is before the dispatch began, or in the future. */
  | { outcome: "day-impossible" }
  /** The campaign is frozen: the reply would be public at once, and its writers emailed. */
  | { outcome: "frozen" }
  /** No dispatch of this campaign that has begun, or none this organizer may answer for. */
  | { outcome: "no-dispatch" };

/**
 * Records the company's reply to a dispatch. It is published, and writers emailed, once a second person
 * approves it; at once if nobody else can, or if the operator sets `alone`, which is recorded. The caller has
 * reauthenticated the actor.
 */
export async function recordReply(
  db: Db,
  scope: Scope,
  { dispatch: dispatchPublicId, received_on: receivedOn, from_whom: fromWhom, text }: ReplyForm,
  now = new Date(),
  /** `alone`: the operator states so. `instead`: the reply that was sent back and is replaced. */
  { alone = false, instead = null }: { alone?: boolean; instead?: string | null } = {},
): Promise<ReplyRecorded> {
  const { campaignId, organizerId } = scope;
  const at = now.toISOString();
  return db.transaction(async (tx) => {
    const [dispatch] = await tx.execute<{ id: number; number: number; possible: boolean }>(sql`
      select d.id::float8 as id, d.number,
        ${receivedOn}::date between (d.started_at at time zone 'UTC')::date - 1
          and (${at}::timestamptz at time zone 'UTC')::date + 1 as possible
      from letter_dispatches d
      where d.campaign_id = ${campaignId} and d.public_id = ${dispatchPublicId} and d.started_at is not null
        and ${mayWrite(scope)} for no key update`);
    if (!dispatch) return { outcome: "no-dispatch" };
    if (!dispatch.possible) return { outcome: "day-impossible" };

    const isAlone = await actsAlone(tx, { campaignId, actor: actorOf(organizerId), alone });
    if (isAlone && (await holdFreeze(tx, campaignId))) return { outcome: "frozen" };

    const [reply] = await tx.execute<{ id: number; publicId: string }>(sql`
      insert into letter_replies (campaign_id, dispatch_id, received_on, from_whom, text, recorded_at,
        recorded_by_id)
      values (${campaignId}, ${dispatch.id}, ${receivedOn}, ${fromWhom}, ${text}, ${at}, ${organizerId})
      returning id::float8 as id, public_id as "publicId"`);
    if (!reply) throw new Error("no reply was stored");
    const [replaced] =
      instead === null
        ? []
        : await tx.execute<{ publicId: string }>(sql`
            update letter_replies y set removed_at = ${at}
            where y.public_id = ${instead}::uuid and y.campaign_id = ${campaignId}
              and y.dispatch_id = ${dispatch.id}
              and y.removed_at is null and y.approved_at is null and ${isSentBack("reply", sql`y.public_id`)}
            returning y.public_id as "publicId"`);
    const entry = { actor: actorOf(organizerId), campaignId, subject: reply.publicId };
    const detail = { dispatch: dispatch.number };
    await recordAudit(tx, { ...entry, action: "reply-recorded", detail }, now);
    if (replaced) {
      const removed = { ...entry, action: "reply-removed", subject: replaced.publicId } as const;
      await recordAudit(tx, { ...removed, detail: { ...detail, published: false } }, now);
    }
    if (!isAlone) {
      await askApproval(tx, replyApproval, entry, now);
      return { outcome: "recorded", publicId: reply.publicId, waits: true, told: 0 };
    }
    const notified = await publishReply(
      tx,
      { scope, id: reply.id, publicId: reply.publicId, dispatch, alone: true },
      now,
    );
    return { outcome: "recorded", publicId: reply.publicId, waits: false, told: notified };
  });
}

/** True for who may speak for the campaign; the database checks it once a query. */
const mayWrite = ({ campaignId, organizerId }: Scope) =>
  organizerId === null
    ? sql`true`
    : sql`
  exists (select 1 from campaign_organizers
    where campaign_id = ${campaignId} and organizer_id = ${organizerId} and ${hasRight("write")})`;

type Removal = { scope: { campaignId: number; organizerId: string | null }; publicId: string };

/** Removes a reply from all pages; letters keep it in their ledger. The caller reauthenticates the actor. */
export async function removeReply(
  db: Db,
  { scope, publicId }: Removal,
  now = new Date(),
): Promise<{ outcome: "removed" | "gone" }> {
  const { campaignId, organizerId } = scope;
  return db.transaction(async (tx) => {
    const [reply] = await tx.execute<{ dispatch: number; published: boolean }>(sql`
      update letter_replies y set removed_at = ${now.toISOString()}
      from letter_dispatches d
      where y.public_id = ${publicId} and y.campaign_id = ${campaignId} and y.removed_at is null
        and d.id = y.dispatch_id and ${mayWrite(scope)}
      returning d.number as dispatch, y.approved_at is not null as published`);
    if (!reply) return { outcome: "gone" };
    const entry = { actor: actorOf(organizerId), campaignId, subject: publicId };
    const { dispatch, published } = reply;
    await recordAudit(tx, { ...entry, action: "reply-removed", detail: { dispatch, published } }, now);
    return { outcome: "removed" };
  });
}
