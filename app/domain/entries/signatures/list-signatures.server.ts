import { sql } from "drizzle-orm";
import { holds } from "#app/domain/access/holds.server.ts";
import type { Db } from "#db/index.ts";
import type { SignatureState } from "./signature.ts";

/** Signatures on one page of the list. */
const signaturesAPage = 50;

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
 * Whose list it is, for whom: both stand in the WHERE clause of every query. Without an organizer it is the operator, who
 * may see all.
 */
export type ListScope = { campaignId: number; organizerId: string | null };

export type ListFilter = {
  /** Null: every state. */
  state: SignatureState | null;
  /** Days in UTC, `YYYY-MM-DD`, both included. */
  from: string | null;
  to: string | null;
  /** The public id of the row that the page stands before (newer) or after (older). */
  cursor: { side: "newer" | "older"; than: string } | null;
};

export type SignaturePage = {
  signatures: ListedSignature[];
  /** The row to page on from, where there is more on that side. */
  newer: string | null;
  older: string | null;
};

export type SignatureRow = {
  public_id: string;
  signed_at: string;
  name: string;
  email: string;
  country: string;
  postal_code: string | null;
  state: SignatureState;
  source: string | null;
};

export const listedColumns = sql`
  s.public_id, s.signed_at, p.name, p.email, p.country, p.postal_code, s.state, s.source`;

export const toListed = (row: SignatureRow): ListedSignature => ({
  publicId: row.public_id,
  signedAt: new Date(row.signed_at).toISOString(),
  name: row.name,
  email: row.email,
  country: row.country,
  postalCode: row.postal_code,
  state: row.state,
  source: row.source,
});

/** True for organizers of the campaign who may see names, and for the operator; a condition that the database checks once a query. */
export const maySeeNames = ({ campaignId, organizerId }: ListScope) =>
  organizerId === null
    ? sql`true`
    : sql`exists (select 1 from campaign_organizers
    where campaign_id = ${campaignId} and organizer_id = ${organizerId} and ${holds("view-names")})`;

/**
 * One page of signatures, newest first. Pages are found by the time and id of a row, never by counting
 * rows off, so the last page of a million costs what the first does (an index on each order).
 */
export async function listSignatures(db: Db, scope: ListScope, filter: ListFilter): Promise<SignaturePage> {
  const { state, from, to, cursor } = filter;
  const upwards = cursor?.side === "newer";
  const conditions = [sql`s.campaign_id = ${scope.campaignId}`, maySeeNames(scope)];
  if (state) conditions.push(sql`s.state = ${state}`);
  if (from) conditions.push(sql`s.signed_at >= ${from}::timestamp at time zone 'UTC'`);
  if (to) conditions.push(sql`s.signed_at < (${to}::timestamp + interval '1 day') at time zone 'UTC'`);
  if (cursor) {
    const than = sql`(select signed_at, id from signatures
      where public_id = ${cursor.than} and campaign_id = ${scope.campaignId})`;
    conditions.push(upwards ? sql`(s.signed_at, s.id) > ${than}` : sql`(s.signed_at, s.id) < ${than}`);
  }
  const order = upwards ? sql`s.signed_at, s.id` : sql`s.signed_at desc, s.id desc`;
  const rows = await db.execute<SignatureRow>(sql`
    select ${listedColumns}
    from (
      select * from signatures s where ${sql.join(conditions, sql` and `)}
      order by ${order} limit ${signaturesAPage + 1}
    ) s join supporters p on p.id = s.supporter_id
    order by ${order}`);

  const more = rows.length > signaturesAPage;
  const signatures = rows.slice(0, signaturesAPage).map(toListed);
  if (upwards) signatures.reverse();
  const first = signatures[0]?.publicId ?? null;
  const last = signatures.at(-1)?.publicId ?? null;
  return {
    signatures,
    newer: (upwards ? more : cursor !== null) ? first : null,
    older: upwards || more ? last : null,
  };
}

/** How many signatures there are in each state: the sum of 16 counters, never a count of rows. */
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
