import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { mayAct, organizerOf } from "#app/domain/access/may-act.server.ts";
import { type Actor, type AuditAction, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { campaigns, dataRequests } from "#db/schema/index.ts";
import { type DataRequest, problemOf, type RequestProblem } from "./request.ts";

type Noted = { outcome: "noted"; id: string } | { outcome: "gone" | RequestProblem };

/** Notes a demand for personal data: everybody reads it on the page of transparency. */
export async function noteRequest(
  db: Db,
  { campaignSlug, actor, request }: { campaignSlug: string; actor: Actor; request: DataRequest },
  now = new Date(),
): Promise<Noted> {
  const problem = problemOf(request, now);
  if (problem) return { outcome: problem };
  return db.transaction(async (tx): Promise<Noted> => {
    const [campaign] = await tx
      .select({ id: campaigns.id })
      .from(campaigns)
      .where(and(eq(campaigns.slug, campaignSlug), mayAct(actor, sql`${campaigns.id}`, "manage")));
    if (!campaign) return { outcome: "gone" };
    const stored = { campaignId: campaign.id, correctsId: null, request, actor };
    return { outcome: "noted", id: await store(tx, stored, "data-request-noted", now) };
  });
}

type OnRequest = { id: string; actor: Actor };

/** Corrects a note of a request. The first note leaves the public page and stays on record. */
export async function correctRequest(
  db: Db,
  { id, actor, request }: OnRequest & { request: DataRequest },
  now = new Date(),
): Promise<Noted> {
  const problem = problemOf(request, now);
  if (problem) return { outcome: problem };
  return db.transaction(async (tx): Promise<Noted> => {
    const row = await takeOff(tx, { id, actor }, now);
    if (!row) return { outcome: "gone" };
    const stored = { campaignId: row.campaignId, correctsId: row.id, request, actor };
    return { outcome: "noted", id: await store(tx, stored, "data-request-corrected", now) };
  });
}

/** Hides a note made in error from the public. False if there is none. */
export async function removeRequest(db: Db, on: OnRequest, now = new Date()): Promise<boolean> {
  return db.transaction(async (tx) => {
    const row = await takeOff(tx, on, now);
    if (!row) return false;
    const entry = { actor: on.actor, action: "data-request-removed", subject: on.id, detail: {} } as const;
    await recordAudit(tx, { ...entry, campaignId: row.campaignId }, now);
    return true;
  });
}

/** Hides the current note, if the actor manages its campaign. */
async function takeOff(tx: Tx, { id, actor }: OnRequest, now: Date) {
  const its: SQL = sql`${dataRequests.campaignId}`;
  const [row] = await tx
    .update(dataRequests)
    .set({ removedAt: now })
    .where(and(eq(dataRequests.publicId, id), isNull(dataRequests.removedAt), mayAct(actor, its, "manage")))
    .returning({ id: dataRequests.id, campaignId: dataRequests.campaignId });
  return row ?? null;
}

type Stored = { campaignId: number; correctsId: number | null; request: DataRequest; actor: Actor };

async function store(
  tx: Tx,
  { campaignId, correctsId, request, actor }: Stored,
  action: AuditAction,
  now: Date,
): Promise<string> {
  const by = { recordedById: organizerOf(actor), recordedAt: now };
  const [row] = await tx
    .insert(dataRequests)
    .values({ campaignId, correctsId, ...request, ...by })
    .returning({ subject: dataRequests.publicId });
  if (!row) throw new Error("the request was not stored");
  const { kind, answer, received, peopleAsked, peopleGiven } = request;
  const detail = { kind, answer, received, peopleAsked, peopleGiven };
  await recordAudit(tx, { actor, action, campaignId, ...row, detail }, now);
  return row.subject;
}
