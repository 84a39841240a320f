import { type SQL, sql } from "drizzle-orm";
import { organizerAddress } from "#app/domain/access/address.ts";
import { hasRight } from "#app/domain/access/has-right.server.ts";
import { isUuid } from "#app/lib/uuid.ts";
import type { Db } from "#db/index.ts";

export type CampaignOfUpdates = { id: number; slug: string; languages: string[] };

export async function findCampaignOfUpdates(db: Db, slug: string): Promise<CampaignOfUpdates | null> {
  const [row] = await db.execute<CampaignOfUpdates>(sql`
    select id, slug, languages from campaigns where slug = ${slug}`);
  return row ?? null;
}

export async function findUpdateId(db: Db, campaignId: number, reference: string): Promise<string | null> {
  const which = asCondition(reference);
  if (which === null) return null;
  const [row] = await db.execute<{ publicId: string }>(sql`
    select public_id as "publicId" from updates where campaign_id = ${campaignId} and ${which}`);
  return row?.publicId ?? null;
}

function asCondition(reference: string): SQL | null {
  if (/^[1-9]\d{0,8}$/.test(reference)) return sql`number = ${Number(reference)}`;
  if (isUuid(reference)) return sql`public_id = ${reference}::uuid`;
  return null;
}

export async function findWriter(db: Db, campaignId: number, email: string): Promise<string | null> {
  const address = organizerAddress(email);
  const [row] = await db.execute<{ id: string }>(sql`
    select o.id from organizers o join campaign_organizers m on m.organizer_id = o.id
    where m.campaign_id = ${campaignId} and o.email = ${address} and ${hasRight("write", "m")}
      and o.activated_at is not null and o.disabled_at is null`);
  return row?.id ?? null;
}
