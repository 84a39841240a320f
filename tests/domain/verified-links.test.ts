import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { doubtSource, reviewClaim, verifySource } from "#app/domain/campaign/claims/check-claim.server.ts";
import { sourcesToOpen } from "#app/domain/campaign/claims/sources-to-open.ts";
import { checklistOf } from "#app/domain/campaign/opening/checklist.ts";
import { openCampaign, readOpening } from "#app/domain/campaign/opening/open-campaign.server.ts";
import { readCase } from "#app/domain/campaign/queries.server.ts";
import { findEditedClaim, listEditedClaims } from "#app/domain/campaign/read-edit.server.ts";
import { campaignChanges, campaigns, claims } from "#db/schema/index.ts";
import { seed } from "#db/seed/index.ts";
import { changeRows, firstOf, organization } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";

const now = new Date("2026-11-24T12:00:00Z");
const inPublic = { localMode: false };

/** A draft campaign with an opinion, and a statement with two sources that nobody has checked. */
async function aDraft() {
  const db = await aDatabase();
  await seed(db, now, inPublic);
  const campaign = firstOf(await db.update(campaigns).set(organization).returning());
  await db.delete(claims);
  const values = {
    campaignId: campaign.id,
    section: "reported",
    attribution: "A newsroom",
    published: true,
  } as const;
  const dated = { publishedOn: "2026-02-17", publishedPrecision: "day" } as const;
  const unopened = { sourceTitle: null, sourceUrl: null, urlVerifiedAt: null };
  const [claim] = await db
    .insert(claims)
    .values([
      {
        ...values,
        ...dated,
        position: 1,
        kind: "reported",
        text: "It grew.",
        publisher: "A newsroom",
        moreSources: [{ ...dated, ...unopened, publisher: "An archive" }],
        candidates: [{ publisher: "An archive", title: "The filing", url: "https://example.org/filing" }],
      },
      { ...values, position: 2, kind: "opinion", text: "It should not have." },
    ])
    .returning();
  if (!claim) throw new Error("no claim");
  return { db, campaign, id: claim.id, on: { campaignId: campaign.id, actor: "operator" as const } };
}

test("in public a campaign opens only with verified links for its claims", async () => {
  const { db, on, id } = await aDraft();
  expect(await openCampaign(db, on, inPublic)).toEqual({ outcome: "unlinked" });

  await db.update(claims).set({ published: false }).where(eq(claims.id, id));
  expect(await openCampaign(db, on, inPublic)).toEqual({ outcome: "opened" });

  const another = await aDraft();
  expect(await openCampaign(another.db, another.on, { localMode: true })).toEqual({ outcome: "opened" });
});

test("in public the seeded campaign is a draft until its sources are verified", async () => {
  const db = await aDatabase();
  await seed(db, now, inPublic);
  expect((await db.select().from(campaigns)).map(({ status, openedAt }) => [status, openedAt])).toEqual([
    ["draft", null],
  ]);
});

test("verifying a source publishes its link and clears the candidate", async () => {
  const { db, on, id, campaign } = await aDraft();
  const edited = await findEditedClaim(db, campaign.id, id);
  expect(edited?.candidates).toEqual([
    { publisher: "A newsroom", title: null, url: null },
    { publisher: "An archive", title: "The filing", url: "https://example.org/filing" },
  ]);
  const link = { publisher: "An archive", title: "The filing", url: "https://example.org/filing" };
  expect(await verifySource(db, { ...on, ...link, id, version: 2 }, now)).toEqual({ outcome: "stale" });
  expect(await verifySource(db, { ...on, ...link, id, version: 1 }, now)).toEqual({ outcome: "verified" });
  expect(await verifySource(db, { ...on, ...link, id, version: 2 }, now)).toEnd("no-such-source");

  expect((await readCase(db, campaign.id)).claims[0]?.moreSources).toMatchObject([
    { publisher: "An archive", source: { title: "The filing", url: "https://example.org/filing" } },
  ]);
  expect((await findEditedClaim(db, campaign.id, id))?.candidates.map(({ publisher }) => publisher)).toEqual([
    "A newsroom",
  ]);
  expect((await db.select().from(campaignChanges)).map(({ field, stage }) => [field, stage])).toEqual([
    ["moreSources", "public"],
  ]);
  expect(await openCampaign(db, on, inPublic)).toEqual({ outcome: "opened" });
});

