import { sql } from "drizzle-orm";
import type { Tx } from "#db/index.ts";

/** Lists emails to a company, by public id, kept as files here with this person's letter or name. */
export async function listFilesHolding(tx: Tx, supporterId: number): Promise<string[]> {
  const rows = await tx.execute<{ publicId: string }>(sql`
    select d.public_id as "publicId"
    from (
      select p.id from letters l join letter_parts p on p.dispatch_id = l.dispatch_id
        and l.id = any (p.letter_ids)
      where l.supporter_id = ${supporterId}
      union
      select p.id from signatures g join letter_names n on n.signature_id = g.id
      join letter_parts p on p.dispatch_id = n.dispatch_id and g.id = any (p.signature_ids)
      where g.supporter_id = ${supporterId}
      union
      select b.part_id from returned_letters b join letters l on l.id = b.letter_id
      where l.supporter_id = ${supporterId}
      union
      select b.part_id from returned_names b join signatures g on g.id = b.signature_id
      where g.supporter_id = ${supporterId}) p
    join outbox d on d.letter_part_id = p.id and d.transport = 'file'`);
  return rows.map(({ publicId }) => publicId);
}
