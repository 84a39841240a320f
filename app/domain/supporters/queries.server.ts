import { and, desc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Db, DbOrTx } from "#db/index.ts";
import { consents, supporters } from "#db/schema/index.ts";
import type { Agreement } from "./consent.ts";
import { isMailbox } from "./is-mailbox.ts";

/** Lists what somebody agrees to in a campaign: about all its companies, or about one. */
export async function listConsentsInForce(
  db: DbOrTx,
  supporterId: number,
  campaignId: number,
  companyId?: number,
) {
  const rows = await db
    .selectDistinct({ purpose: consents.purpose })
    .from(consents)
    .where(
      and(
        eq(consents.supporterId, supporterId),
        eq(consents.campaignId, campaignId),
        isNull(consents.revokedAt),
        companyId === undefined
          ? undefined
          : or(isNull(consents.companyId), eq(consents.companyId, companyId)),
      ),
    );
  return rows.map((row) => row.purpose);
}

/** Reads what somebody agrees to in a campaign, and which of its companies get their name. */
export async function readAgreed(db: DbOrTx, supporterId: number, campaignId: number): Promise<Agreement> {
  const rows = await db
    .selectDistinct({ purpose: consents.purpose, companyId: consents.companyId })
    .from(consents)
    .where(
      and(
        eq(consents.supporterId, supporterId),
        eq(consents.campaignId, campaignId),
        isNull(consents.revokedAt),
      ),
    )
    .orderBy(consents.companyId);
  return {
    purposes: [...new Set(rows.map(({ purpose }) => purpose))],
    nameTo: rows.flatMap(({ purpose, companyId }) =>
      purpose === "deliver_to_company" && companyId !== null ? [companyId] : [],
    ),
  };
}

/**
 * Finds the public id for a canonical address; null when nothing is stored about it. Of several people with
 * one mailbox the first.
 */
export async function findPublicId(db: Db, emailCanonical: string): Promise<string | null> {
  const [person] = await db
    .select({ publicId: supporters.publicId })
    .from(supporters)
    .where(isMailbox(supporters.emailCanonical, emailCanonical))
    .orderBy(desc(supporters.emailCanonical))
    .limit(1);
  return person?.publicId ?? null;
}

/** Finds the person a manage link is for, once they proved their address. Null if they do not exist. */
export async function findPerson(db: Db, publicId: string) {
  const [person] = await db
    .select({
      id: supporters.id,
      name: supporters.name,
      email: supporters.email,
      country: supporters.country,
    })
    .from(supporters)
    .where(and(eq(supporters.publicId, publicId), isNotNull(supporters.confirmedAt)));
  return person ?? null;
}

/** True for somebody who has signed, pledged or written a letter in this campaign, in any state. */
export async function tookPart(db: Db, supporterId: number, campaignId: number): Promise<boolean> {
  const [row] = await db.execute<{ known: boolean }>(sql`
    select exists (select from signatures where supporter_id = ${supporterId} and campaign_id = ${campaignId})
      or exists (select from pledges where supporter_id = ${supporterId} and campaign_id = ${campaignId})
      or exists (select from letters where supporter_id = ${supporterId}
        and campaign_id = ${campaignId}) as known`);
  return row?.known === true;
}
