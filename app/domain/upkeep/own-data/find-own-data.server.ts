import { and, asc, desc, eq, sql } from "drizzle-orm";
import { companyName } from "#app/domain/campaign/company/find-company.server.ts";
import { companiesFrom, companiesOf } from "#app/domain/campaign/queries.server.ts";
import { findShareLink } from "#app/domain/campaign/share-links/share-link.server.ts";
import { readTranslations } from "#app/domain/campaign/translations/translations.server.ts";
import { stateForOwner } from "#app/domain/entries/signatures/signature.ts";
import type { Db } from "#db/index.ts";
import {
  campaigns,
  consents,
  letters,
  outbox,
  petitionVersions,
  pledges,
  signatures,
  supporters,
  targets,
} from "#db/schema/index.ts";

/**
 * Finds everything held about one person, as their manage page shows it, but what they pledge and write: of
 * that only the ids (`listOwnPledges` and `listOwnLetters` open the rest). In `locale`, as far as known in
 * it, campaigns are named and petitions are given next to what was written. Null when nothing is held.
 */
export async function findOwnData(db: Db, publicId: string, locale?: string) {
  const [person] = await db.select().from(supporters).where(eq(supporters.publicId, publicId));
  if (!person) return null;

  const signed = await db
    .select({
      publicId: signatures.publicId,
      campaignId: signatures.campaignId,
      campaign: campaigns.slug,
      title: campaigns.title,
      state: signatures.state,
      display: signatures.display,
      comment: signatures.comment,
      source: signatures.source,
      referrer: signatures.referrer,
      receiptCode: signatures.receiptCode,
      petitionVersion: signatures.petitionVersion,
      petition: petitionVersions.body,
      signedAt: signatures.signedAt,
      confirmedAt: signatures.confirmedAt,
      withdrawnAt: signatures.withdrawnAt,
      remindedAt: signatures.remindedAt,
      noticesStoppedAt: signatures.noticesStoppedAt,
      askedConsents: signatures.askedConsents,
      askedCompanyIds: signatures.askedCompanyIds,
      companies: companiesOf(locale),
    })
    .from(signatures)
    .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
    .innerJoin(
      petitionVersions,
      and(
        eq(petitionVersions.campaignId, signatures.campaignId),
        eq(petitionVersions.version, signatures.petitionVersion),
      ),
    )
    .where(eq(signatures.supporterId, person.id))
    .orderBy(asc(signatures.id));

  const agreed = await db
    .select({
      campaign: campaigns.slug,
      purpose: consents.purpose,
      textVersion: consents.textVersion,
      locale: consents.locale,
      grantedAt: consents.grantedAt,
      revokedAt: consents.revokedAt,
      companyId: consents.companyId,
      /** Its name, if the campaign has several companies. */
      company: sql<string | null>`case when exists (select from campaign_companies o
        where o.campaign_id = ${campaigns.id} and o.place > 1) then ${companyName(locale)} end`,
    })
    .from(consents)
    .innerJoin(campaigns, eq(campaigns.id, consents.campaignId))
    .leftJoin(targets, eq(targets.id, consents.companyId))
    .where(eq(consents.supporterId, person.id))
    .orderBy(asc(consents.id));

  const mails = await db
    .select({ template: outbox.template, state: outbox.state, queuedAt: outbox.createdAt })
    .from(outbox)
    .where(eq(outbox.supporterId, person.id))
    .orderBy(desc(outbox.id));
  const pledged = await db
    .select({ publicId: pledges.publicId })
    .from(pledges)
    .where(eq(pledges.supporterId, person.id));
  const written = await db
    .select({ publicId: letters.publicId })
    .from(letters)
    .where(eq(letters.supporterId, person.id));
  const own = await Promise.all(
    signed.map(async (signature) => {
      const other = locale ? await readTranslations(db, signature.campaignId, locale) : null;
      const { title, petition, petitionVersion, state } = signature;
      const petitionTranslated =
        other?.signed.get(petitionVersion)?.body ?? other?.known.get(petition) ?? null;
      const translated = other?.known.get(title);
      const named = { title: translated ?? title, titleLanguage: translated ? undefined : other?.written };
      const shareLink = await findShareLink(db, { supporterId: person.id, campaignId: signature.campaignId });
      const companies = companiesFrom(signature.companies);
      return {
        ...signature,
        ...named,
        companies,
        petitionTranslated,
        state: stateForOwner(state),
        shareLink,
      };
    }),
  );
  return { person, signatures: own, pledges: pledged, letters: written, consents: agreed, mails };
}
