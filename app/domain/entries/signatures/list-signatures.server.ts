import { sql } from "drizzle-orm";
import { hasRight } from "#app/domain/access/has-right.server.ts";
import { type ListSource, pagesOf, since, until } from "#app/domain/base/list.server.ts";
import type { Chosen } from "#app/domain/base/list.ts";
import type { Db } from "#db/index.ts";
import type { SignatureState } from "./signature.ts";
import { type ListedSignature, signatureFilters } from "./signature-list.ts";

/**
 * Campaign and reader of a list: both are in the WHERE clause of every query. `organizerId` null: the
 * operator, who may see all.
 */
export type ListScope = { campaignId: number; organizerId: string | null };

/** Builds a condition: the operator, or an organizer who may see names. Checked once a query. */
export const maySeeNames = ({ campaignId, organizerId }: ListScope) =>
  organizerId === null
    ? sql`true`
    : sql`exists (select 1 from campaign_organizers
    where campaign_id = ${campaignId} and organizer_id = ${organizerId} and ${hasRight("view-names")})`;

export const signatureSource: ListSource<ListScope, ListedSignature, typeof signatureFilters> = {
  table: sql`signatures`,
  row: sql`s`,
  person: sql`p`,
  columns: sql`
    s.public_id as "publicId", s.signed_at as "signedAt", p.name, p.email, p.country,
    p.postal_code as "postalCode", s.state, s.source`,
  time: sql`signed_at`,
  of: ({ campaignId }) => sql`s.campaign_id = ${campaignId}`,
  allowed: maySeeNames,
  where: {
    state: (state) => sql`s.state = ${state}`,
    from: since(sql`s.signed_at`),
    to: until(sql`s.signed_at`),
  },
  toRow: (row) => ({ ...row, signedAt: new Date(row.signedAt).toISOString() }),
};

export const listSignatures = pagesOf("signatures", signatureSource);

export const signatureList = {
  name: "signatures" as const,
  filters: signatureFilters,
  page: listSignatures,
  noted: ({ state, from, to }: Chosen<typeof signatureFilters>) => ({ state, from, to }),
};

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
