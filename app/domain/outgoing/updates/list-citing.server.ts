import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { citedIn } from "./campaign-digest.server.ts";

export type CitingUpdate = { publicId: string; subject: string; claims: number[] };

/** Lists the updates that cite one of these claims, by number: those not sent yet, and those with a page. */
export async function listCiting(
  db: DbOrTx,
  campaignId: number,
  numbers: readonly number[],
): Promise<CitingUpdate[]> {
  const rows = await db.execute<{ publicId: string; subject: string; bodies: string[] }>(sql`
    select u.public_id as "publicId", min(t.subject) as subject, array_agg(t.body) as bodies
    from updates u join update_texts t on t.update_id = u.id
    where u.campaign_id = ${campaignId} and u.state <> 'cancelled' and (u.in_archive or u.state <> 'sent')
    group by u.id order by u.id desc`);
  return rows
    .map(({ publicId, subject, bodies }) => {
      const cited = new Set(citedIn(bodies.map((body) => ({ body }))));
      return { publicId, subject, claims: numbers.filter((number) => cited.has(number)) };
    })
    .filter(({ claims }) => claims.length > 0);
}
