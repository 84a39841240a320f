import { type SQL, sql } from "drizzle-orm";
import { companyOf } from "#app/domain/campaign/company-of.server.ts";
import { isUuid } from "#app/lib/uuid.ts";
import type { Db } from "#db/index.ts";
import type { Recipient } from "./recipient.ts";

type Row = Omit<Recipient, "verified"> & {
  verifiedAt: string | null;
  verifiedBy: string | null;
  verifiedWhere: string | null;
  recordedBy: string | null;
};

const iso = (text: string) => new Date(text).toISOString();

const select = (db: Db, condition: SQL) =>
  db.execute<Row>(sql`
    select r.public_id as "publicId", r.name, r.email, r.postal_address as "postalAddress",
      r.per_day as "perDay", r.verified_at as "verifiedAt", r.verified_by as "verifiedBy",
      r.verified_where as "verifiedWhere", o.name as "recordedBy", r.retired_at as "retiredAt",
      r.opened_at as "openedAt", r.opened_at is not null and not exists (select from letter_recipients f
        where f.campaign_id = r.campaign_id and f.company_id = r.company_id and f.opened_at is not null
          and (f.opened_at, f.id) < (r.opened_at, r.id)) as "isDefault",
      (select count(*)::int from letter_dispatches d
        where d.recipient_id = r.id and d.state <> 'cancelled') as dispatches
    from letter_recipients r left join organizers o on o.id = r.verified_by_id
    where ${condition} order by r.retired_at is not null, r.id`);

const toRecipient = ({ verifiedAt, verifiedBy, verifiedWhere, recordedBy, ...row }: Row): Recipient => ({
  ...row,
  retiredAt: row.retiredAt && iso(row.retiredAt),
  openedAt: row.openedAt && iso(row.openedAt),
  verified:
    verifiedAt === null
      ? null
      : { at: iso(verifiedAt), by: verifiedBy ?? "", where: verifiedWhere ?? "", recordedBy },
});

/** Lists recipients of a company (default: the first) as they were added; retired ones at the end. */
export async function listRecipients(db: Db, campaignId: number, companyId?: number): Promise<Recipient[]> {
  const of = sql`r.campaign_id = ${campaignId} and r.company_id = ${companyOf({ campaignId, companyId })}`;
  return [...(await select(db, of))].map(toRecipient);
}

/** Finds the slug of a recipient's company. */
export async function findCompanyOfRecipient(db: Db, publicId: string): Promise<string | null> {
  const [row] = await db.execute<{ slug: string }>(sql`
    select t.slug from letter_recipients r join targets t on t.id = r.company_id
    where r.public_id = ${publicId}::uuid`);
  return row?.slug ?? null;
}

/** Finds a campaign's recipient; null when it has none under this id. */
export async function findRecipient(db: Db, campaignId: number, publicId: string): Promise<Recipient | null> {
  if (!isUuid(publicId)) return null;
  const [row] = await select(db, sql`r.campaign_id = ${campaignId} and r.public_id = ${publicId}`);
  return row ? toRecipient(row) : null;
}
