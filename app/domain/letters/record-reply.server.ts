import { sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { recordAudit } from "../audit/record.server.ts";
import { holds } from "../organizers/holds.server.ts";
import type { ReplyForm } from "./reply-form.ts";
import { tellWriters } from "./tell-writer.server.ts";

type Scope = { campaignId: number; organizerId: string };

export type ReplyRecorded =
  | { outcome: "recorded"; publicId: string; told: number }
  /** The day is before the dispatch began, or has not come. */
  | { outcome: "day-impossible" }
  /** No dispatch of this campaign that has begun, or not this organizer's to answer for. */
  | { outcome: "no-dispatch" };

/**
 * Records what the company answered to a dispatch: it stands on the public page and on those of the letters it
 * answers from now on. The writer of each is told once, however many answers follow.
 */
export async function recordReply(
  db: Db,
  scope: Scope,
  { dispatch: dispatchPublicId, received_on: receivedOn, from_whom: fromWhom, text }: ReplyForm,
  now = new Date(),
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

    const [reply] = await tx.execute<{ publicId: string }>(sql`
      insert into letter_replies (campaign_id, dispatch_id, received_on, from_whom, text, recorded_at, recorded_by_id)
      values (${campaignId}, ${dispatch.id}, ${receivedOn}, ${fromWhom}, ${text}, ${at}, ${organizerId})
      returning public_id as "publicId"`);
    if (!reply) throw new Error("no reply was stored");
    const answered = await tx.execute<{ id: number; known: boolean }>(sql`
      with answered as (
        insert into letter_events (letter_id, at, event)
        select id, ${at}, 'replied' from letters
        where dispatch_id = ${dispatch.id} and handed_over_at is not null
          and state in ('filed', 'sent', 'accepted', 'bounced', 'unknown') order by id
        returning letter_id)
      select letter_id::float8 as id, exists (
        select 1 from letter_events e where e.letter_id = a.letter_id and e.event = 'replied') as known
      from answered a`);
    const letterIds = answered.filter(({ known }) => !known).map(({ id }) => id);
    await tellWriters(tx, { letterIds, template: "letter-replied" }, now);
    const entry = { actor: `organizer:${organizerId}` as const, campaignId, subject: reply.publicId };
    const detail = { dispatch: dispatch.number, letters: answered.length, told: letterIds.length };
    await recordAudit(tx, { ...entry, action: "reply-recorded", detail }, now);
    return { outcome: "recorded", publicId: reply.publicId, told: letterIds.length };
  });
}

/** True for who may speak for the campaign; the database checks it once a query. */
export const mayWrite = ({ campaignId, organizerId }: Scope) => sql`
  exists (select 1 from campaign_organizers
    where campaign_id = ${campaignId} and organizer_id = ${organizerId} and ${holds("write")})`;
