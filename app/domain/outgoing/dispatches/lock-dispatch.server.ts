import { sql } from "drizzle-orm";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import type { OrganizerRight } from "#app/domain/access/organizer.ts";
import type { Actor } from "#app/domain/record/record.server.ts";
import { isUuid } from "#app/lib/uuid.ts";
import type { Tx } from "#db/index.ts";
import type { DispatchContent, DispatchKind, DispatchState } from "./dispatch.ts";

export type OnDispatch = { campaignId: number; publicId: string; actor: Actor };

export type LockedDispatch = {
  id: number;
  publicId: string;
  campaignId: number;
  companyId: number;
  number: number;
  kind: DispatchKind;
  state: DispatchState;
  version: number;
  locale: string;
  recipientId: number;
  content: DispatchContent;
  /** The name when this was submitted. */
  recipientName: string | null;
  recipientEmail: string | null;
  authorId: string | null;
  submittedById: string | null;
  editedById: string | null;
  /** The operator edited it last: no organizer did, and it differs from the calendar's draft. */
  isOperators: boolean;
  isSubmitted: boolean;
  isApproved: boolean;
  hasBegun: boolean;
};

/**
 * Locks a dispatch until the transaction ends. Null when the campaign has no such dispatch, or the actor
 * lacks the right. Everyone locks in one order to avoid deadlocks: dispatch, emails, letters. A transaction
 * that holds an email never waits for its dispatch, and one that holds a dispatch skips letters and people
 * that others have locked.
 */
export async function lockDispatch(
  tx: Tx,
  { campaignId, publicId, actor }: OnDispatch,
  right: OrganizerRight,
): Promise<LockedDispatch | null> {
  if (!isUuid(publicId)) return null;
  const [row] = await tx.execute<
    Omit<LockedDispatch, "content"> & { recipient: string; subject: string; body: string; withNames: boolean }
  >(sql`
    select x.id::float8 as id, x.public_id as "publicId", x.campaign_id as "campaignId",
      x.company_id as "companyId", x.number, x.kind,
      x.state, x.version, x.locale, x.recipient_id::float8 as "recipientId", r.public_id as recipient,
      x.subject, x.body, x.with_names as "withNames", x.recipient_name as "recipientName",
      x.recipient_email as "recipientEmail", x.author_id as "authorId", x.submitted_by_id as "submittedById",
      x.edited_by_id as "editedById", x.edited_by_id is null
        and (x.cause = 'organizer' or x.edited_at > x.created_at) as "isOperators",
      x.submitted_at is not null as "isSubmitted", x.approved_at is not null as "isApproved",
      x.started_at is not null as "hasBegun"
    from letter_dispatches x join letter_recipients r on r.id = x.recipient_id
    where x.campaign_id = ${campaignId} and x.public_id = ${publicId} and ${mayAct(actor, campaignId, right)}
    for update of x`);
  if (!row) return null;
  const { recipient: recipientPublicId, subject, body, withNames, ...rest } = row;
  return { ...rest, content: { recipientPublicId, subject, body, withNames } };
}
