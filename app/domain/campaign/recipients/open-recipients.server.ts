import { type SQL, sql } from "drizzle-orm";
import { companyOf, type OfCompany } from "#app/domain/campaign/company-of.server.ts";
import { isUuid } from "#app/lib/uuid.ts";
import type { DbOrTx } from "#db/index.ts";

/** A verified recipient that writers can choose. */
export type OpenRecipient = {
  id: number;
  publicId: string;
  name: string;
  email: string;
  postalAddress: string | null;
};

/** Matches where the company has a recipient `r` that is verified and not retired. */
export const hasOffice = (of: { campaignId: SQL | number; companyId: SQL }, ...more: SQL[]) => sql`exists (
  select from letter_recipients r where r.campaign_id = ${of.campaignId} and r.company_id = ${of.companyId}
    and r.verified_at is not null and r.retired_at is null
    ${sql.join(more.map((also) => sql` and ${also}`))})`;

/** Lists a campaign's open recipients at a company, the default first. */
export async function listOpenRecipients(db: DbOrTx, of: OfCompany): Promise<OpenRecipient[]> {
  const rows = await db.execute<OpenRecipient>(sql`
    select id::float8 as id, public_id as "publicId", name, email, postal_address as "postalAddress"
    from letter_recipients where campaign_id = ${of.campaignId}
      and company_id = ${companyOf(of)} and opened_at is not null
    order by opened_at, id`);
  return [...rows];
}

/**
 * Finds whom a letter is for that names `publicId`, or nobody. Null: nobody is named, and there is at most
 * one recipient to choose. `closed`: the campaign has no open one under this id.
 */
export async function chooseRecipient(
  db: DbOrTx,
  of: OfCompany,
  publicId: string | undefined,
): Promise<{ recipientId: number | null } | "closed"> {
  const open = await listOpenRecipients(db, of);
  if (!publicId) return { recipientId: open.length > 1 ? (open[0]?.id ?? null) : null };
  const chosen = isUuid(publicId) ? open.find((one) => one.publicId === publicId) : undefined;
  return chosen ? { recipientId: chosen.id } : "closed";
}

/** Condition: the writer of letter `l` chose a recipient that is open. */
const choseOpen = (l: SQL) => sql`exists (select from letter_recipients o
  where o.id = ${l}.recipient_id and o.opened_at is not null)`;

/** The recipient of letter `l` if its writer chose no open one; null: none is open. */
const defaultFor = (l: SQL) => sql`(select f.id from letter_recipients f
  where f.campaign_id = ${l}.campaign_id and f.company_id = ${l}.company_id and f.opened_at is not null
  order by f.opened_at, f.id limit 1)`;

/**
 * Condition: letter `l` goes to recipient `r`. The chosen one, while it is open; other letters go to the
 * default, or to a recipient that is not open but that an organizer sends a dispatch to.
 */
export const letterIsFor = sql`case when ${choseOpen(sql`l`)} then l.recipient_id = r.id
  else r.opened_at is null or r.id = ${defaultFor(sql`l`)} end`;

/**
 * Matches letter `l` if it goes to a recipient its writer chose over the default, and to nobody else at the
 * company. What is handed over in person goes to the default.
 */
export const letterIsForAnother = (l: SQL) =>
  sql`(${choseOpen(l)} and ${l}.recipient_id <> ${defaultFor(l)})`;

/**
 * Condition: recipient `r`'s next dispatch waits for dispatch `x`. If several recipients are open, each has
 * its own schedule.
 */
export const sharesCalendar = sql`(x.recipient_id = r.id or (select count(*) from letter_recipients f
  where f.campaign_id = r.campaign_id and f.company_id = r.company_id and f.opened_at is not null) < 2)`;
