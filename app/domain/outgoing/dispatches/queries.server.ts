import { type SQL, sql } from "drizzle-orm";
import { companyOf } from "#app/domain/campaign/company-of.server.ts";
import type { FiledMails } from "#app/domain/entries/letters/published/public-letter.ts";
import type { EmailState } from "#app/domain/queue/email.ts";
import { maybeSentBefore } from "#app/domain/queue/restored.server.ts";
import { isUuid } from "#app/lib/uuid.ts";
import type { Db } from "#db/index.ts";
import type { DispatchCause, DispatchKind, DispatchPauseReason, DispatchStage } from "./dispatch.ts";
import { type DispatchFramePart, differsNow, previewSha256 } from "./dispatch-frame.server.ts";

/** An email that was only saved to a file. */
const isFiled = sql`d.state = 'accepted' and d.transport is not distinct from 'file'`;

/** The emails `d` of a dispatch `x`, with their parts `p`. */
const ofIt = sql`from letter_parts p join outbox d on d.letter_part_id = p.id where p.dispatch_id = x.id`;

const filedOfIt = sql`(select jsonb_build_object('mails', count(*), 'letters', coalesce(sum(p.letters), 0),
  'names', coalesce(sum(p.names), 0)) ${ofIt} and ${isFiled})`;

/** `stage` of a row `x` of dispatches. */
const stage = sql`case
  when x.state = 'sent' and (select bool_and(${isFiled}) ${ofIt} and d.state <> 'skipped') then 'filed'
  when x.state <> 'draft' then x.state::text
  when x.approved_at is not null then 'approved'
  when x.submitted_at is not null then 'submitted' else 'draft' end`;

/**
 * Letters and names in `x` as written, or as submitted before that; for a draft, the letters chosen for it.
 */
const inIt = sql`
  case when x.submitted_at is null then (select count(*)::int from letters l where l.dispatch_id = x.id)
    else coalesce((select sum(coalesce(p.letters, cardinality(p.letter_ids)))::int
      from letter_parts p where p.dispatch_id = x.id), 0) end as letters,
  coalesce((select sum(coalesce(p.names, cardinality(p.signature_ids)))::int
    from letter_parts p where p.dispatch_id = x.id), 0) as names`;

/** Emails of `x` in some states. */
const mailsIn = (states: readonly EmailState[]) =>
  sql`(select count(*)::int ${ofIt} and d.state in ${states})`;

export type ListedDispatch = {
  publicId: string;
  number: number;
  kind: DispatchKind;
  stage: DispatchStage;
  pauseReason: DispatchPauseReason | null;
  subject: string;
  recipient: string;
  letters: number;
  names: number;
  /** When it ended, began, was submitted or last edited: the latest that is known. */
  at: string;
  author: string | null;
  /** Hex; null until it is approved. */
  approvedSha256: string | null;
  /** Recorded replies of the company. */
  replies: number;
  /** Emails that may or may not have arrived, and emails that bounced or were refused. */
  unknown: number;
  bounced: number;
  filed: FiledMails;
};

/** Lists dispatches to a company (default: the first), newest first. */
export async function listDispatches(
  db: Db,
  campaignId: number,
  companyId?: number,
): Promise<ListedDispatch[]> {
  const rows = await db.execute<ListedDispatch>(sql`
    select x.public_id as "publicId", x.number, x.kind, ${stage} as stage, x.pause_reason as "pauseReason",
      x.subject, coalesce(x.recipient_name, r.name) as recipient, ${inIt},
      coalesce(x.finished_at, x.started_at, x.submitted_at, x.edited_at) as at, o.name as author,
      encode(x.approved_sha256, 'hex') as "approvedSha256",
      (select count(*)::int from letter_replies a where a.dispatch_id = x.id and a.removed_at is null
        and a.approved_at is not null) as replies,
      ${mailsIn(["unknown"])} as unknown, ${mailsIn(["bounced", "failed", "suppressed"])} as bounced,
      ${filedOfIt} as filed
    from letter_dispatches x join letter_recipients r on r.id = x.recipient_id
    left join organizers o on o.id = x.author_id
    where x.campaign_id = ${campaignId} and x.company_id = ${companyOf({ campaignId, companyId })}
    order by x.number desc`);
  return [...rows].map((row) => ({
    ...row,
    at: iso(row.at),
    filed: fromJson(row.filed) as ListedDispatch["filed"],
  }));
}

/** An organizer on a page; null for a removed account, the operator or the calendar. */
type Who = { id: string; name: string } | null;

