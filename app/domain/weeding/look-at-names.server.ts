import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/index.ts";
import { queueRepeats } from "./find-repeats.server.ts";
import { lookAtName } from "./look.ts";
import type { NameReason, NameReviewState } from "./name-review.ts";
import { queueComments } from "./queue-comments.server.ts";

/** Names looked at in one transaction. */
const atOnce = 1000;

type LookOptions = { now?: Date; stop?: AbortSignal };

/**
 * Looks at every name, and the comment with it, that is new or was changed since it was last looked at, piece by piece, and
 * puts what looks wrong before an organizer, and each comment that is to be shown. A name that was decided on is looked at anew only when it is another. Returns how many were
 * looked at. Safe beside other workers and beside changes of the same names: what changes meanwhile waits again. A
 * review of another name is another review: what is decided on an old page says nothing about it.
 */
export async function lookAtNames(db: Db, { now = new Date(), stop }: LookOptions = {}): Promise<number> {
  let looked = 0;
  const campaigns = new Set<number>();
  while (!stop?.aborted) {
    const piece = await db.transaction((tx) => lookAtPiece(tx, now));
    for (const campaignId of piece) campaigns.add(campaignId);
    looked += piece.length;
    if (piece.length === 0) break;
  }
  for (const campaignId of campaigns) {
    if (stop?.aborted) break;
    await db.transaction((tx) => queueRepeats(tx, campaignId, now));
  }
  return looked;
}

type Waiting = {
  id: string;
  campaign: number;
  name: string;
  watched: string[];
  state: NameReviewState | null;
  reasons: NameReason[] | null;
  sha256: Buffer | null;
};

/** The campaign of each name that was looked at. */
async function lookAtPiece(tx: Tx, now: Date): Promise<number[]> {
  const rows = await tx.execute<Waiting>(sql`
    select n.signature_id as id, s.campaign_id as campaign, p.name, r.state, r.reasons, r.name_sha256 as sha256,
      array(select name from watched_names w where w.campaign_id = s.campaign_id order by w.id) as watched
    from names_to_look_at n join signatures s on s.id = n.signature_id join supporters p on p.id = s.supporter_id
    left join name_reviews r on r.signature_id = s.id
    order by n.signature_id limit ${atOnce} for update of n skip locked`);
  if (rows.length === 0) return [];

  const looks = rows.map((row) => ({ row, ...lookAgain(row) }));
  const found = looks.filter(({ outcome }) => outcome === "queue");
  const fine = looks.filter(({ outcome }) => outcome === "fine");
  await queue(tx, found, now);
  const idsOf = (some: typeof looks) => sql.param(some.map(({ row }) => row.id));
  await tx.execute(sql`delete from name_reviews where signature_id = any (${idsOf(fine)}::bigint[])`);
  await queueComments(
    tx,
    rows.map(({ id }) => id),
    now,
  );
  await tx.execute(sql`delete from names_to_look_at where signature_id = any (${idsOf(looks)}::bigint[])`);
  return rows.map(({ campaign }) => campaign);
}

type Look = { outcome: "queue" | "fine" | "decided"; reasons: NameReason[]; nameSha256: Buffer };

/** What is to be done about a name: what was decided about the very same one stands. */
function lookAgain({ name, watched, state, reasons: before, sha256 }: Waiting): Look {
  const nameSha256 = createHash("sha256").update(name).digest();
  const same = sha256?.equals(nameSha256) ?? false;
  if (same && state !== "queued") return { outcome: "decided", reasons: [], nameSha256 };
  const repeated: NameReason[] = same && before?.includes("repeat") ? ["repeat"] : [];
  const reasons = [...lookAtName(name, watched), ...repeated];
  return { outcome: reasons.length > 0 ? "queue" : "fine", reasons, nameSha256 };
}

async function queue(tx: Tx, found: readonly (Look & { row: Waiting })[], now: Date): Promise<void> {
  if (found.length === 0) return;
  const at = now.toISOString();
  await tx.execute(sql`
    insert into name_reviews as r (signature_id, campaign_id, reasons, name_sha256, found_at)
    select f.id, f.campaign, string_to_array(f.reasons, ','), decode(f.sha256, 'hex'), ${at}::timestamptz
    from unnest(${sql.param(found.map(({ row }) => row.id))}::bigint[],
      ${sql.param(found.map(({ row }) => row.campaign))}::int[],
      ${sql.param(found.map(({ reasons }) => reasons.join()))}::text[],
      ${sql.param(found.map(({ nameSha256 }) => nameSha256.toString("hex")))}::text[]) as f (id, campaign, reasons, sha256)
    on conflict (signature_id) do update set state = 'queued',
      public_id = case when r.name_sha256 = excluded.name_sha256 then r.public_id else gen_random_uuid() end, reasons = excluded.reasons,
      name_sha256 = excluded.name_sha256, found_at = excluded.found_at, decided_at = null, decided_by_id = null`);
}
