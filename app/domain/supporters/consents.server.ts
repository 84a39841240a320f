import { sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { type ConsentPurpose, isOfCompany } from "./consent.ts";

type Consenting = {
  supporterId: number;
  campaignId: number;
  /** For consents given to one company. Without it: grants for the first, revokes for all. */
  companyId?: number | undefined;
  textVersion: string;
  locale: string;
  granted: readonly ConsentPurpose[];
  /** What the form asked about: those not granted are revoked. */
  asked: readonly ConsentPurpose[];
  /** True where the text shown covers more than the version consented to: then the consent is renewed. */
  renew?: boolean;
};

type NameTo = Pick<Consenting, "supporterId" | "campaignId" | "textVersion" | "locale"> & {
  companyIds: readonly number[];
};

/** Brings the companies that get somebody's name to these. */
export async function setNameTo(tx: Tx, consenting: NameTo, now: Date): Promise<void> {
  const { supporterId, campaignId, companyIds, ...terms } = consenting;
  await revokeNameTo(tx, { supporterId, campaignId, except: companyIds }, now);
  for (const companyId of companyIds) {
    const granted = ["deliver_to_company"] as const;
    await setConsents(tx, { supporterId, campaignId, companyId, ...terms, granted, asked: [] }, now);
  }
}

/** Revokes that companies get somebody's name, but for these. */
export async function revokeNameTo(
  tx: Tx,
  {
    supporterId,
    campaignId,
    except,
  }: { supporterId: number; campaignId: number; except: NameTo["companyIds"] },
  now: Date,
): Promise<void> {
  await tx.execute(sql`
    update consents set revoked_at = greatest(${now.toISOString()}::timestamptz, granted_at)
    where supporter_id = ${supporterId} and campaign_id = ${campaignId} and revoked_at is null
      and purpose = 'deliver_to_company' and company_id <> all (${sql.param([...except])}::int[])`);
}

/**
 * Brings the consents in force to what was ticked: rows are added or revoked, never changed. Nothing is
 * granted for a company that the campaign is not about: it was removed while a form was on its way.
 */
export async function setConsents(tx: Tx, consenting: Consenting, now: Date): Promise<void> {
  const { supporterId, campaignId, companyId, textVersion, locale, granted, asked, renew } = consenting;
  const at = now.toISOString();
  const revoked = asked.filter((purpose) => !granted.includes(purpose));

  if (revoked.length) {
    await tx.execute(sql`
      update consents set revoked_at = greatest(${at}::timestamptz, granted_at)
      where supporter_id = ${supporterId} and campaign_id = ${campaignId} and revoked_at is null
        and purpose in ${revoked}
        and (${companyId ?? null}::int is null or company_id is null or company_id = ${companyId ?? null})`);
  }
  if (granted.includes("public_name") && renew) {
    await tx.execute(sql`
      update consents set revoked_at = greatest(${at}::timestamptz, granted_at)
      where supporter_id = ${supporterId} and campaign_id = ${campaignId} and revoked_at is null
        and purpose = 'public_name' and text_version <> ${textVersion}`);
  }
  for (const purpose of granted) {
    const company = sql`${isOfCompany(purpose) ? (companyId ?? null) : null}::int`;
    await tx.execute(sql`
      insert into consents (supporter_id, campaign_id, purpose, company_id, text_version, locale, granted_at)
      select ${supporterId}, ${campaignId}, ${purpose}::consent_purpose, ${company}, ${textVersion}, ${locale},
        ${at}::timestamptz
      where ${company} is null or exists (select from campaign_companies o
        where o.campaign_id = ${campaignId} and o.company_id = ${company})
      on conflict (supporter_id, campaign_id, purpose, coalesce(company_id, 0)) where revoked_at is null
      do nothing`);
  }
}

/**
 * Ends the consent to get updates of the campaign whose update this email was, or of a reader, and nothing
 * else. One entry in the log when a consent was in force, none however often it is asked again; it names
 * nobody.
 *
 * `not-subscribed`: nothing was in force, or person or email are gone.
 */
export async function unsubscribe(
  db: Db,
  of: string | { supporterId: number; campaignId: number },
  now = new Date(),
): Promise<{ outcome: "unsubscribed" | "not-subscribed" }> {
  return db.transaction(async (tx) => {
    const reader =
      typeof of === "string"
        ? sql`(select supporter_id, campaign_id from outbox where public_id = ${of} and template = 'update')`
        : sql`(select ${of.supporterId}::bigint as supporter_id, ${of.campaignId}::int as campaign_id)`;
    const [revoked] = await tx.execute<{ campaignId: number }>(sql`
      update consents a set revoked_at = greatest(${now.toISOString()}::timestamptz, a.granted_at)
      from ${reader} d
      where a.supporter_id = d.supporter_id and a.campaign_id = d.campaign_id
        and a.purpose = 'updates' and a.revoked_at is null
      returning a.campaign_id as "campaignId"`);
    if (!revoked) return { outcome: "not-subscribed" };

    const { campaignId } = revoked;
    await recordAudit(
      tx,
      { actor: "supporter", action: "unsubscribed", campaignId, subject: null, detail: {} },
      now,
    );
    return { outcome: "unsubscribed" };
  });
}
