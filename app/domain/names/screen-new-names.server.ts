import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { CommentReason, NameReason } from "#app/domain/screening/reasons.ts";
import { screenComment, screenName } from "#app/domain/screening/screen.server.ts";
import type { Db, Tx } from "#db/index.ts";
import type { NameReviewState } from "./name-review.ts";
import { readable } from "./readable.server.ts";

/** Names screened in one transaction. */
const atOnce = 1000;

type ScreenOptions = { now?: Date; stop?: AbortSignal };

/**
 * Screens every name, and its comment, that is new or changed, in pieces, and queues what looks wrong for an
 * organizer, with each comment to be shown. A decided name is only screened again if it changed. Returns how
 * many were screened. When it returns, everything that waited before was screened: it waits for other
 * workers. Safe with concurrent changes of names: they wait for the next run. A changed name gets a new
 * review, so that a decision on an old page does not apply to it.
 */
export async function screenNewNames(
  db: Db,
  { now = new Date(), stop }: ScreenOptions = {},
): Promise<number> {
  let done = 0;
  let after = "0";
  const campaigns = new Set<number>();
  while (!stop?.aborted) {
    const waiting = await listWaiting(db, after);
    const last = waiting.at(-1);
    if (last === undefined) break;
    after = last.id;
    const screened = await screenAll(waiting);
    const piece = await db.transaction((tx) => screenPiece(tx, screened, now));
    for (const campaignId of piece) campaigns.add(campaignId);
    done += piece.length;
  }
  for (const campaignId of campaigns) {
    if (stop?.aborted) break;
    await db.transaction((tx) => queueRepeats(tx, campaignId, now));
  }
  return done;
}

type Waiting = {
  id: string;
  campaign: number;
  name: string;
  comment: string | null;
  watched: string[];
  state: NameReviewState | null;
  reasons: NameReason[] | null;
  sha256: Buffer | null;
};

const waitingRows = sql`
    select n.signature_id as id, s.campaign_id as campaign, p.name, s.comment, r.state, r.reasons,
      r.name_sha256 as sha256, array(select name from watched_names w where w.campaign_id = s.campaign_id
        order by w.id) as watched
    from names_awaiting_review n join signatures s on s.id = n.signature_id
    join supporters p on p.id = s.supporter_id
    left join name_reviews r on r.signature_id = s.id`;

/** The next names to screen, after this id. */
const listWaiting = (db: Db, after: string) =>
  db.execute<Waiting>(sql`
    ${waitingRows} where n.signature_id > ${after}::bigint order by n.signature_id limit ${atOnce}`);

type Screened = Pick<Waiting, "name" | "comment" | "watched"> & {
  found: readonly NameReason[];
  inComment: readonly CommentReason[];
};

async function screenAll(waiting: readonly Waiting[]): Promise<Map<string, Screened>> {
  const all = waiting.map(async ({ id, name, comment, watched }) => {
    const [found, inComment] = await Promise.all([
      screenName({ name, watched }),
      comment === null ? [] : screenComment(comment),
    ]);
    return [id, { name, comment, watched, found, inComment }] as const;
  });
  return new Map(await Promise.all(all));
}

/** True where a row still has the words that were screened. Changed rows wait for the next run. */
const isAsScreened = (row: Waiting, screened: Screened | undefined): screened is Screened =>
  screened !== undefined &&
  row.name === screened.name &&
  row.comment === screened.comment &&
  row.watched.join("\n") === screened.watched.join("\n");

/** Returns the campaign of each screened name. */
async function screenPiece(tx: Tx, screened: ReadonlyMap<string, Screened>, now: Date): Promise<number[]> {
  const ids = sql.param([...screened.keys()]);
  // Locks people first, in the order an erasure uses: reviews refer to their signatures.
  await tx.execute(sql`
    select from supporters where id in (select supporter_id from signatures where id = any (${ids}::bigint[]))
    order by id for key share`);
  const all = await tx.execute<Waiting>(sql`
    ${waitingRows} where n.signature_id = any (${ids}::bigint[])
    order by n.signature_id for update of n`);
  const rows = all.filter((row) => isAsScreened(row, screened.get(row.id)));
  if (rows.length === 0) return [];

  const screenings = rows.map((row) => ({ row, ...screenAgain(row, screened.get(row.id)?.found ?? []) }));
  const found = screenings.filter(({ outcome }) => outcome === "queue");
  const fine = screenings.filter(({ outcome }) => outcome === "fine");
  await queue(tx, found, now);
  const idsOf = (some: typeof screenings) => sql.param(some.map(({ row }) => row.id));
  await tx.execute(sql`delete from name_reviews where signature_id = any (${idsOf(fine)}::bigint[])`);
  await queueComments(
    tx,
    rows.map(({ id }) => id),
    new Map([...screened.values()].map(({ comment, inComment }) => [comment ?? "", inComment])),
    now,
  );
  await tx.execute(
    sql`delete from names_awaiting_review where signature_id = any (${idsOf(screenings)}::bigint[])`,
  );
  return rows.map(({ campaign }) => campaign);
}

type Screening = { outcome: "queue" | "fine" | "decided"; reasons: NameReason[]; nameSha256: Buffer };

