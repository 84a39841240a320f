import { type SQL, sql } from "drizzle-orm";
import type { LetterPublication, LetterRole, LetterState } from "#app/domain/entries/letters/letter.ts";
import { isOnHold } from "#app/domain/entries/letters/list/list-letters.server.ts";
import type { HoldReason } from "#app/domain/screening/reasons.ts";
import type { DbOrTx } from "#db/index.ts";
import { isDeliverable, mayReview, type OnLetter, seenMark } from "./moderate-letter.server.ts";
import type { ModerationKind, ReportReason } from "./moderation.ts";

/** Few, because each is read in full. */
const lettersAPage = 10;

export type WaitingLetter = {
  publicId: string;
  /** Posted with a decision, to prove which version was read. */
  seen: string;
  name: string;
  country: string;
  role: LetterRole | null;
  locale: string;
  body: string;
  state: LetterState;
  publication: LetterPublication;
  display: "anonymous" | "initials" | "public";
  held: boolean;
  heldReason: HoldReason | null;
  links: number;
  templateSimilarity: number | null;
  nearestSimilarity: number | null;
  nearestLetter: string | null;
  /** ISO 8601. */
  confirmedAt: string;
  /** Handed over, or about to be: it can no longer be refused. */
  handedOver: boolean;
  reports: { reason: ReportReason; count: number }[];
};

const open = sql`exists (select 1 from letter_reports r where r.letter_id = l.id and r.settled_at is null)`;

const conditionOf: Record<ModerationKind, SQL> = {
  held: isOnHold,
  awaiting: sql`l.publication = 'awaiting' and not (${isOnHold})`,
  reported: open,
};

type Scope = OnLetter["scope"];
export type QueueCursor = { side: "after" | "before"; than: string };

const ofCampaign = (scope: Scope, kind: ModerationKind) =>
  sql`l.campaign_id = ${scope.campaignId} and ${isDeliverable} and ${conditionOf[kind]}
    and ${mayReview(scope)}`;

/** Lists one kind of what waits, oldest first, as keyset pages by row id. */
export async function listModeration(
  db: DbOrTx,
  scope: Scope,
  kind: ModerationKind,
  cursor: QueueCursor | null,
): Promise<{ letters: WaitingLetter[]; before: string | null; after: string | null }> {
  const backwards = cursor?.side === "before";
  const than =
    cursor &&
    sql`(select id from letters where public_id = ${cursor.than} and campaign_id = ${scope.campaignId})`;
  const place = than === null ? sql`true` : backwards ? sql`l.id < ${than}` : sql`l.id > ${than}`;
  const rows = await db.execute<WaitingLetter>(sql`
    select l.public_id as "publicId", ${seenMark} as seen, p.name, p.country, l.role, l.locale, l.body,
      l.state, l.publication, l.display, (${isOnHold}) as held, l.hold_reason as "heldReason", l.links,
      l.template_similarity::float8 as "templateSimilarity",
      l.nearest_similarity::float8 as "nearestSimilarity",
      (select n.public_id from letters n
        where n.id = l.nearest_letter_id and n.campaign_id = l.campaign_id) as "nearestLetter",
      l.confirmed_at as "confirmedAt", l.handed_over_at is not null
        or l.state not in ('confirmed', 'queued') as "handedOver",
      coalesce((select json_agg(json_build_object('reason', reason, 'count', n) order by n desc, reason)
        from (
        select reason, count(*) as n from letter_reports r
        where r.letter_id = l.id and r.settled_at is null group by reason) r), '[]') as reports
    from letters l join supporters p on p.id = l.supporter_id
    where ${ofCampaign(scope, kind)} and ${place}
    order by l.id ${backwards ? sql`desc` : sql`asc`} limit ${lettersAPage + 1}`);

  const more = rows.length > lettersAPage;
  const letters = rows
    .slice(0, lettersAPage)
    .map((row) => ({ ...row, confirmedAt: new Date(row.confirmedAt).toISOString() }));
  if (backwards) letters.reverse();
  const first = letters[0]?.publicId ?? null;
  const last = letters.at(-1)?.publicId ?? null;
  return {
    letters,
    before: (backwards ? more : cursor !== null) ? first : null,
    after: backwards || more ? last : null,
  };
}

/** Counts waiting letters by kind; a letter may be of two. */
export async function countModeration(db: DbOrTx, scope: Scope): Promise<Record<ModerationKind, number>> {
  const many = (kind: ModerationKind) =>
    sql`(select count(*)::int from letters l where ${ofCampaign(scope, kind)})`;
  const [row] = await db.execute<Record<ModerationKind, number>>(sql`
    select ${many("held")} as held, ${many("awaiting")} as awaiting, ${many("reported")} as reported`);
  return row ?? { held: 0, awaiting: 0, reported: 0 };
}
