import { randomBytes } from "node:crypto";
import { makeShareLink } from "#app/domain/campaign/share-links/share-link.server.ts";
import { digestParts } from "#app/domain/entries/entry-digest.server.ts";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { findSignature } from "#app/domain/entries/signatures/queries.server.ts";
import { agreedOnceConfirmed, signatureParts } from "#app/domain/entries/signatures/signature-parts.ts";
import { readAgreed } from "#app/domain/supporters/queries.server.ts";
import type { Db } from "#db/index.ts";
import { shareLinks } from "#db/schema/index.ts";
import { type aCampaign, aSignatureInput, existing, testKeys as keys, rowIn } from "./builders.ts";
import { sign, signatureOf } from "./sign.ts";

export type Campaign = Awaited<ReturnType<typeof aCampaign>>;

export type Values = Parameters<typeof aSignatureInput>[1];

/** Signs in a database, and reads what the confirming page shows. */
export function confirming(db: Db) {
  async function signed(campaign: Campaign, values: Values = {}) {
    const to = values.to ?? `${randomBytes(5).toString("hex")}@example.org`;
    // Long enough ago that confirming is not suspiciously quick.
    await sign(db, aSignatureInput(campaign, { ...values, to }), new Date(Date.now() - 3_600_000));
    return newest(to);
  }

  async function newest(to: string) {
    const { signature: row } = await signatureOf(db, to);
    return { ...row, to, page: { digest: await displayed(row.publicId) } };
  }

  /** Fields of the confirming page's form. */
  async function displayed(publicId: string) {
    const signature = existing(await findSignature(db, publicId));
    const inForce = await readAgreed(db, signature.supporterId, signature.campaignId);
    return digestParts(signatureParts(signature, agreedOnceConfirmed(inForce, signature)));
  }

  async function aSharer(campaign: Campaign) {
    const { publicId, supporterId } = await signed(campaign);
    await confirmSignature(db, keys, publicId);
    await makeShareLink(db, { supporterId, campaignId: campaign.id });
    const link = await rowIn(db, shareLinks, { supporterId });
    return { supporterId, code: link.code };
  }

  return { signed, newest, displayed, aSharer };
}
