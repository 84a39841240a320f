import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { invalidatedADay, invalidatedWithoutProof } from "#app/domain/review/review.ts";
import { signatureReviews, signatures, traceGroups } from "#db/schema/index.ts";
import { aCampaign, storeRow } from "#tests/support/builders.ts";
import { anOrganizer, aSession, aStolenSession } from "#tests/support/organizers.ts";
import { aSignatureOnHold } from "#tests/support/reviews.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();
const { db } = site;

async function aScene(onHold: number) {
  const campaign = await aCampaign(db);
  const organizer = await anOrganizer(db, { campaign, role: "reviewer" });
  const reviews: string[] = [];
  for (let n = 0; n < onHold; n++) reviews.push((await aSignatureOnHold(db, campaign)).review.publicId);
  const page = `/organize/c/${campaign.slug}/review?index`;
  const invalidate = (cookie: string, chosen: readonly string[]) =>
    fetch(site.url + page, {
      method: "POST",
      redirect: "manual",
      headers: { cookie, origin: site.url, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams([
        ["intent", "invalidate"],
        ...chosen.map((review): [string, string] => ["review", review]),
      ]).toString(),
    });
  const invalid = () =>
    db.$count(signatures, and(eq(signatures.campaignId, campaign.id), eq(signatures.state, "invalidated")));
  return { campaign, organizer, reviews, page, invalidate, invalid };
}

test("over ten invalidations in ten minutes need reauthentication, keeping choices", async () => {
  const { organizer, reviews, invalidate, invalid } = await aScene(invalidatedWithoutProof + 3);
  const stolen = `session=${await aStolenSession(db, organizer)}`;
  const asked = await invalidate(stolen, reviews.slice(0, invalidatedWithoutProof + 1));
  expect(asked.status).toBe(403);
  const page = await asked.text();
  expect(page).toContain("Confirm it’s you");
  expect(page).toContain(`value="${reviews[invalidatedWithoutProof]}"`);
  expect(await invalid()).toBe(0);

  expect((await invalidate(stolen, reviews.slice(0, invalidatedWithoutProof))).status).toBe(303);
  expect(await invalid()).toBe(invalidatedWithoutProof);
  const next = reviews.slice(invalidatedWithoutProof, invalidatedWithoutProof + 1);
  expect((await invalidate(stolen, next)).status).toBe(403);
  expect(await invalid()).toBe(invalidatedWithoutProof);

  const proved = `session=${await aSession(db, organizer)}`;
  expect((await invalidate(proved, next)).status).toBe(303);
  // A proof from an hour ago is too old.
  const session = `session=${await aSession(db, organizer, new Date(Date.now() - 2 * 3_600_000))}`;
  await db.execute(sql`update organizer_sessions set seen_at = now()`);
  await db.execute(sql`update organizer_proofs set proved_at = now() - interval '1 hour'`);
  expect((await invalidate(session, reviews.slice(-1))).status).toBe(403);
  expect(await invalid()).toBe(invalidatedWithoutProof + 1);
});

test("a hundred invalidations a day: a larger request is refused as a whole", async () => {
  const { campaign, organizer, reviews, invalidate, invalid } = await aScene(3);
  const more = await Promise.all(
    Array.from({ length: invalidatedADay - 1 }, () => aSignatureOnHold(db, campaign)),
  );
  await db
    .update(signatureReviews)
    .set({ state: "invalidated", decidedById: organizer.id, decidedAt: new Date(Date.now() - 3_600_000) })
    .where(
      sql`${signatureReviews.publicId}
        = any (${sql.param(more.map(({ review }) => review.publicId))}::uuid[])`,
    );
  const cookie = `session=${await aSession(db, organizer)}`;
  const refused = await invalidate(cookie, reviews.slice(0, 2));
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain(
    "Nothing changed: one person can invalidate 100 signatures in 24 hours.",
  );
  expect(await invalid()).toBe(0);
  expect((await invalidate(cookie, reviews.slice(0, 1))).status).toBe(303);
  expect((await invalidate(cookie, reviews.slice(1, 2))).status).toBe(422);
  expect(await invalid()).toBe(1);
});

test("a public note shows its counts filled in, and other braces are refused", async () => {
  const { campaign, organizer } = await aScene(2);
  const cookie = `session=${await aSession(db, organizer)}`;
  const none = { reason: "", domain: "", source: "", block: "", from: "", to: "" };
  const page = `/organize/c/${campaign.slug}/review/bulk`;
  const post = (note: string, intent = "ask") =>
    site.post(page, { ...none, intent, country: "US", note }, { cookie });
  const wrong = await post("{count} {many|was|were} made up.");
  expect(wrong.status).toBe(422);
  const html = await wrong.text();
  expect(html).toContain("and no other braces");
  expect(html).toContain("{many|was|were}");
  expect(
    (await post("", "preview").then((answer) => answer.text())).match(/<textarea[^>]*>([^<]*)</)?.[1],
  ).toBe("");
  expect((await post("{count} {count|was|were} made up.")).status).toBe(303);
  const pageHtml = await (await site.get(page, { cookie })).text();
  expect(pageHtml).toContain("2 were made up.");
  expect(pageHtml.replace(/<script[\s\S]*?<\/script>/g, "")).not.toMatch(/\{\w+\|/);
});

test("the overview leads to the signatures of a new domain that brought many in a day", async () => {
  const { campaign, organizer } = await aScene(0);
  const cookie = `session=${await aSession(db, organizer)}`;
  for (let n = 0; n < 20; n++) {
    const { signature } = await aStoredSignature(db, campaign, { email: `a${n}@h${n}.new-here.net` });
    await storeRow(db, traceGroups, {
      campaignId: campaign.id,
      kind: "domain",
      hash: Buffer.alloc(16, 7),
      signatureId: signature.id,
      seenAt: signature.signedAt,
    });
  }
  const overview = await (await site.get(`/organize/c/${campaign.slug}`, { cookie })).text();
  expect(overview).toContain("20 signatures with addresses at new-here.net counted");
  const [, to = ""] = /href="([^"]*review\/bulk\?domain=[^"]*)"/.exec(overview) ?? [];
  const page = await (await site.get(to, { cookie })).text();
  expect(page).toContain("20 signatures match");
  expect(page).toContain('value=".new-here.net"');
});
