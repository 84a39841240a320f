import { eq } from "drizzle-orm";
import { listOwnNotices } from "#app/domain/campaign/notices/find-notified.server.ts";
import { listOwnLetters } from "#app/domain/entries/letters/queries.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { supporters } from "#db/schema/index.ts";
import { findOwnData } from "./find-own-data.server.ts";
import { listOwnPledges } from "./list-own-pledges.server.ts";

/**
 * Exports everything stored about one person, for portability (GDPR article 20), with holdings and shares in
 * letters decrypted: no internal keys, times in UTC as ISO 8601. Null when nothing is stored.
 */
export async function exportOwnData(db: Db, keys: Keys, publicId: string, now = new Date()) {
  const [known] = await db
    .select({ locale: supporters.locale })
    .from(supporters)
    .where(eq(supporters.publicId, publicId));
  const ownData = await findOwnData(db, publicId, known?.locale);
  if (!ownData) return null;
  const { person, signatures, consents, mails } = ownData;
  return {
    exportedAt: now.toISOString(),
    person: {
      name: person.name,
      email: person.email,
      emailCanonical: person.emailCanonical,
      country: person.country,
      postalCode: person.postalCode,
      locale: person.locale,
      knownSince: person.createdAt.toISOString(),
      addressConfirmedAt: person.confirmedAt?.toISOString() ?? null,
      correctedAt: person.correctedAt?.toISOString() ?? null,
    },
    signatures: signatures.map(
      ({ campaignId: _internal, companies, askedCompanyIds: asked, ...signature }) => ({
        ...signature,
        ...(asked &&
          companies.length > 1 && {
            askedCompanies: companies.filter(({ id }) => asked.includes(id)).map(({ name }) => name),
          }),
      }),
    ),
    pledges: (await listOwnPledges(db, keys, person.id, now)).map(
      ({ companyId: _company, next: _next, ...pledge }) => pledge,
    ),
    letters: (await listOwnLetters(db, keys, person.id)).map(
      ({
        supporterId: _id,
        supporterPublicId: _own,
        campaignId: _campaign,
        dispatchId: _dispatch,
        recipientId: _recipient,
        ...letter
      }) => letter,
    ),
    petitionChanges: await listOwnNotices(db, person.id),
    consents: consents.map(({ companyId: _company, company, ...consent }) => ({
      ...consent,
      ...(company !== null && { company }),
    })),
    mails,
  };
}
