import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { digestParts } from "#app/domain/entries/entry-digest.server.ts";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { confirmTogether } from "#app/domain/entries/signatures/confirm-together.server.ts";
import { findSignature } from "#app/domain/entries/signatures/queries.server.ts";
import { findNewerForm } from "#app/domain/entries/signatures/signature-forms.server.ts";
import { agreedOnceConfirmed, signatureParts } from "#app/domain/entries/signatures/signature-parts.ts";
import { readAgreed } from "#app/domain/supporters/queries.server.ts";
import { signatureForms, signatures, supporters } from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, testKeys as keys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { sign } from "#tests/support/sign.ts";

const db = await aDatabase();
const own = { name: "Ana Own", comment: "My words", display: "anonymous", country: "US" } as const;
const strange = { name: "X", comment: "Their words", display: "public", country: "FR" } as const;

async function linksOf(campaign: { id: number }) {
  const [row] = await db.select().from(signatures).where(eq(signatures.campaignId, campaign.id));
  const forms = await db
    .select()
    .from(signatureForms)
    .where(eq(signatureForms.signatureId, row?.id ?? 0))
    .orderBy(signatureForms.id);
  return [row?.publicId ?? "", ...forms.map(({ publicId }) => publicId)];
}
async function read(publicId: string) {
  const signature = await findSignature(db, publicId);
  if (!signature) throw new Error("it is gone");
  const { name, comment, display, country } = signature;
  const inForce = await readAgreed(db, signature.supporterId, signature.campaignId);
  const digest = digestParts(signatureParts(signature, agreedOnceConfirmed(inForce, signature)));
  return { says: { name, comment, display, country }, page: { digest } };
}
const ways = {
  alone: (publicId: string, page: { digest: string }) =>
    confirmSignature(db, keys, publicId, new Date(), page),
  together: (publicId: string, page: { digest: string }) =>
    confirmTogether(db, { keys, onFailure: () => {} }, publicId, page),
};

test.each(Object.entries(ways))(
  "a second form changes nothing of the first: each link confirms its own words, %s",
  async (way, confirm) => {
    for (const chosen of [0, 1]) {
      const campaign = await aCampaign(db);
      const to = `twice-${way}-${chosen}@example.org`;
      await sign(db, aSignatureInput(campaign, { to, ...own }));
      await sign(db, aSignatureInput(campaign, { to, ...strange }));
      const links = await linksOf(campaign);
      expect((await findNewerForm(db, links[0] ?? ""))?.publicId).toBe(links[1]);
      expect(await findNewerForm(db, links[1] ?? "")).toBe(null);
      const pages = await Promise.all(links.map(read));
      expect(pages.map(({ says }) => says)).toEqual([own, strange]);
      const [link = "", page] = [links[chosen], pages[chosen]?.page ?? { digest: "" }];
      const publicId = links[0];
      expect(await confirm(link, page)).toEqual({ outcome: "confirmed", publicId });
      const [stored] = await db
        .select({
          name: supporters.name,
          comment: signatures.comment,
          display: signatures.display,
          country: supporters.country,
        })
        .from(signatures)
        .innerJoin(supporters, eq(supporters.id, signatures.supporterId))
        .where(and(eq(signatures.campaignId, campaign.id), eq(signatures.state, "confirmed")));
      expect(stored).toEqual([own, strange][chosen]);
      for (const other of links)
        expect(await confirmSignature(db, keys, other)).toEqual({ outcome: "already-confirmed", publicId });
    }
  },
);

test("a form for another campaign changes nothing of a signature that waits", async () => {
  const [one, other] = [await aCampaign(db), await aCampaign(db)];
  const to = "two-campaigns@example.org";
  await sign(db, aSignatureInput(one, { to, ...own }));
  await sign(db, aSignatureInput(other, { to, ...strange }));
  expect((await read((await linksOf(one))[0] ?? "")).says).toEqual(own);
  expect((await read((await linksOf(other))[1] ?? "")).says).toEqual(strange);
});
