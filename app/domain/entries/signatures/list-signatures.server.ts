import { sql } from "drizzle-orm";
import { hasRight } from "#app/domain/access/has-right.server.ts";
import { type Cursor, keyset, type Sides } from "#app/domain/base/keyset.server.ts";
import type { Db } from "#db/index.ts";
import type { SignatureState } from "./signature.ts";

export type ListedSignature = {
  publicId: string;
  signedAt: string;
  name: string;
  email: string;
  country: string;
  postalCode: string | null;
  state: SignatureState;
  source: string | null;
};

/**
 * Campaign and reader of a list: both are in the WHERE clause of every query. `organizerId` null: the
 * operator, who may see all.
 */
export type ListScope = { campaignId: number; organizerId: string | null };

export type ListFilter = {
  /** Null: every state. */
  state: SignatureState | null;
  /** Days in UTC, `YYYY-MM-DD`, both included. */
  from: string | null;
  to: string | null;
  cursor: Cursor | null;
};

export type SignaturePage = Sides & { signatures: ListedSignature[] };

/** Listed columns of a signature `s` of a supporter `p`. */
export const listedColumns = sql`
  s.public_id as "publicId", s.signed_at as "signedAt", p.name, p.email, p.country,
  p.postal_code as "postalCode", s.state, s.source`;

export const toListed = (row: ListedSignature): ListedSignature => ({
  ...row,
  signedAt: new Date(row.signedAt).toISOString(),
});

/** Builds a condition: the operator, or an organizer who may see names. Checked once a query. */
export const maySeeNames = ({ campaignId, organizerId }: ListScope) =>
  organizerId === null
    ? sql`true`
    : sql`exists (select 1 from campaign_organizers
    where campaign_id = ${campaignId} and organizer_id = ${organizerId} and ${hasRight("view-names")})`;

/** Reads one page of signatures, newest first, with an index on each order. */
export async function listSignatures(db: Db, scope: ListScope, filter: ListFilter): Promise<SignaturePage> {
  const { state, from, to, cursor } = filter;
  const { campaignId } = scope;
  const { beyond, order, limit, page } = keyset({
    cursor,
    columns: [sql`s.signed_at`, sql`s.id`],
    placeOf: (publicId) =>
      sql`(select signed_at, id from signatures
          where public_id = ${publicId} and campaign_id = ${campaignId})`,
  });
  const conditions = [sql`s.campaign_id = ${campaignId}`, maySeeNames(scope), ...beyond];
  if (state) conditions.push(sql`s.state = ${state}`);
  if (from) conditions.push(sql`s.signed_at >= ${from}::timestamp at time zone 'UTC'`);
  if (to) conditions.push(sql`s.signed_at < (${to}::timestamp + interval '1 day') at time zone 'UTC'`);
  const rows = await db.execute<ListedSignature>(sql`
    select ${listedColumns}
    from (
      select * from signatures s where ${sql.join(conditions, sql` and `)}
      order by ${order} limit ${limit}
    ) s join supporters p on p.id = s.supporter_id
    order by ${order}`);
  const { rows: signatures, ...sides } = page(rows.map(toListed), ({ publicId }) => publicId);
  return { signatures, ...sides };
}

/** Counts signatures by state: the sum of 16 counters, never a count of rows. */
export async function countSignatures(db: Db, scope: ListScope): Promise<Record<SignatureState, number>> {
  const [row] = await db.execute<Record<SignatureState, number>>(sql`
    select coalesce(sum(pending), 0)::int as pending, coalesce(sum(confirmed), 0)::int as confirmed,
      coalesce(sum(withdrawn), 0)::int as withdrawn, coalesce(sum(invalidated), 0)::int as invalidated,
      coalesce(sum(imported), 0)::int as imported,
      coalesce(sum(quarantined), 0)::int as quarantined
    from campaign_counts c
    where c.campaign_id = ${scope.campaignId}
      and exists (select 1 from campaign_organizers
        where campaign_id = ${scope.campaignId} and organizer_id = ${scope.organizerId})`);
  return row ?? { pending: 0, confirmed: 0, withdrawn: 0, invalidated: 0, imported: 0, quarantined: 0 };
}
