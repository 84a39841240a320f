import { sql } from "drizzle-orm";
import type { Tx } from "#db/index.ts";

/** Public ids of the mails to a company that lie as files here and hold a letter or the name of this person. */
export async function listFilesHolding(tx: Tx, supporterId: number): Promise<string[]> {
  const rows = await tx.execute<{ publicId: string }>(sql`
    select d.public_id as "publicId"
    from (
      select l.dispatch_id, l.id as letter_id, null::bigint as signature_id from letters l
      where l.supporter_id = ${supporterId} and l.dispatch_id is not null
      union all
      select n.dispatch_id, null, n.signature_id from letter_names n join signatures g on g.id = n.signature_id
      where g.supporter_id = ${supporterId}) held
    join letter_parts p on p.dispatch_id = held.dispatch_id
      and (held.letter_id = any (p.letter_ids) or held.signature_id = any (p.signature_ids))
    join deliveries d on d.letter_part_id = p.id and d.transport = 'file'`);
  return rows.map(({ publicId }) => publicId);
}
