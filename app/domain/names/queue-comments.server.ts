import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { CommentReason } from "#app/domain/screening/reasons.ts";
import type { Tx } from "#db/index.ts";
import { readable } from "./readable.server.ts";

/**
 * Queues comments of these signatures for moderation, with what looks wrong, if others may read them. A
 * comment that was decided about is only queued again if it changed, as a new review. Comments nobody will
 * read, or that are gone, leave the queue. `reasonsOf`: what `screenComment` found in each.
 */
export async function queueComments(
  tx: Tx,
  signatureIds: readonly string[],
  reasonsOf: ReadonlyMap<string, readonly CommentReason[]>,
  now: Date,
): Promise<void> {
  const ids = sql`any (${sql.param([...signatureIds])}::bigint[])`;
  const rows = await tx.execute<{ id: string; campaign: number; comment: string }>(sql`
    select s.id, s.campaign_id as campaign, s.comment from signatures s
    where s.id = ${ids} and s.comment is not null and ${readable}`);
  const list = <T>(of: (row: (typeof rows)[number]) => T) => sql.param(rows.map(of));
  await tx.execute(sql`
    delete from comment_reviews where signature_id = ${ids} and state = 'queued'
      and not signature_id = any (${list(({ id }) => id)}::bigint[])`);
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into comment_reviews as r (signature_id, campaign_id, reasons, comment_sha256, found_at)
    select f.id, f.campaign, string_to_array(f.reasons, ','), decode(f.sha256, 'hex'),
      ${now.toISOString()}::timestamptz
    from unnest(${list(({ id }) => id)}::bigint[], ${list(({ campaign }) => campaign)}::int[],
      ${list(({ comment }) => (reasonsOf.get(comment) ?? ["unscreened"]).join())}::text[],
      ${list(({ comment }) => createHash("sha256").update(comment).digest("hex"))}::text[])
        as f (id, campaign, reasons, sha256)
    on conflict (signature_id) do update set state = 'queued', public_id = gen_random_uuid(),
      reasons = excluded.reasons, comment_sha256 = excluded.comment_sha256, found_at = excluded.found_at,
      decided_at = null, decided_by_id = null
      where r.comment_sha256 <> excluded.comment_sha256`);
}
