import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import type { DataRequest } from "./request.ts";

/** One note about a request. `by` null: the operator, or a removed account. */
export type NotedRequest = DataRequest & { id: string; by: string | null; at: string };

/** The current note, with those it replaced, newest first. */
export type ListedRequest = NotedRequest & { before: NotedRequest[] };

type Row = NotedRequest & { key: string; corrects: string | null; isPublic: boolean };

/** Lists a campaign's public requests, newest first, each with its notes before corrections. */
export async function listRequests(db: DbOrTx, campaignId: number): Promise<ListedRequest[]> {
  const rows = await db.execute<Row>(sql`
    select r.id as key, r.corrects_id as corrects, r.removed_at is null as "isPublic", r.public_id as id, r.kind,
      r.received_on::text as "receivedOn", r.received, r.answer, r.people_asked as "peopleAsked",
      r.people_given as "peopleGiven", r.note, r.recorded_at as at, o.name as by
    from data_requests r left join organizers o on o.id = r.recorded_by_id
    where r.campaign_id = ${campaignId} order by r.received_on desc, r.id desc limit 1000`);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const publicRequest = ({ key, corrects, isPublic, at, ...request }: Row) => ({
    ...request,
    at: new Date(at).toISOString(),
  });
  return rows
    .filter(({ isPublic }) => isPublic)
    .map((row) => {
      const before: NotedRequest[] = [];
      for (let each = byKey.get(row.corrects ?? ""); each; each = byKey.get(each.corrects ?? ""))
        before.push(publicRequest(each));
      return { ...publicRequest(row), before };
    });
}
