import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import {
  campaigns,
  consents,
  deliveries,
  organizerCeremonies,
  organizers,
  petitionVersions,
  signatures,
  supporters,
  targets,
} from "#db/schema/index.ts";

/** A mail on no campaign's account speaks for the one its person signed last, else the featured one. */
const campaignOf = sql`coalesce(${deliveries.campaignId},
  (select g.campaign_id from signatures g where g.supporter_id = ${deliveries.supporterId} order by g.id desc limit 1),
  (select c.id from campaigns c order by c.featured desc, c.id limit 1))`;

const campaignColumns = {
  slug: campaigns.slug,
  title: campaigns.title,
  company: targets.name,
  operator: campaigns.operator,
  postalAddress: campaigns.postalAddress,
  contactEmail: campaigns.contactEmail,
};

/** A delivery with all that its mail may tell. Null when it is gone, or there is no campaign to speak for. */
export async function findDelivery(db: Db, deliveryId: number) {
  const agreedTo = (purpose: "updates" | "deliver_to_company") =>
    sql<boolean>`exists (${db
      .select({ one: sql`1` })
      .from(consents)
      .where(
        and(
          eq(consents.supporterId, deliveries.supporterId),
          eq(consents.campaignId, campaigns.id),
          eq(consents.purpose, purpose),
          isNull(consents.revokedAt),
        ),
      )})`;
  const [row] = await db
    .select({
      template: deliveries.template,
      createdAt: deliveries.createdAt,
      supporter: supporters,
      signature: signatures,
      petition: {
        summary: petitionVersions.summary,
        version: petitionVersions.version,
        publishedAt: petitionVersions.publishedAt,
      },
      campaign: campaignColumns,
      organizer: { email: organizers.email },
      ceremony: { tokenHash: organizerCeremonies.tokenHash, expiresAt: organizerCeremonies.expiresAt },
      updates: agreedTo("updates"),
      deliverToCompany: agreedTo("deliver_to_company"),
    })
    .from(deliveries)
    .leftJoin(supporters, eq(supporters.id, deliveries.supporterId))
    .leftJoin(signatures, eq(signatures.id, deliveries.signatureId))
    .leftJoin(
      petitionVersions,
      and(
        eq(petitionVersions.campaignId, signatures.campaignId),
        eq(petitionVersions.version, signatures.petitionVersion),
      ),
    )
    .innerJoin(campaigns, sql`${campaigns.id} = ${campaignOf}`)
    .innerJoin(targets, eq(targets.id, campaigns.targetId))
    .leftJoin(organizers, eq(organizers.id, deliveries.organizerId))
    .leftJoin(organizerCeremonies, eq(organizerCeremonies.id, deliveries.ceremonyId))
    .where(eq(deliveries.id, deliveryId));
  return row ?? null;
}

/** The campaign a mail without a delivery speaks for: the featured one. */
export async function findFeaturedCampaign(db: Db) {
  const [campaign] = await db
    .select(campaignColumns)
    .from(campaigns)
    .innerJoin(targets, eq(targets.id, campaigns.targetId))
    .orderBy(sql`${campaigns.featured} desc`, campaigns.id)
    .limit(1);
  return campaign ?? null;
}