/** Screens names again, but keeps decisions about unchanged names. */
function screenAgain(
  { name, state, reasons: before, sha256 }: Waiting,
  found: readonly NameReason[],
): Screening {
  const nameSha256 = createHash("sha256").update(name).digest();
  const same = sha256?.equals(nameSha256) ?? false;
  if (same && state !== "queued") return { outcome: "decided", reasons: [], nameSha256 };
  const repeated: NameReason[] = same && before?.includes("repeat") ? ["repeat"] : [];
  const reasons = [...found, ...repeated];
  return { outcome: reasons.length > 0 ? "queue" : "fine", reasons, nameSha256 };
}

async function queue(tx: Tx, found: readonly (Screening & { row: Waiting })[], now: Date): Promise<void> {
  if (found.length === 0) return;
  const at = now.toISOString();
  await tx.execute(sql`
    insert into name_reviews as r (signature_id, campaign_id, reasons, name_sha256, found_at)
    select f.id, f.campaign, string_to_array(f.reasons, ','), decode(f.sha256, 'hex'), ${at}::timestamptz
    from unnest(${sql.param(found.map(({ row }) => row.id))}::bigint[],
      ${sql.param(found.map(({ row }) => row.campaign))}::int[],
      ${sql.param(found.map(({ reasons }) => reasons.join()))}::text[],
      ${sql.param(found.map(({ nameSha256 }) => nameSha256.toString("hex")))}::text[])
        as f (id, campaign, reasons, sha256)
    on conflict (signature_id) do update set state = 'queued',
      public_id = case when r.name_sha256 = excluded.name_sha256 then r.public_id
        else gen_random_uuid() end, reasons = excluded.reasons,
      name_sha256 = excluded.name_sha256, found_at = excluded.found_at, decided_at = null,
      decided_by_id = null`);
}

/** Fewer signatures with a name are no repeat. */
const repeatsAtLeast = 5;
/** How many times more often than its parts suggest. */
const timesExpected = 10;

/**
 * Queues the signatures of a campaign whose name is there far more often than chance makes it.
 *
 * A number alone would flood the queue: of a million Americans some 140 are John Smith. So it is compared
 * with what the names of all others in the same script let expect: as many bear the first part, as many the
 * last, of all people. Ten times that is more than families and countries explain (Maria Garcia is some five
 * times as frequent as her parts say). "Zork Blort" has parts that nobody else bears, and is found at five.
 * Of a name of one word the missing second part counts as one; of Chinese and Korean names without a space
 * the first character is the family's. A name that was kept once is not asked about again.
 */
async function queueRepeats(tx: Tx, campaignId: number, now: Date): Promise<void> {
  await tx.execute(sql`
    with people as materialized (
      select s.id, p.name, ${key} as key, ${script} as script, ${firstPart} as first, ${lastPart} as last
      from signatures s join supporters p on p.id = s.supporter_id
      where s.campaign_id = ${campaignId} and s.state = 'confirmed' and exists (select from consents c
        where c.supporter_id = s.supporter_id and c.campaign_id = s.campaign_id
          and c.purpose = 'deliver_to_company' and c.revoked_at is null)),
    many as (select key, min(script) as script, min(first) as first, min(last) as last,
      count(*)::float8 as bearers
      from people group by key having count(*) >= ${repeatsAtLeast}),
    firsts as (select script, first, count(*) as bearers from people
      where first in (select first from many) group by script, first),
    lasts as (select script, last, count(*) as bearers from people
      where last in (select last from many) group by script, last),
    everybody as (select script, count(*) as people from people group by script),
    repeated as (select m.key from many m join firsts f using (script, first) join lasts l
      using (script, last)
      join everybody e using (script)
      where m.bearers > ${timesExpected} * (f.bearers - m.bearers + 1) * (l.bearers - m.bearers
        + 1) / (e.people - m.bearers + 1))
    insert into name_reviews as r (signature_id, campaign_id, reasons, name_sha256, found_at)
    select p.id, ${campaignId}, '{repeat}', sha256(convert_to(p.name, 'UTF8')),
      ${now.toISOString()}::timestamptz
    from people p join repeated using (key)
    where not exists (select from name_reviews k where k.campaign_id = ${campaignId} and k.state = 'kept'
      and 'repeat' = any (k.reasons) and k.name_sha256 = sha256(convert_to(p.name, 'UTF8')))
    order by p.id
    on conflict (signature_id) do update set reasons = r.reasons || '{repeat}'
      where r.state = 'queued' and not 'repeat' = any (r.reasons)`);
}

const key = sql.raw(`lower(btrim(regexp_replace(p.name, '[[:space:]]+', ' ', 'g')))`);
/**
 * Roughly the script of a name's first character: Latin, Chinese and Korean are one each, others by blocks of
 * 256.
 */
const script = sql`case when ascii(${key}) < 880 then 0 when ascii(${key}) between 19968 and 40959 then 1
  when ascii(${key}) between 44032 and 55203 then 2 else ascii(${key}) / 256 end`;
const withoutSpace = sql.raw(String.raw`p.name ~ '^([\u4e00-\u9fff]{2,4}|[\uac00-\ud7a3]{2,4})$'`);
const firstPart = sql`case when ${withoutSpace} then left(p.name, 1) else split_part(${key}, ' ', 1) end`;
const lastPart = sql`case when ${withoutSpace} then substr(p.name, 2)
  when strpos(${key}, ' ') = 0 then '' else split_part(${key}, ' ', -1) end`;

/**
 * Queues comments of these signatures for moderation, with what looks wrong, if others may read them. A
 * comment that was decided about is only queued again if it changed, as a new review. Comments nobody will
 * read, or that are gone, leave the queue. `reasonsOf`: what `screenComment` found in each.
 */
async function queueComments(
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
