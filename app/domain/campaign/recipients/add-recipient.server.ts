import { sql } from "drizzle-orm";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import { companyOf } from "#app/domain/campaign/company-of.server.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { lockAddresses, type OnRecipient } from "./lock-recipient.server.ts";
import type { RecipientValues } from "./recipient-form.ts";

export type Added =
  | { outcome: "added"; publicId: string }
  /** The campaign has a recipient with this address. */
  | { outcome: "taken" }
  | { outcome: "gone" };

/**
 * Adds an unverified recipient at a company; by default, the first. The address of a retired one can be added
 * again, also unverified.
 */
export async function addRecipient(
  db: Db,
  { scope, values }: Pick<OnRecipient, "scope"> & { values: RecipientValues },
  now = new Date(),
): Promise<Added> {
  const { campaignId, organizerId } = scope;
  const actor = actorOf(organizerId);
  return db.transaction(async (tx) => {
    await lockAddresses(tx, campaignId);
    const [may] = await tx.execute(sql`select 1 where ${mayAct(actor, campaignId, "write")}`);
    if (!may) return { outcome: "gone" } as const;
    const [row] = await tx.execute<{ publicId: string; again: boolean }>(sql`
      insert into letter_recipients as r (campaign_id, company_id, name, email, postal_address, per_day,
        created_at)
      values (${campaignId}, ${companyOf(scope)}, ${values.name}, ${values.email},
        ${values.postalAddress}, ${values.perDay},
        ${now.toISOString()})
      on conflict (campaign_id, company_id, email)
      do update set name = excluded.name, postal_address = excluded.postal_address,
        per_day = excluded.per_day, retired_at = null,
        verified_at = null, verified_by = null, verified_by_id = null, verified_where = null
      where r.retired_at is not null
      returning public_id as "publicId", created_at < ${now.toISOString()} as again`);
    if (!row) return { outcome: "taken" } as const;
    const { publicId, again } = row;
    const entry = { actor, campaignId, subject: publicId, detail: { again } };
    await recordAudit(tx, { ...entry, action: "letter-recipient-added" }, now);
    return { outcome: "added", publicId } as const;
  });
}
