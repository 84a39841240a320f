import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import type { OrganizerRight } from "#app/domain/access/organizer.ts";
import type { OfCompany } from "#app/domain/campaign/company-of.server.ts";
import { actorOf } from "#app/domain/record/record.server.ts";
import { isUuid } from "#app/lib/uuid.ts";
import type { Tx } from "#db/index.ts";

/** A campaign's recipient, and the organizer who acts on it; null: the operator. */
export type OnRecipient = { scope: OfCompany & { organizerId: string | null }; publicId: string };

export type LockedRecipient = {
  id: number;
  companyId: number;
  name: string;
  email: string;
  postalAddress: string | null;
  perDay: number;
  isVerified: boolean;
  isRetired: boolean;
  isOpen: boolean;
};

/**
 * Locks a recipient until the transaction ends. Null when the campaign has none with this id, or the
 * organizer lacks the right.
 */
export async function lockRecipient(
  tx: Tx,
  { scope: { campaignId, organizerId }, publicId }: OnRecipient,
  right: OrganizerRight,
): Promise<LockedRecipient | null> {
  if (!isUuid(publicId)) return null;
  const [row] = await tx.execute<LockedRecipient>(sql`
    select id::float8 as id, company_id as "companyId", name, email, postal_address as "postalAddress",
      per_day as "perDay",
      verified_at is not null as "isVerified", retired_at is not null as "isRetired",
      opened_at is not null as "isOpen"
    from letter_recipients
    where campaign_id = ${campaignId} and public_id = ${publicId}
      and ${mayAct(actorOf(organizerId), campaignId, right)}
    for update`);
  return row ?? null;
}

/** Serializes changes to a campaign's recipient addresses until the transaction ends. */
export const lockAddresses = (tx: Tx, campaignId: number) =>
  tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('letter-recipient-addresses', ${campaignId}))`,
  );

/** Fingerprints the addresses of a recipient, which somebody verifies and a change unverifies. */
export const markOfAddress = ({ email, postalAddress }: Pick<LockedRecipient, "email" | "postalAddress">) =>
  createHash("sha256")
    .update(JSON.stringify([email, postalAddress]))
    .digest("base64url")
    .slice(0, 22);
