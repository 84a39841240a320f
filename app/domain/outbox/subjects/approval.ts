import { sql } from "drizzle-orm";
import { type ApprovalKind, approvalPage } from "#app/domain/approvals/approval.ts";
import type { Subject } from "#app/domain/outbox/content.server.ts";
import type { Row, Writing } from "#app/domain/outbox/writing.server.ts";

type Requested = {
  approvalKind: ApprovalKind;
  subject: string;
  number: number | null;
  /** Null: the operator, or nobody. */
  askedBy: string | null;
  sentBackBy: string | null;
  /** Why it was sent back; null: it was not, or the reason was erased. */
  reason: string | null;
};

export const request: Subject<Requested> = {
  joins: sql`join approval_requests q on q.id = d.approval_request_id`,
  columns: sql`q.kind as "approvalKind", q.subject, q.number, asker.name as "askedBy",
    returner.name as "sentBackBy", q.reason`,
  further: sql`left join organizers asker on asker.id = q.asked_by_id
    left join organizers returner on returner.id = q.sent_back_by_id`,
};

/**
 * Tells who asks for what, or who sent what back and why, and where it is. Of the thing itself emails say
 * only what the approver wrote to the author.
 */
export function requestOf(row: Row & Requested, { common, url }: Writing) {
  const { approvalKind: kind, subject, number, name } = row;
  const page = approvalPage(row.slug, { kind, subject, number });
  return { ...common, name, by: row.askedBy, kind, number, why: null as string | null, url: url(page) };
}