test("a source keeps the address of its archived copy", async () => {
  const { db, on, id, campaign } = await aDraft();
  const archive = "https://web.archive.org/web/2026/https://example.org/filing";
  const link = { publisher: "An archive", title: null, url: "https://example.org/filing", archive };
  expect(await verifySource(db, { ...on, ...link, id, version: 1 }, now)).toEqual({ outcome: "verified" });
  const { claims: printed, checked } = await readCase(db, campaign.id);
  expect(printed[0]?.moreSources[0]?.source).toEqual({ title: null, url: link.url, archive });
  expect(checked).toEqual({ opened: 1, of: 2, on: "2026-11-24" });
  // In the evening of New York it is already tomorrow in UTC.
  const evening = new Date("2026-11-26T01:30:00Z");
  await verifySource(
    db,
    { ...on, publisher: "A newsroom", title: null, url: link.url, id, version: 2 },
    evening,
  );
  expect((await readCase(db, campaign.id)).checked).toEqual({ opened: 2, of: 2, on: "2026-11-25" });
  const insecure = { archiveUrl: "http://web.archive.org/a" };
  await expect(db.update(claims).set(insecure).where(eq(claims.id, id))).rejects.toThrow();
});

test("sources of one page come together, and offer the address verified for one of them", async () => {
  const { db, on, id, campaign } = await aDraft();
  const cites = (position: number, publisher: string, on: string, title: string | null = null) => ({
    campaignId: campaign.id,
    section: "reported" as const,
    kind: "reported" as const,
    attribution: "A newsroom",
    text: `It grew, ${position}.`,
    position,
    publisher,
    publishedOn: on,
    publishedPrecision: "day" as const,
    candidates: title === null ? [] : [{ publisher, title, url: null }],
  });
  await db
    .insert(claims)
    .values([
      cites(3, "A newsroom", "2026-02-18"),
      cites(4, "A newsroom", "2026-02-17", "It grew"),
      cites(5, "A newsroom", "2026-02-17", "Another piece"),
      cites(6, "A newsroom", "2026-02-17"),
      { ...cites(7, "A newsroom", "2026-02-01"), publishedPrecision: "month" },
    ]);
  const pass = async () =>
    sourcesToOpen(await listEditedClaims(db, campaign.id)).map(({ claim, source, waits, verified }) => [
      claim.position,
      source.publisher,
      waits,
      verified?.url ?? null,
    ]);
  const url = "https://example.org/a";
  const link = { publisher: "A newsroom", title: "It grew", url, publishedOn: "2026-02-17" };
  expect((await pass()).map(([position]) => position)).toEqual([1, 4, 5, 6, 1, 3, 7]);
  await verifySource(db, { ...on, ...link, id, version: 1 }, now);
  expect(await pass()).toEqual([
    [1, "A newsroom", false, null],
    [4, "A newsroom", true, url],
    [5, "A newsroom", true, null],
    [6, "A newsroom", true, url],
    [1, "An archive", true, null],
    [3, "A newsroom", true, null],
    [7, "A newsroom", true, null],
  ]);
  const printed = (await readCase(db, campaign.id)).claims;
  expect(printed.filter(({ source }) => source !== null)).toHaveLength(1);
});

test("of two sources by one publisher, the one of that day is linked", async () => {
  const { db, on, id, campaign } = await aDraft();
  const dated = { publishedOn: "2026-03-01", publishedPrecision: "day" } as const;
  const unopened = { sourceTitle: null, sourceUrl: null, urlVerifiedAt: null };
  const moreSources = [{ ...dated, ...unopened, publisher: "A newsroom" }];
  await db.update(claims).set({ moreSources }).where(eq(claims.id, id));
  const link = {
    publisher: "A newsroom",
    publishedOn: "2026-03-01",
    title: null,
    url: "https://example.org/b",
  };
  await verifySource(db, { ...on, ...link, id, version: 1 }, now);
  const [printed] = (await readCase(db, campaign.id)).claims;
  expect([printed?.source, printed?.moreSources[0]?.source?.url]).toEqual([null, link.url]);
});

