import { and, eq, inArray, sql } from "drizzle-orm";
import { readTranslations } from "#app/domain/campaign/translations/translations.server.ts";
import type { Db } from "#db/index.ts";
import { campaigns, petitionVersions, signatures, supporters } from "#db/schema/index.ts";
import { stateForOwner } from "./signature.ts";
import { findForm, saidBy } from "./signature-forms.server.ts";

/**
 * Finds what a signer is shown of their own signature on the pages that emailed links open, its petition in
 * `locale` where known. Null when it is gone.
 */
export async function findSignature(db: Db, linked: string, locale?: string) {
  const form = await findForm(db, linked);
  const publicId = form?.signature ?? linked;
  const [stored] = await db
    .select({
      publicId: signatures.publicId,
      state: signatures.state,
      display: signatures.display,
      comment: signatures.comment,
      signedAt: signatures.signedAt,
      confirmedAt: signatures.confirmedAt,
      receiptCode: signatures.receiptCode,
      askedConsents: signatures.askedConsents,
      askedCompanyIds: signatures.askedCompanyIds,
      firstCompanyId: campaigns.targetId,
      supporterId: signatures.supporterId,
      supporterPublicId: supporters.publicId,
      provedAt: supporters.confirmedAt,
      name: supporters.name,
      email: supporters.email,
      locale: supporters.locale,
      country: supporters.country,
      postalCode: supporters.postalCode,
      campaignId: signatures.campaignId,
      campaign: campaigns.slug,
      title: campaigns.title,
      petition: petitionVersions.body,
      petitionVersion: signatures.petitionVersion,
    })
    .from(signatures)
    .innerJoin(supporters, eq(supporters.id, signatures.supporterId))
    .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
    .innerJoin(
      petitionVersions,
      and(
        eq(petitionVersions.campaignId, signatures.campaignId),
        eq(
          petitionVersions.version,
          form && "display" in form.words ? sql`${form.words.petition_version}` : signatures.petitionVersion,
        ),
      ),
    )
    .where(eq(signatures.publicId, publicId));
  if (!stored) return null;
  const { provedAt, ...found } = stored;
  const own = form ? { ...saidBy(form.words, provedAt !== null), signedAt: form.postedAt } : {};
  const row = { ...found, ...own };
  const other = locale ? await readTranslations(db, row.campaignId, locale) : null;
  const inLanguage = (text: string) => other?.known.get(text) ?? text;
  const { title, petitionVersion } = row;
  const translated = other?.signed.get(petitionVersion)?.body ?? other?.known.get(row.petition);
  const petition = translated ?? row.petition;
  const petitionLanguage = translated ? undefined : other?.written;
  return { ...row, title: inLanguage(title), petition, petitionLanguage, state: stateForOwner(row.state) };
}

/** True when someone's signature counts or awaits their confirmation. */
export async function hasSigned(db: Db, supporterId: number, campaignId: number): Promise<boolean> {
  const live = and(
    eq(signatures.supporterId, supporterId),
    eq(signatures.campaignId, campaignId),
    inArray(signatures.state, ["pending", "confirmed", "quarantined"]),
  );
  return (await db.$count(signatures, live)) > 0;
}
