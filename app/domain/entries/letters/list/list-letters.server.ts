import { type SQL, sql } from "drizzle-orm";
import { type ListSource, pagesOf } from "#app/domain/base/list.server.ts";
import type { LetterState } from "#app/domain/entries/letters/letter.ts";
import { searchByPerson } from "#app/domain/entries/search-by-person.server.ts";
import { type ListScope, maySeeNames } from "#app/domain/entries/signatures/list-signatures.server.ts";
import type { Db, DbOrTx } from "#db/index.ts";
import {
  type LetterFilter,
  type Likeness,
  type ListedLetter,
  letterFilters,
  likenessBounds,
} from "./letter-list.ts";

/** True of a letter `l` that waits for an organizer's look. */
export const isOnHold = sql`l.hold_reason is not null and l.moderated_at is null`;

const likeness = sql`greatest(l.template_similarity, l.nearest_similarity)`;
const conditionOf: Record<Likeness, SQL> = {
  own: sql`${likeness} < ${likenessBounds.own}`,
  mixed: sql`${likeness} >= ${likenessBounds.own} and ${likeness} < ${likenessBounds.alike}`,
  alike: sql`${likeness} >= ${likenessBounds.alike}`,
  unscored: sql`${likeness} is null`,
};

export const letterSource: ListSource<ListScope, ListedLetter, typeof letterFilters> = {
  table: sql`letters`,
  row: sql`l`,
  person: sql`p`,
  columns: sql`
    l.public_id as "publicId", l.created_at as "writtenAt", p.name, p.email, p.country, l.state, l.locale,
    l.role, l.template_similarity::float8 as "templateSimilarity",
    l.nearest_similarity::float8 as "nearestSimilarity", l.links,
    l.hold_reason as "heldReason", (${isOnHold}) as held, l.publication,
    l.shares_enc is not null as "tellsShares",
    (select d.number from letter_dispatches d where d.id = l.dispatch_id) as dispatch,
    case when exists (select from campaign_companies o where o.campaign_id = l.campaign_id and o.place > 1)
      then (select t.name from targets t where t.id = l.company_id) end as "toCompany"`,
  time: sql`created_at`,
  of: ({ campaignId }) => sql`l.campaign_id = ${campaignId}`,
  allowed: maySeeNames,
  where: {
    state: (state) => sql`l.state = ${state}`,
    onHold: () => isOnHold,
    likeness: (likeness) => conditionOf[likeness],
    role: (role) => sql`l.role = ${role}`,
    locale: (locale) => sql`l.locale = ${locale}`,
    company: (company) => sql`l.company_id = (select c.id from targets c where c.slug = ${company})`,
  },
  toRow: ({ toCompany, ...row }) => ({
    ...row,
    ...(toCompany && { toCompany }),
    writtenAt: new Date(row.writtenAt).toISOString(),
  }),
};

export const listLetters = pagesOf("letters", letterSource);

export const letterList = {
  name: "letters" as const,
  filters: letterFilters,
  page: listLetters,
  noted: ({ state }: LetterFilter) => ({ state }),
};

/** Finds letters of a campaign by a part of their writer's address or name. */
export const searchLetters = searchByPerson("letters", letterSource);

export type LetterCounts = Record<LetterState, number> & {
  /** Letters handed over whose writers were erased since. */
  erased: number;
  /** Of the withdrawn ones: those that turned out to have been handed over before. */
  withdrawnAfter: number;
  /** Letters in any state whose writers say they sent them themselves. */
  selfSent: number;
};

/**
 * Counts the letters in each state, of a campaign or to one company: the sum of counters, never a count of
 * all rows.
 */
export async function countLetters(
  db: DbOrTx,
  campaignId: number,
  companyId?: number,
): Promise<LetterCounts> {
  const toCompany = companyId === undefined ? sql`` : sql`and company_id = ${companyId}`;
  const [row] = await db.execute<LetterCounts>(sql`
    select coalesce(sum(email_pending), 0)::int as email_pending,
      coalesce(sum(confirmed), 0)::int as confirmed, coalesce(sum(queued), 0)::int as queued,
      coalesce(sum(filed), 0)::int as filed, coalesce(sum(sent), 0)::int as sent,
      coalesce(sum(accepted), 0)::int as accepted, coalesce(sum(bounced), 0)::int as bounced,
      coalesce(sum(unknown), 0)::int as unknown, coalesce(sum(withdrawn), 0)::int as withdrawn,
      coalesce(sum(refused), 0)::int as refused, coalesce(sum(erased), 0)::int as erased,
      coalesce(sum(self_sent), 0)::int as "selfSent",
      (select count(*)::int from letters l where l.campaign_id = ${campaignId} and l.state = 'withdrawn'
        and l.handed_over_at is not null ${toCompany}) as "withdrawnAfter"
    from letter_counts where campaign_id = ${campaignId} ${toCompany}`);
  if (!row) throw new Error("a sum has one row");
  return row;
}

/** Counts confirmed letters neither withdrawn nor refused. */
export const confirmedOf = ({
  confirmed,
  queued,
  filed,
  sent,
  accepted,
  bounced,
  unknown,
  erased,
}: LetterCounts) => confirmed + queued + filed + sent + accepted + bounced + unknown + erased;

/** Counts letters on hold, by an index that holds no others. */
export async function countLettersOnHold(db: Db, campaignId: number): Promise<number> {
  const [row] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from letters l where l.campaign_id = ${campaignId} and ${isOnHold}`);
  return row?.n ?? 0;
}
