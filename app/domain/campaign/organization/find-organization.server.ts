import { eq, sql } from "drizzle-orm";
import type { OrganizationDetails } from "#app/domain/campaign/campaign.ts";
import type { SendingDetails } from "#app/domain/campaign/opening/readiness.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { campaigns } from "#db/schema/index.ts";

/** Finds who runs a campaign, drafts included. */
export async function findOrganization(db: DbOrTx, campaignId: number): Promise<OrganizationDetails | null> {
  const { operator, postalAddress, contactEmail, privacyContact, fundingLine } = campaigns;
  const [row] = await db
    .select({ operator, postalAddress, contactEmail, privacyContact, fundingLine })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  return row ?? null;
}

/** What is to be sent: the campaign wrote part of it. */
type Sent = { updateId?: number; dispatchId?: number; noticeId?: number };

/** Reads who runs a campaign, how its emails are signed and what it says itself, as they are now. */
export async function readSendingDetails(
  db: DbOrTx,
  campaignId: number,
  of: Sent = {},
): Promise<SendingDetails> {
  const { operator, postalAddress, contactEmail, privacyContact, fundingLine } = campaigns;
  const { senderName, senderAddress, replyTo } = campaigns;
  const [row] = await db
    .select({
      title: campaigns.title,
      operator,
      postalAddress,
      contactEmail,
      privacyContact,
      fundingLine,
      senderName,
      senderAddress,
      replyTo,
    })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  if (!row) throw new Error("there is no such campaign");
  return { ...row, own: await readOwnWords(db, of) };
}

/** Returns what a campaign wrote itself in what is sent: no words of a supporter. */
async function readOwnWords(db: DbOrTx, { updateId, dispatchId, noticeId }: Sent): Promise<string[]> {
  const rows = await db.execute<{ words: string | null }>(sql`
    select unnest(array[subject, greeting, body]) as words from update_texts
      where update_id = ${updateId ?? null}
    union all select unnest(array[subject, body]) from letter_dispatches where id = ${dispatchId ?? null}
    union all select change from petition_notices where id = ${noticeId ?? null}`);
  return rows.flatMap(({ words }) => words ?? []);
}
