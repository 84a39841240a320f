import { sql } from "drizzle-orm";
import { initialsOf } from "#app/domain/entries/letters/published/public-letter.ts";
import { isUuid } from "#app/lib/uuid.ts";
import type { DbOrTx } from "#db/index.ts";
import type { ListedName, NamePage } from "./listed-name.ts";

export const namesPerPage = 100;

export type NameRow = { publicId: string; name: string; display: string; country: string };

/** Replaces the full name of those who chose initials. */
export const asListed = ({ display, name, ...row }: NameRow): ListedName => ({
  ...row,
  name: display === "public" ? name : initialsOf(name),
});

/**
 * Lists a page of public signers, newest first: their signature counts, they chose to be shown under a text
 * that mentions this list, that consent is in force, and their name was screened and is neither hidden nor on
 * hold. `after` may have left the list since; null if it is no signature of this campaign.
 */
export async function listSigners(
  db: DbOrTx,
  campaignId: number,
  after: string | null = null,
  most = namesPerPage,
): Promise<NamePage | null> {
  const place = after === null ? null : await findPlace(db, campaignId, after);
  if (after !== null && !place) return null;
  const older = place
    ? sql`and (s.confirmed_at, s.id) < (${place.at}::timestamptz, ${place.id}::bigint)`
    : sql``;
  const rows = await db.execute<NameRow>(sql`
    select s.public_id as "publicId", p.name, s.display::text as display, p.country
    from signatures s join supporters p on p.id = s.supporter_id
    where s.campaign_id = ${campaignId} and s.listed and s.state = 'confirmed'
      and s.display <> 'anonymous' ${older}
      and exists (select from consents c where c.supporter_id = s.supporter_id
        and c.campaign_id = s.campaign_id
        and c.purpose = 'public_name' and c.revoked_at is null and c.import_id is null)
      and not exists (select from names_awaiting_review n where n.signature_id = s.id)
      and not exists (select from name_reviews n where n.signature_id = s.id and n.state <> 'kept')
    order by s.confirmed_at desc, s.id desc limit ${most + 1}`);
  const names = rows.slice(0, most).map(asListed);
  return { names, older: rows.length > most ? (names.at(-1)?.publicId ?? null) : null };
}

async function findPlace(db: DbOrTx, campaignId: number, publicId: string) {
  if (!isUuid(publicId)) return null;
  const [place] = await db.execute<{ at: string; id: string }>(sql`
    select confirmed_at::text as at, id::text from signatures
    where public_id = ${publicId} and campaign_id = ${campaignId} and confirmed_at is not null`);
  return place ?? null;
}
