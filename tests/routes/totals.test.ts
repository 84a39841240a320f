import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import { checkPapers } from "#app/domain/entries/pledges/check-papers.server.ts";
import type { HoldingForm, PledgeAnswers, VoteIntention } from "#app/domain/entries/pledges/pledge.ts";
import { publishTotals } from "#app/domain/entries/pledges/totals/publish-totals.server.ts";
import {
  readPledgesByCompany,
  readPublicTotals,
} from "#app/domain/entries/pledges/totals/read-totals.server.ts";
import { withdrawPledge } from "#app/domain/entries/pledges/withdraw-pledge.server.ts";
import { totalsCsv } from "#app/domain/outgoing/packs/making/pledge-totals.ts";
import { readPreview } from "#app/domain/pages/read-preview.server.ts";
import { loader as countJson } from "#app/routes/public/campaign/count/route.ts";
import { loader as pledgesJson } from "#app/routes/public/pledges/figures/route.ts";
import { loader as totalsPage } from "#app/routes/public/pledges/totals/route.tsx";
import { ballotItems, issuerSnapshots, meetings, targets } from "#db/schema/index.ts";
import { aCampaign, testKeys as keys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aHolder, pledgeAnswers } from "#tests/support/holders.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aMeeting, nextYear } from "#tests/support/pledges.ts";
import { aSite } from "#tests/support/site.ts";
import { readTruth, sumsIn, type TotalsBody } from "#tests/support/totals.ts";
import { aWatcher } from "#tests/support/watcher.ts";

const db = await aDatabase();

type Count = { holders: number; wholeShares: string | null };

/** A campaign with a meeting, and its two public addresses as a program reads them, uncached. */
async function aScene() {
  const campaign = await aCampaign(db);
  const meeting = await aMeeting(db, campaign, nextYear);
  const [item] = await db
    .insert(ballotItems)
    .values({ meetingId: meeting.id, number: 7, title: "Report on a sample", status: "on_ballot" })
    .returning();
  if (!item) throw new Error("no item was stored");
  const context = { db, findCampaign: (slug: string) => findCampaign(db, slug), locale: "en", env: {} };
  const asked = { params: { campaign: campaign.slug }, context } as never;
  return {
    campaign,
    meeting,
    item,
    holds: (values: Partial<PledgeAnswers> = {}, to?: string) =>
      aHolder(db, { campaign, meeting }, { answers: pledgeAnswers(values), ...(to ? { to } : {}) }),
    count: async () => (await (await countJson(asked)).json()) as Count,
    totals: async () => (await (await pledgesJson(asked)).json()) as TotalsBody,
    page: () => totalsPage(asked),
  };
}

const plain = (html: string) => html.replaceAll("<!-- -->", "").replaceAll("\u00a0", " ");
const shares = (number: number) => ({ holding: { shares: `${number}`, bucket: null } });

test("who reads count.json after each single pledge learns the holders, and no holding", async () => {
  const { holds, count } = await aScene();
  const read: Count[] = [];
  const check = async () => {
    await publishTotals(db, keys);
    read.push(await count());
  };
  const holders = [];
  for (let n = 0; n < 9; n++) {
    holders.push(await holds(shares(10 + n)));
    await check();
  }
  for (const { input } of holders.slice(0, 2)) {
    await holds(shares(30), input.email.address);
    await check();
  }
  for (const { pledge } of holders.slice(2, 7)) {
    await withdrawPledge(db, keys, pledge);
    await check();
  }
  expect(read.map(({ holders }) => holders)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 8, 7, 6, 5, 4]);
  expect(read.map(({ wholeShares }) => wholeShares)).toEqual([
    null,
    null,
    null,
    null,
    "60",
    "60",
    "60",
    "60",
    "60",
    // The fifth change since: four joined, one changed.
    "146",
    "146",
    "146",
    "146",
    "146",
    // Changed, and four withdrawn.
    "111",
    null,
  ]);
});

const forms: HoldingForm[] = ["broker", "broker", "broker", "registered", "employee_plan"];
const intentions: VoteIntention[] = ["for", "for", "against"];

const someAnswers = fc.record({
  form: fc.constantFrom(...forms),
  general: fc.option(fc.constantFrom(...intentions), { freq: 4 }),
  item: fc.option(fc.constantFrom(...intentions), { freq: 2 }),
  kind: fc.constantFrom("direct" as const, "direct" as const, "institution" as const),
  shares: fc.integer({ min: 1, max: 9_999_999 }),
});
type Answers = typeof someAnswers extends fc.Arbitrary<infer T> ? T : never;
const who = fc.nat(999);
const someActions = fc.oneof(
  { weight: 6, arbitrary: fc.record({ deed: fc.constant("pledge" as const), told: someAnswers }) },
  { weight: 3, arbitrary: fc.record({ deed: fc.constant("edit" as const), told: someAnswers, who }) },
  { weight: 2, arbitrary: fc.record({ deed: fc.constant("withdraw" as const), who }) },
  { weight: 2, arbitrary: fc.record({ deed: fc.constant("check" as const), who }) },
);
const [deeds = []] = fc.sample(fc.array(someActions, { minLength: 80, maxLength: 80 }), {
  numRuns: 1,
  seed: 1,
});

