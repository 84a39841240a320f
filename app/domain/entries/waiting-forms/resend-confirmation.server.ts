import { and, eq } from "drizzle-orm";
import { resendLetters } from "#app/domain/entries/letters/pending-letters.server.ts";
import { resendPledges } from "#app/domain/entries/pledges/pending-pledges.server.ts";
import { confirmationsPerDay } from "#app/domain/entries/signatures/signature.ts";
import { findUnmailed, noteEmail } from "#app/domain/entries/signatures/signature-forms.server.ts";
import { queueSupporterEmail } from "#app/domain/queue/queue-supporter-email.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { signatures, supporters } from "#db/schema/index.ts";

/**
 * Emails the confirmation of a signature, of pledges and of a letter again, or tells someone that they have
 * confirmed. Returns nothing: the page says the same for every address. The link keeps its expiry: asking
 * again extends nothing.
 */
export async function resendConfirmation(
  db: DbOrTx,
  { campaignId, canonical }: { campaignId: number; canonical: string },
  now = new Date(),
): Promise<void> {
  await db.transaction(async (tx) => {
    const [person] = await tx
      .select({ id: supporters.id })
      .from(supporters)
      .where(eq(supporters.emailCanonical, canonical))
      .for("update");
    if (!person) return;
    await resendPledges(tx, { campaignId, supporterId: person.id }, now);
    await resendLetters(tx, { campaignId, supporterId: person.id }, now);
    const [signature] = await tx
      .select({ id: signatures.id, state: signatures.state, asked: signatures.askedConsents })
      .from(signatures)
      .where(and(eq(signatures.campaignId, campaignId), eq(signatures.supporterId, person.id)));
    if (!signature) return;

    const about = { campaignId, supporterId: person.id, signatureId: signature.id };
    if (signature.state === "confirmed" || signature.state === "quarantined")
      await queueSupporterEmail(tx, { ...about, template: "already-signed" }, now);
    // An imported person who never signed here has requested no email.
    const waits = signature.state === "imported" ? signature.asked !== null : signature.state === "pending";
    if (!waits) return;
    const form = await findUnmailed(tx, signature.id);
    const limits = { atMostPerDay: confirmationsPerDay, skipsQuietPeriod: form !== null };
    const mailed = await queueSupporterEmail(tx, { ...about, template: "confirm-signature", ...limits }, now);
    if (form && mailed) await noteEmail(tx, form);
  });
}
