import { eq, sql } from "drizzle-orm";
import type { OfCompany } from "#app/domain/campaign/company-of.server.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, DbOrTx, Tx } from "#db/index.ts";
import { letterRecipients } from "#db/schema/index.ts";
import { lockAddresses, lockRecipient, type OnRecipient } from "./lock-recipient.server.ts";
import { listOpenRecipients } from "./open-recipients.server.ts";

export type Opened = { outcome: "opened" | "opened-before" | "unverified" | "retired" | "gone" };

/** Lets writers choose a verified recipient. */
export async function openRecipient(db: Db, input: OnRecipient, now = new Date()): Promise<Opened> {
  const { scope } = input;
  return db.transaction(async (tx): Promise<Opened> => {
    await lockAddresses(tx, scope.campaignId);
    const recipient = await lockRecipient(tx, input, "write");
    if (!recipient) return { outcome: "gone" };
    if (recipient.isRetired) return { outcome: "retired" };
    if (!recipient.isVerified) return { outcome: "unverified" };
    if (recipient.isOpen) return { outcome: "opened-before" };
    await setOpen(tx, recipient.id, now);
    await record(tx, input, "letter-recipient-opened", {}, now);
    return { outcome: "opened" };
  });
}

export type Closed =
  | { outcome: "closed"; letters: number }
  /** `letters`: how many wait for it now; the organizer saw another number. */
  | { outcome: "more-wait"; letters: number }
  /** It is the only one, and letters must go somewhere. */
  | { outcome: "only-one" | "closed-before" | "gone" };

/**
 * Removes a recipient from the choice of writers. Waiting letters go to the default from now on; those in a
 * dispatch stay there. `seen`: how many waited, as displayed to the organizer.
 */
export async function closeRecipient(
  db: Db,
  input: OnRecipient & { seen: number },
  now = new Date(),
): Promise<Closed> {
  const { scope, publicId, seen } = input;
  const { campaignId } = scope;
  return db.transaction(async (tx): Promise<Closed> => {
    await lockAddresses(tx, campaignId);
    const recipient = await lockRecipient(tx, input, "write");
    if (!recipient) return { outcome: "gone" };
    if (!recipient.isOpen) return { outcome: "closed-before" };
    if ((await listOpenRecipients(tx, { campaignId, companyId: recipient.companyId })).length === 1)
      return { outcome: "only-one" };
    const { letters } = await readRecipientClosing(tx, campaignId, publicId);
    if (letters !== seen) return { outcome: "more-wait", letters };
    await setOpen(tx, recipient.id, null);
    await record(tx, input, "letter-recipient-closed", { letters }, now);
    return { outcome: "closed", letters };
  });
}

/** Opens a recipient that was just verified where no other is open: letters go to it. */
export async function openIfFirst(
  tx: Tx,
  { id, ...of }: Required<OfCompany> & { id: number },
  now: Date,
): Promise<void> {
  if ((await listOpenRecipients(tx, of)).length === 0) await setOpen(tx, id, now);
}

/** Reads what closing a recipient means: how many letters naming it wait and where they would go. */
export async function readRecipientClosing(
  db: DbOrTx,
  campaignId: number,
  publicId: string,
): Promise<{ letters: number; next: string | null }> {
  const [row] = await db.execute<{ companyId: number; letters: number }>(sql`
    select r.company_id as "companyId", (select count(*)::int from letters l
      where l.recipient_id = r.id and l.dispatch_id is null
        and l.state in ('email_pending', 'confirmed')) as letters
    from letter_recipients r where r.campaign_id = ${campaignId} and r.public_id = ${publicId}::uuid`);
  if (!row) return { letters: 0, next: null };
  const open = await listOpenRecipients(db, { campaignId, companyId: row.companyId });
  return { letters: row.letters, next: open.find((one) => one.publicId !== publicId)?.name ?? null };
}

const setOpen = (tx: Tx, id: number, openedAt: Date | null) =>
  tx.update(letterRecipients).set({ openedAt }).where(eq(letterRecipients.id, id));

function record(
  tx: Tx,
  { scope, publicId }: OnRecipient,
  action: "letter-recipient-opened" | "letter-recipient-closed",
  detail: Record<string, number>,
  now: Date,
) {
  const { campaignId, organizerId } = scope;
  return recordAudit(tx, { actor: actorOf(organizerId), campaignId, subject: publicId, detail, action }, now);
}
