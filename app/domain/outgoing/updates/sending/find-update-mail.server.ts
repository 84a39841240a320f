import type { Db } from "#db/index.ts";

type UpdateMail = { campaign: string; title: string; agrees: boolean; isTest: boolean };

/**
 * Finds an update's email: of which campaign, and whether its reader agrees to more. A test went to an
 * organizer, whom nothing unsubscribes. Null when the email or its reader is gone.
 */
export async function findUpdateMail(db: Db, publicId: string): Promise<UpdateMail | null> {
  const [mail] = await db.$client<UpdateMail[]>`
    select c.slug as campaign, c.title, d.template = 'update-test' as "isTest",
      d.template = 'update-test' or exists (select from consents a
        where a.supporter_id = d.supporter_id and a.campaign_id = d.campaign_id
        and a.purpose = 'updates' and a.revoked_at is null) as agrees
    from outbox d join campaigns c on c.id = d.campaign_id
    where d.public_id = ${publicId} and d.template in ('update', 'update-test')`;
  return mail ?? null;
}
