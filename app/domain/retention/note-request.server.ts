import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { campaigns, dataRequests } from "#db/schema/index.ts";
import { recordAudit } from "../audit/record.server.ts";
import { isDay } from "../exports/presets.ts";

export const requestKinds = ["authority", "person", "other"] as const;
export const requestAnswers = ["open", "refused", "partly", "given"] as const;

export type NotedRequest = {
  kind: (typeof requestKinds)[number];
  /** `YYYY-MM-DD`, not after today. */
  receivedOn: string;
  received: number;
  answer: (typeof requestAnswers)[number];
  /** Published beside it, at most 500 characters. */
  note: string | null;
};

type Noted =
  | { outcome: "noted"; id: string }
  | { outcome: "unknown-campaign" | "bad-day" | "bad-number" | "long" };

/** Notes a demand for personal data: everybody reads it on the page of transparency. */
export async function noteRequest(
  db: Db,
  { campaignSlug, ...request }: { campaignSlug: string } & NotedRequest,
  now = new Date(),
): Promise<Noted> {
  const { receivedOn, received, note } = request;
  if (!isDay(receivedOn) || receivedOn > now.toISOString().slice(0, 10)) return { outcome: "bad-day" };
  if (!Number.isInteger(received) || received < 1 || received > 100_000) return { outcome: "bad-number" };
  if (note !== null && (note === "" || [...note].length > 500)) return { outcome: "long" };
  return db.transaction(async (tx): Promise<Noted> => {
    const [campaign] = await tx
      .select({ id: campaigns.id })
      .from(campaigns)
      .where(eq(campaigns.slug, campaignSlug));
    if (!campaign) return { outcome: "unknown-campaign" };
    const [row] = await tx
      .insert(dataRequests)
      .values({ campaignId: campaign.id, ...request, recordedAt: now })
      .returning({ id: dataRequests.publicId });
    if (!row) throw new Error("the request was not stored");
    const entry = { actor: "operator", action: "data-request-noted", campaignId: campaign.id } as const;
    const { kind, answer } = request;
    await recordAudit(tx, { ...entry, subject: row.id, detail: { kind, answer, received } }, now);
    return { outcome: "noted", id: row.id };
  });
}

/** Takes back what was noted in error: it is shown no more. False where there is none. */
export async function removeRequest(db: Db, id: string, now = new Date()): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .update(dataRequests)
      .set({ removedAt: now })
      .where(and(eq(dataRequests.publicId, id), isNull(dataRequests.removedAt)))
      .returning({ campaignId: dataRequests.campaignId });
    if (!row) return false;
    const entry = { actor: "operator", action: "data-request-removed", subject: id } as const;
    await recordAudit(tx, { ...entry, campaignId: row.campaignId, detail: {} }, now);
    return true;
  });
}
