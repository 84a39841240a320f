import { eq, sql } from "drizzle-orm";
import { rightsThatNeedSecond } from "#app/domain/access/organizer.ts";
import type { DbOrTx } from "#db/index.ts";
import { organizers } from "#db/schema/index.ts";
import { listPasskeys } from "./passkeys.server.ts";

/** Lists someone's proofs of identity besides an emailed code. */
export async function listSecondFactors(db: DbOrTx, organizerId: string) {
  const [row] = await db
    .select({ totpSince: organizers.totpSince })
    .from(organizers)
    .where(eq(organizers.id, organizerId));
  return { totpSince: row?.totpSince ?? null, passkeys: await listPasskeys(db, organizerId) };
}

export async function hasSecondFactor(db: DbOrTx, organizerId: string): Promise<boolean> {
  const { totpSince, passkeys } = await listSecondFactors(db, organizerId);
  return totpSince !== null || passkeys.length > 0;
}

/** True for owners and all who may export, in any campaign. */
export async function mustHaveSecond(db: DbOrTx, organizerId: string): Promise<boolean> {
  const [must] = await db.execute(sql`
    select 1 from campaign_organizers where organizer_id = ${organizerId}
      and (role = 'owner' or rights && ${sql.param([...rightsThatNeedSecond])}::text[])`);
  return must !== undefined;
}

/** True for who neither has nor needs a second factor. For others an emailed code proves nothing. */
export const mayProveByMail = async (db: DbOrTx, organizerId: string) =>
  !(await hasSecondFactor(db, organizerId)) && !(await mustHaveSecond(db, organizerId));
