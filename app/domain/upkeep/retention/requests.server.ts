import { and, eq, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { mayAct, organizerOf } from "#app/domain/access/may-act.server.ts";
import { type Actor, type AuditAction, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, DbOrTx, Tx } from "#db/index.ts";
import { campaigns, dataRequests } from "#db/schema/index.ts";

/** Characters of the note. */
export const maxRequestNoteLength = 500;

/** A request for personal data that reached the organizers. Days are `YYYY-MM-DD`. */
type DataRequest = { receivedOn: string; dueOn?: string | null; doneOn?: string | null; note: string };

export type RequestProblem = "bad-received" | "bad-due" | "bad-done" | "no-note" | "long" | "personal";

/** One in the list. `by` null: the operator, or a removed account. */
export type ListedRequest = {
  id: string;
  receivedOn: string;
  dueOn: string;
  doneOn: string | null;
  note: string;
  by: string | null;
};

/** An address, or as many digits as a phone or account number: the list outlives every erasure. */
const personal = /[^\s@]@[^\s@]+\.[^\s@]|\d(?:[\s()./-]?\d){6}/;

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && DateTime.fromISO(text).isValid;
const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/** Lists a campaign's requests: open ones first, the earliest due first. */
export async function listRequests(db: DbOrTx, campaignId: number): Promise<ListedRequest[]> {
  const rows = await db.execute<ListedRequest>(sql`
    select r.public_id as id, r.received_on::text as "receivedOn", r.due_on::text as "dueOn",
      r.done_on::text as "doneOn", r.note, o.name as by
    from data_requests r left join organizers o on o.id = r.recorded_by_id
    where r.campaign_id = ${campaignId}
    order by r.done_on is not null, case when r.done_on is null then r.due_on end, r.received_on desc, r.id desc
    limit 1000`);
  return [...rows];
}

/** Notes a request. Without `dueOn` it is due a month later, the usual limit (GDPR, article 12(3)). */
export async function noteRequest(
  db: Db,
  { campaignSlug, actor, request }: { campaignSlug: string; actor: Actor; request: DataRequest },
  now = new Date(),
): Promise<{ outcome: "noted"; id: string } | { outcome: "gone" | RequestProblem }> {
  const { receivedOn, doneOn = null, note } = request;
  if (!isDay(receivedOn) || receivedOn > dayOf(now)) return { outcome: "bad-received" };
  const dueOn = request.dueOn ?? DateTime.fromISO(receivedOn).plus({ months: 1 }).toISODate() ?? "";
  if (!isDay(dueOn) || dueOn < receivedOn) return { outcome: "bad-due" };
  if (doneOn !== null && (!isDay(doneOn) || doneOn < receivedOn || doneOn > dayOf(now)))
    return { outcome: "bad-done" };
  if (note === "") return { outcome: "no-note" };
  if ([...note].length > maxRequestNoteLength) return { outcome: "long" };
  if (personal.test(note)) return { outcome: "personal" };
  return db.transaction(async (tx) => {
    const [campaign] = await tx
      .select({ id: campaigns.id })
      .from(campaigns)
      .where(and(eq(campaigns.slug, campaignSlug), mayAct(actor, sql`${campaigns.id}`, "manage")));
    if (!campaign) return { outcome: "gone" };
    const days = { receivedOn, dueOn, doneOn };
    const by = { recordedById: organizerOf(actor), recordedAt: now };
    const [row] = await tx
      .insert(dataRequests)
      .values({ campaignId: campaign.id, ...days, note, ...by })
      .returning();
    if (!row) throw new Error("the request was not stored");
    await audit(tx, actor, "data-request-noted", row, now);
    return { outcome: "noted", id: row.publicId };
  });
}

type OnRequest = { id: string; actor: Actor };

const ours = ({ id, actor }: OnRequest) =>
  and(eq(dataRequests.publicId, id), mayAct(actor, sql`${dataRequests.campaignId}`, "manage"));

/** Marks an open request as done today. False if there is none. */
export async function finishRequest(db: Db, on: OnRequest, now = new Date()): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .update(dataRequests)
      .set({ doneOn: dayOf(now) })
      .where(and(ours(on), sql`${dataRequests.doneOn} is null`))
      .returning();
    if (row) await audit(tx, on.actor, "data-request-done", row, now);
    return row !== undefined;
  });
}

/** Deletes a request noted in error; the log keeps its days. False if there is none. */
export async function removeRequest(db: Db, on: OnRequest, now = new Date()): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [row] = await tx.delete(dataRequests).where(ours(on)).returning();
    if (row) await audit(tx, on.actor, "data-request-removed", row, now);
    return row !== undefined;
  });
}

const audit = (
  tx: Tx,
  actor: Actor,
  action: AuditAction,
  { campaignId, publicId, receivedOn, dueOn, doneOn }: typeof dataRequests.$inferSelect,
  now: Date,
) =>
  recordAudit(
    tx,
    { actor, action, campaignId, subject: publicId, detail: { receivedOn, dueOn, doneOn } },
    now,
  );
