import { eq } from "drizzle-orm";
import type { Tx } from "#db/index.ts";
import { campaigns, signatures, supporters } from "#db/schema/index.ts";
import { findForm, saidBy } from "./signature-forms.server.ts";

/**
 * Finds a signature by its public id and locks its person, as every change of a person's data does first:
 * changes of one person queue up and never deadlock. A link of a later form leads to what that form says.
 */
export async function lockSignature(tx: Tx, linked: string) {
  const form = await findForm(tx, linked);
  const publicId = form?.signature ?? linked;
  const [owner] = await tx
    .select({ supporterId: signatures.supporterId })
    .from(signatures)
    .where(eq(signatures.publicId, publicId));
  if (!owner) return null;
  const [person] = await tx
    .select({
      emailCanonical: supporters.emailCanonical,
      confirmedAt: supporters.confirmedAt,
      email: supporters.email,
      name: supporters.name,
      country: supporters.country,
      postalCode: supporters.postalCode,
      locale: supporters.locale,
    })
    .from(supporters)
    .where(eq(supporters.id, owner.supporterId))
    .for("update");
  if (!person) return null;
  const [signature] = await tx
    .select({
      id: signatures.id,
      publicId: signatures.publicId,
      campaignId: signatures.campaignId,
      supporterId: signatures.supporterId,
      state: signatures.state,
      shareLinkId: signatures.shareLinkId,
      petitionVersion: signatures.petitionVersion,
      comment: signatures.comment,
      display: signatures.display,
      listed: signatures.listed,
      askedConsents: signatures.askedConsents,
      askedCompanyIds: signatures.askedCompanyIds,
      firstCompanyId: campaigns.targetId,
    })
    .from(signatures)
    .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
    .where(eq(signatures.publicId, publicId));
  if (!signature) return null;
  // Read again under the lock.
  const said = form && (await findForm(tx, linked));
  const own = said ? saidBy(said.words, person.confirmedAt !== null) : {};
  return { ...signature, ...person, ...own, formId: said && "display" in said.words ? said.id : null };
}