test("a page that does not support the statement is noted for organizers alone", async () => {
  const { db, on, id, campaign } = await aDraft();
  const doubt = { publisher: "An archive", note: "It speaks of another year." };
  expect(await doubtSource(db, { ...on, ...doubt, id, version: 2 }, now)).toEqual({ outcome: "stale" });
  expect(await doubtSource(db, { ...on, ...doubt, id, version: 1 }, now)).toEqual({ outcome: "doubted" });
  expect((await findEditedClaim(db, campaign.id, id))?.candidates).toEqual([
    { publisher: "A newsroom", title: null, url: null },
    { publisher: "An archive", title: "The filing", url: "https://example.org/filing", note: doubt.note },
  ]);
  expect(JSON.stringify(await readCase(db, campaign.id, "en", true))).not.toMatch(/another year|filing/);
  expect(
    (await db.select().from(campaignChanges)).map(({ field, stage, after }) => [field, stage, after]),
  ).toEqual([["doubt", "draft", "An archive: It speaks of another year."]]);
  const missing = { publisher: "Nobody", note: "It is gone." };
  expect(await doubtSource(db, { ...on, ...missing, id, version: 2 }, now)).toEnd("no-such-source");
});

test("what goes on is to be reviewed from its day on, and again 90 days after a review", async () => {
  const { db, on, id, campaign } = await aDraft();
  const dueOn = async (at: string) => {
    const opening = await readOpening(db, campaign.id, new Date(`${at}T12:00:00Z`));
    return [opening.due, checklistOf(opening, true).some(({ name }) => name === "reviews")];
  };
  expect(await reviewClaim(db, { ...on, id, version: 1 }, now)).toMatchObject({ outcome: "not-ongoing" });
  await db.update(claims).set({ reviewBy: "2026-11-24" }).where(eq(claims.id, id));
  expect([await dueOn("2026-11-23"), await dueOn("2026-11-24")]).toEqual([
    [0, false],
    [1, true],
  ]);
  expect((await readCase(db, campaign.id)).checked).toBeNull();
  expect(await reviewClaim(db, { ...on, id, version: 2 }, now)).toMatchObject({ outcome: "stale" });
  const next = "2027-02-22";
  expect(await reviewClaim(db, { ...on, id, version: 1 }, now)).toEqual({
    outcome: "reviewed",
    reviewBy: next,
  });
  expect([await dueOn("2027-02-21"), await dueOn(next)]).toEqual([
    [0, false],
    [1, true],
  ]);
  expect((await readCase(db, campaign.id)).checked).toBeNull();
  await db.update(claims).set({ published: false }).where(eq(claims.id, id));
  expect(await dueOn(next)).toEqual([0, false]);
});

test("an edit that waits takes the verified link too", async () => {
  const { db, on, id, campaign } = await aDraft();
  await changeRows(db, claims, id, { draft: { text: "It grew much." } });
  const link = { publisher: "A newsroom", title: null, url: "https://example.org/report" };
  await verifySource(db, { ...on, ...link, id, version: 1 }, now);
  const edited = await findEditedClaim(db, campaign.id, id);
  expect(edited?.draft).toMatchObject({ text: "It grew much.", sourceUrl: "https://example.org/report" });
  expect(edited?.live).toMatchObject({ text: "It grew.", sourceUrl: "https://example.org/report" });

  await changeRows(db, claims, id, {
    draft: { publisher: "Another newsroom", sourceUrl: null, sourceTitle: null, urlVerifiedAt: null },
  });
  const other = { publisher: "Another newsroom", title: null, url: "https://example.org/other" };
  expect(await verifySource(db, { ...on, ...other, id, version: 2 }, now)).toEqual({ outcome: "verified" });
  const again = await findEditedClaim(db, campaign.id, id);
  expect(again?.draft).toMatchObject({ sourceUrl: "https://example.org/other" });
  expect(again?.live).toMatchObject({ sourceUrl: "https://example.org/report" });
});

test("candidates are shown in local mode alone", async () => {
  const { db, campaign } = await aDraft();
  expect(JSON.stringify(await readCase(db, campaign.id))).not.toMatch(/filing/);
  expect((await readCase(db, campaign.id, "en", true)).claims[0]?.moreSources[0]?.candidate?.url).toBe(
    "https://example.org/filing",
  );
});