export type DispatchView = {
  id: number;
  companyId: number;
  publicId: string;
  number: number;
  kind: DispatchKind;
  cause: DispatchCause;
  stage: DispatchStage;
  version: number;
  locale: string;
  subject: string;
  body: string;
  withNames: boolean;
  letters: number;
  names: number;
  filed: FiledMails;
  /** The recipient as it is now. */
  recipient: { publicId: string; name: string; email: string; isVerified: boolean; isRetired: boolean };
  /** The recipient's name when it was submitted. */
  recipientName: string | null;
  recipientEmail: string | null;
  author: Who;
  editor: Who;
  submitter: Who;
  approver: Who;
  approvedAlone: boolean;
  /** Hex. */
  approvedSha256: string | null;
  /** The current `previewSha256`. */
  frame: string;
  /** Fields of recipient and campaign that changed since the approval or, before that, since submission. */
  differs: DispatchFramePart[];
  /** When the database was restored or went back in time, if it may have been sent before. */
  maybeSentBefore: string | null;
  createdAt: string;
  editedAt: string;
  submittedAt: string | null;
  approvedAt: string | null;
  startedAt: string | null;
  finishedAt: string | null;
  pausedAt: string | null;
  pauseReason: DispatchPauseReason | null;
};

/** Finds a campaign's dispatch by its public id. Null when it has none. */
export const findDispatch = async (db: Db, campaignId: number, publicId: string) =>
  isUuid(publicId) ? find(db, sql`x.campaign_id = ${campaignId} and x.public_id = ${publicId}::uuid`) : null;

export const findDispatchByNumber = (db: Db, campaignId: number, number: number) =>
  find(db, sql`x.campaign_id = ${campaignId} and x.number = ${number}`);

async function find(db: Db, which: SQL): Promise<DispatchView | null> {
  const who = (column: string) => sql`(select jsonb_build_object('id', o.id, 'name', o.name)
    from organizers o where o.id = x.${sql.identifier(column)})`;
  const [row] = await db.execute<DispatchView>(sql`
    select x.id::float8 as id, x.company_id as "companyId", x.public_id as "publicId", x.number, x.kind,
      x.cause, ${stage} as stage,
      x.version, x.locale, x.subject, x.body, x.with_names as "withNames", ${inIt},
      ${filedOfIt} as filed,
      jsonb_build_object('publicId', r.public_id, 'name', r.name, 'email', r.email,
        'isVerified', r.verified_at is not null, 'isRetired', r.retired_at is not null) as recipient,
      x.recipient_name as "recipientName", x.recipient_email as "recipientEmail",
      ${who("author_id")} as author, ${who("edited_by_id")} as editor, ${who("submitted_by_id")} as submitter,
      ${who("approved_by_id")} as approver, x.approved_alone as "approvedAlone",
      encode(x.approved_sha256, 'hex') as "approvedSha256", ${previewSha256} as frame,
      ${differsNow} as differs, ${maybeSentBefore("x")} as "maybeSentBefore",
      x.created_at as "createdAt", x.edited_at as "editedAt", x.submitted_at as "submittedAt",
      x.approved_at as "approvedAt", x.started_at as "startedAt", x.finished_at as "finishedAt",
      x.paused_at as "pausedAt", x.pause_reason as "pauseReason"
    from letter_dispatches x join letter_recipients r on r.id = x.recipient_id
    join campaigns c on c.id = x.campaign_id
    where ${which}`);
  if (!row) return null;
  return {
    ...row,
    filed: fromJson(row.filed) as DispatchView["filed"],
    recipient: fromJson(row.recipient) as DispatchView["recipient"],
    author: fromJson(row.author) as Who,
    editor: fromJson(row.editor) as Who,
    submitter: fromJson(row.submitter) as Who,
    approver: fromJson(row.approver) as Who,
    maybeSentBefore: isoOrNull(row.maybeSentBefore),
    createdAt: iso(row.createdAt),
    editedAt: iso(row.editedAt),
    submittedAt: isoOrNull(row.submittedAt),
    approvedAt: isoOrNull(row.approvedAt),
    startedAt: isoOrNull(row.startedAt),
    finishedAt: isoOrNull(row.finishedAt),
    pausedAt: isoOrNull(row.pausedAt),
  };
}

/** drizzle returns JSON as the driver got it: as text. */
const fromJson = (value: unknown): unknown => (typeof value === "string" ? JSON.parse(value) : value);
const iso = (text: string) => new Date(text).toISOString();
const isoOrNull = (text: string | null) => (text === null ? null : iso(text));