test("reading pledges.json after each act reveals no fewer than five pledges", async () => {
  const { campaign, meeting, item, holds, totals } = await aScene();
  const organizer = await anOrganizer(db, { campaign });
  const scope = { campaignId: campaign.id, organizerId: organizer.id };
  const watcher = aWatcher();
  const people: Awaited<ReturnType<typeof holds>>[] = [];
  const answersOf = ({ form, kind, ...answers }: Answers): Partial<PledgeAnswers> => ({
    ...shares(answers.shares),
    holdingForm: form,
    kind,
    intentions: [
      ...(answers.general ? [{ item: null, intention: answers.general }] : []),
      ...(answers.item ? [{ item: item.id, intention: answers.item }] : []),
    ],
  });
  for (const step of deeds) {
    if (step.deed === "pledge") people.push(await holds(answersOf(step.told)));
    const at = "who" in step && people.length > 0 ? step.who % people.length : -1;
    const one = people[at];
    if (one && step.deed === "withdraw") {
      await withdrawPledge(db, keys, one.pledge);
      people.splice(at, 1);
    }
    if (one && step.deed === "check")
      await checkPapers(db, keys, {
        scope,
        publicId: one.pledge.publicId,
        seen: "email_confirmed",
        level: "document_checked",
      });
    if (one && step.deed === "edit")
      people[at] = await holds({ ...answersOf(step.told), kind: one.pledge.kind }, one.input.email.address);
    await publishTotals(db, keys);
    watcher.look(sumsIn(await totals()), await readTruth(db, meeting));
  }
  expect(watcher.leaks).toEqual([]);
  expect(watcher.moves.length).toBeGreaterThan(15);
  expect(new Set(watcher.moves).size).toBeGreaterThan(6);
}, 120_000);

/** Every public place that prints sums of pledges, each as its text. */
const placesOfSums: Record<string, (scene: Awaited<ReturnType<typeof aScene>>) => Promise<unknown>> = {
  "count.json": ({ count }) => count(),
  "pledges.json": ({ totals }) => totals(),
  "the page of totals": ({ page }) => page().then(({ parts }) => parts),
  "the case": ({ page }) => page().then(({ campaign }) => readPledgesByCompany(db, campaign)),
  "the console's preview": async ({ campaign: { id } }) =>
    (await readPreview(db, id, { url: "", locale: "en", localMode: false, withUnpublished: true }))?.pledges,
  "a pack's totals": ({ campaign: { id } }) => readPublicTotals(db, id).then(totalsCsv),
};

test("no public place prints a sum of which one holder is more than half", async () => {
  const someone = fc.record({
    form: fc.constantFrom(...forms),
    general: fc.constantFrom(...intentions),
    shares: fc.oneof(
      { weight: 20, arbitrary: fc.integer({ min: 10_000, max: 19_999 }) },
      { weight: 1, arbitrary: fc.integer({ min: 200_000, max: 900_000 }) },
    ),
  });
  const crowds = fc.sample(fc.array(someone, { minLength: 11, maxLength: 14 }), { numRuns: 4, seed: 7 });
  const printed = new Set<string>();
  let dominated = 0;
  for (const crowd of crowds) {
    const scene = await aScene();
    for (const { form, general, shares: held } of crowd)
      await scene.holds({
        ...shares(held),
        holdingForm: form,
        intentions: [{ item: null, intention: general }],
      });
    await publishTotals(db, keys);
    const sums = [...(await readTruth(db, scene.meeting)).values()].map((parts) => {
      const all = [...parts.values()];
      const sum = all.reduce((total, one) => total + one, 0n);
      return { sum: `${sum}`, tells: all.some((one) => 2n * one > sum) };
    });
    const secret = sums.filter(({ tells }) => tells).map(({ sum }) => sum);
    dominated += secret.length;
    for (const [place, read] of Object.entries(placesOfSums)) {
      const text = JSON.stringify(await read(scene), (_, value) =>
        typeof value === "bigint" ? `${value}` : value,
      );
      const numbers = new Set(text.match(/\d+/g));
      expect([place, secret.filter((sum) => numbers.has(sum))]).toEqual([place, []]);
      if (sums.some(({ sum, tells }) => !tells && numbers.has(sum))) printed.add(place);
    }
  }
  expect(dominated).toBeGreaterThan(5);
  expect([...printed].sort()).toEqual(Object.keys(placesOfSums).sort());
}, 60_000);

