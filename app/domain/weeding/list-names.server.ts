import { sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { type ListScope, maySeeNames } from "../organizers/list-signatures.server.ts";
import { type NameReason, type NameReviewState, nameReviewStates } from "./name-review.ts";

/** Names on one page. */
export const namesAPage = 50;

export type ListedName = {
  publicId: string;
  name: string;
  country: string;
  signedAt: string;
  reasons: NameReason[];
  state: NameReviewState;
  /** Others of the same name who wait for a decision. */
  alike: number;
  decidedBy: string | null;
  decidedAt: string | null;
};

type Row = {
  public_id: string;
  name: string;
  country: string;
  signed_at: string;
  reasons: NameReason[];
  state: NameReviewState;
  alike: number;
  decided_by: string | null;
  decided_at: string | null;
};

/** Only names that would be handed over now: of a signature `s` that counts, whose person agrees to it. */
export const stands = sql`s.state = 'confirmed' and exists (select from consents c where c.supporter_id = s.supporter_id
  and c.campaign_id = s.campaign_id and c.purpose = 'deliver_to_company' and c.revoked_at is null)`;

type Filter = { state: NameReviewState; after: string | null };

/** One page of names in one state, in the order in which they were found; `next` is the row to page on from. */
export async function listNames(
  db: Db,
  scope: ListScope,
  { state, after }: Filter,
): Promise<{ names: ListedName[]; next: string | null }> {
  const { campaignId } = scope;
  const cursor = sql`(select id from name_reviews where campaign_id = ${campaignId} and public_id = ${after})`;
  const rows = await db.execute<Row>(sql`
    select r.public_id, p.name, p.country, s.signed_at, r.reasons, r.state, o.name as decided_by, r.decided_at,
      (select count(*)::int from (select from name_reviews a where a.campaign_id = ${campaignId}
        and a.state = 'queued' and a.name_sha256 = r.name_sha256 and a.id <> r.id limit 10000) a) as alike
    from name_reviews r join signatures s on s.id = r.signature_id join supporters p on p.id = s.supporter_id
    left join organizers o on o.id = r.decided_by_id
    where r.campaign_id = ${campaignId} and r.state = ${state} and ${stands} and ${maySeeNames(scope)}
      ${after === null ? sql`` : sql`and r.id > ${cursor}`}
    order by r.id limit ${namesAPage + 1}`);
  const names = rows.slice(0, namesAPage).map(
    ({ public_id, signed_at, decided_by, decided_at, ...row }): ListedName => ({
      ...row,
      publicId: public_id,
      signedAt: new Date(signed_at).toISOString(),
      decidedBy: decided_by,
      decidedAt: decided_at && new Date(decided_at).toISOString(),
    }),
  );
  return { names, next: rows.length > namesAPage ? (names.at(-1)?.publicId ?? null) : null };
}

export type NameCounts = Record<NameReviewState, number> & {
  /** Nobody and nothing has looked at them yet. */
  unseen: number;
};

/** How many names that would be handed over stand in each state. */
export async function countNames(db: Db, { campaignId }: { campaignId: number }): Promise<NameCounts> {
  const rows = await db.execute<{ state: keyof NameCounts; names: number }>(sql`
    select r.state::text as state, count(*)::int as names
    from name_reviews r join signatures s on s.id = r.signature_id
    where r.campaign_id = ${campaignId} and ${stands} group by r.state
    union all
    select 'unseen', count(*)::int from names_to_look_at n join signatures s on s.id = n.signature_id
    where s.campaign_id = ${campaignId} and ${stands}`);
  const counts = new Map(rows.map(({ state, names }) => [state, names]));
  const of = (state: keyof NameCounts) => [state, counts.get(state) ?? 0] as const;
  return Object.fromEntries([...nameReviewStates.map(of), of("unseen")]) as NameCounts;
}
