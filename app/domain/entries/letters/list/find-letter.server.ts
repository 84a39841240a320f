import { sql } from "drizzle-orm";
import type { SelfSentWay } from "#app/domain/entries/letters/letter.ts";
import { type ListScope, maySeeNames } from "#app/domain/entries/signatures/list-signatures.server.ts";
import { isUuid } from "#app/lib/uuid.ts";
import type { Db } from "#db/index.ts";
import type { ListedLetter } from "./letter-list.ts";
import { letterSource } from "./list-letters.server.ts";

/** An entry of a letter's ledger. Times are ISO 8601. */
export type LedgerEntry = {
  at: string;
  /** A state of letters, or `held`, `released`, `replied`, `published`, `hidden`. */
  event: string;
  problem: string | null;
  /** The email that caused it. */
  mail: {
    transport: string | null;
    providerId: string | null;
    /** Of the whole message, in hex. */
    sha256: string | null;
    part: number;
    dispatch: { number: number; publicId: string };
  } | null;
};

/** The company's reply to the dispatch with the letter. */
export type LetterReply = { publicId: string; receivedOn: string; fromWhom: string };

/** A letter with its ledger, as organizers see it, without its number of shares. */
export type LetterView = ListedLetter & {
  body: string;
  display: "anonymous" | "initials" | "public";
  replyTo: boolean;
  company: string;
  /** The name of the recipient it went to, or that its writer chose and is still open; null: the default. */
  recipient: string | null;
  nearestLetter: string | null;
  moderated: { at: string; by: string | null; reason: string | null } | null;
  dispatchedIn: { number: number; publicId: string } | null;
  /** SHA-256 in hex of the exact text that was handed over. */
  sentSha256: string | null;
  handedOverAt: string | null;
  selfSent: { at: string; way: SelfSentWay } | null;
  confirmedAt: string | null;
  /** The consent `deliver_letter` is in force. */
  consented: boolean;
  ledger: LedgerEntry[];
  replies: LetterReply[];
};

type Row = Omit<LetterView, "ledger" | "replies" | "moderated" | "selfSent" | "dispatchedIn"> & {
  id: number;
  dispatchId: number | null;
  moderatedAt: string | null;
  moderatedBy: string | null;
  moderationReason: string | null;
  selfSentAt: string | null;
  selfSentWay: SelfSentWay | null;
  dispatchPublicId: string | null;
};

const iso = (at: string) => new Date(at).toISOString();
const isoOrNull = (at: string | null) => (at === null ? null : iso(at));

/** Finds a campaign's letter, for an organizer who may see names. Null when none has this id. */
export async function findLetter(db: Db, scope: ListScope, publicId: string): Promise<LetterView | null> {
  if (!isUuid(publicId)) return null;
  const [row] = await db.execute<Row>(sql`
    select ${letterSource.columns}, l.id::float8 as id, l.dispatch_id::float8 as "dispatchId", l.body,
      l.display, l.reply_to as "replyTo", t.name as company,
      case when l.handed_over_at is not null
        then (select d.recipient_name from letter_dispatches d where d.id = l.dispatch_id)
        else (select r.name from letter_recipients r where r.id = l.recipient_id and r.opened_at is not null)
        end as recipient,
      (select n.public_id from letters n
        where n.id = l.nearest_letter_id and n.campaign_id = l.campaign_id) as "nearestLetter",
      l.moderated_at as "moderatedAt", l.moderation_reason as "moderationReason",
      (select o.name from organizers o where o.id = l.moderated_by_id) as "moderatedBy",
      (select d.public_id from letter_dispatches d where d.id = l.dispatch_id) as "dispatchPublicId",
      encode(l.sent_sha256, 'hex') as "sentSha256", l.handed_over_at as "handedOverAt",
      l.self_sent_at as "selfSentAt", l.self_sent_way as "selfSentWay", l.confirmed_at as "confirmedAt",
      exists (select 1 from consents k where k.supporter_id = l.supporter_id and k.campaign_id = l.campaign_id
        and k.company_id = l.company_id and k.purpose = 'deliver_letter' and k.revoked_at is null)
          as consented
    from letters l join supporters p on p.id = l.supporter_id
    join targets t on t.id = l.company_id
    where l.campaign_id = ${scope.campaignId} and l.public_id = ${publicId} and ${maySeeNames(scope)}`);
  if (!row) return null;
  const { id, dispatchId, moderatedAt, moderatedBy, moderationReason, selfSentAt, selfSentWay, ...rest } =
    row;
  const { dispatchPublicId, ...letter } = rest;
  return {
    ...letter,
    ...letterSource.toRow(row),
    handedOverAt: isoOrNull(row.handedOverAt),
    confirmedAt: isoOrNull(row.confirmedAt),
    moderated:
      moderatedAt === null ? null : { at: iso(moderatedAt), by: moderatedBy, reason: moderationReason },
    dispatchedIn:
      dispatchPublicId === null || row.dispatch === null
        ? null
        : { number: row.dispatch, publicId: dispatchPublicId },
    selfSent: selfSentAt === null || selfSentWay === null ? null : { at: iso(selfSentAt), way: selfSentWay },
    ledger: await readLedger(db, id),
    replies: dispatchId === null ? [] : await listReplies(db, scope.campaignId, dispatchId),
  };
}

type EventRow = Pick<LedgerEntry, "at" | "event" | "problem"> & {
  transport: string | null;
  providerId: string | null;
  sha256: string | null;
  part: number | null;
  number: number | null;
  dispatch: string | null;
};

async function readLedger(db: Db, letterId: number): Promise<LedgerEntry[]> {
  const rows = await db.execute<EventRow>(sql`
    select e.at, e.event, e.problem, m.transport, m.provider_id as "providerId",
      encode(t.mail_sha256, 'hex') as sha256, t.part, d.number, d.public_id as dispatch
    from letter_events e left join outbox m on m.id = e.email_id
    left join letter_parts t on t.id = m.letter_part_id left join letter_dispatches d on d.id = t.dispatch_id
    where e.letter_id = ${letterId} order by e.id`);
  return [...rows].map(({ at, event, problem, transport, providerId, sha256, part, number, dispatch }) => ({
    at: iso(at),
    event,
    problem,
    mail:
      part === null || number === null || dispatch === null
        ? null
        : { transport, providerId, sha256, part, dispatch: { number, publicId: dispatch } },
  }));
}

async function listReplies(db: Db, campaignId: number, dispatchId: number): Promise<LetterReply[]> {
  const rows = await db.execute<LetterReply>(sql`
    select public_id as "publicId", received_on::text as "receivedOn", from_whom as "fromWhom"
    from letter_replies
    where campaign_id = ${campaignId} and dispatch_id = ${dispatchId} and removed_at is null
      and approved_at is not null
    order by received_on, id`);
  return [...rows];
}