test("both files are open to every site, cached a second, and say what is hidden", async () => {
  const site = await aSite();
  for (const path of ["/c/microsoft-ice/count.json", "/c/microsoft-ice/pledges.json"]) {
    const answer = await site.get(path);
    expect(answer.status, path).toBe(200);
    expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=0, s-maxage=1");
    expect((await site.get(path.replace("microsoft-ice", "no-such-campaign"))).status).toBe(404);
  }
  expect(await (await site.get("/c/microsoft-ice/count.json")).json()).toEqual({
    signatures: 0,
    holders: 0,
    wholeShares: null,
    letters: 0,
    asOf: expect.stringMatching(/^\d{4}-/),
  });
  const data = await (await site.get("/c/microsoft-ice/pledges.json")).json();
  expect(data).toMatchObject({
    suppression: { groupsUnder: 5, note: "groups under 5 are not shown" },
    holders: 0,
    published: null,
    valueInDollars: null,
    voted: null,
    meeting: { status: "expected", trust: "unverified", sourceUrl: null },
    onePercentagePoint: { shown: false, why: "unverified" },
  });

  const html = plain(await (await site.get("/c/microsoft-ice/pledges")).text());
  expect(html).toContain("No shareholder has pledged yet for Microsoft’s annual meeting of");
  for (const { meeting } of [data, ...data.otherMeetings])
    expect(html).toContain(`pledged yet for Microsoft’s annual meeting of ${meeting.year}`);
  expect(html).toContain("Once five shareholders have pledged, this page shows");
  expect(html).toContain("This pledge is not a proxy. Nobody votes for you.");
  expect(html).toContain("Once we’ve verified how many shares exist");
  expect(html).toContain(
    "Since 2024, 3 proposals got from over 26% to over 36% yes votes, as reported, " + "not verified",
  );
  expect(html).not.toMatch(/<script| style="/);
  const onCase = plain(await (await site.get("/c/microsoft-ice")).text());
  expect(onCase).toMatch(/<h2 id="shareholders">.*href="\/c\/microsoft-ice\/pledges"/);
  expect((await site.get("/es/c/microsoft-ice/pledges")).status).toBe(200);
});

test("the data agrees with the page, with values only from a fresh price", async () => {
  const { campaign, meeting, holds, totals } = await aScene();
  for (let n = 1; n <= 6; n++) await holds({ holding: { shares: `${n}.9`, bucket: null } });
  for (let n = 1; n <= 5; n++) await holds({ holding: { shares: null, bucket: "100-999" } });
  for (let n = 1; n <= 5; n++) await holds({ kind: "fund", holding: null });
  await publishTotals(db, keys);
  const read = async () => (await totals()) as TotalsBody & Record<string, unknown>;
  expect(await read()).toMatchObject({
    holders: 11,
    published: {
      all: { holders: 11, wholeShares: "21", ranges: { holders: 5, min: "500", max: "4995" } },
      byVerification: { email_confirmed: { holders: 11 } },
      fundHolders: 5,
    },
    valueInDollars: { shown: false, why: "unset" },
  });

  const today = new Date().toISOString().slice(0, 10);
  const figures = {
    targetId: campaign.targetId,
    price: "471.25",
    asOf: today,
    sharesOutstanding: 7_433_038_381n,
  };
  await db.insert(issuerSnapshots).values(figures);
  expect(await read()).toMatchObject({ valueInDollars: { shown: false, why: "unverified" } });
  await db.insert(issuerSnapshots).values({ ...figures, verifiedAt: new Date(), verifiedBy: "An organizer" });
  expect(await read()).toMatchObject({
    valueInDollars: { shown: true, dollars: "9896.25", asOf: today },
    onePercentagePoint: { shown: true, shares: "74330383", outstanding: "7433038381" },
  });

  // Next year's meeting takes pledges as well, and its sums are its own.
  const next = await aMeeting(db, campaign, nextYear + 1);
  for (let n = 1; n <= 5; n++)
    await aHolder(db, { campaign, meeting: next }, { answers: pledgeAnswers(shares(10 + n)) });
  await publishTotals(db, keys);
  expect(await read()).toMatchObject({
    holders: 11,
    meeting: { year: nextYear },
    otherMeetings: [
      {
        holders: 5,
        meeting: { year: nextYear + 1 },
        published: { all: { holders: 5, wholeShares: "65" } },
        valueInDollars: { shown: true },
      },
    ],
  });

  // When its vote is over, its totals stay next to those of the new meeting.
  for (const status of ["closed", "results"] as const) {
    await db.update(meetings).set({ status }).where(eq(meetings.id, meeting.id));
    expect(await read()).toMatchObject({
      holders: 5,
      meeting: { year: nextYear + 1 },
      otherMeetings: [{ holders: 11, meeting: { year: nextYear, status }, published: { fundHolders: 5 } }],
    });
  }

  // Under another law shares have no price in dollars.
  await db.update(targets).set({ jurisdiction: "other" }).where(eq(targets.id, campaign.targetId));
  expect(await read()).toMatchObject({ valueInDollars: null, onePercentagePoint: { shown: true } });
});
