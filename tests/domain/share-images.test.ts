import { readdir, readFile } from "node:fs/promises";
import { eq, sql } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import { drawDueImages } from "#app/domain/pages/draw-due-images.server.ts";
import { findShareImage, readShareImage } from "#app/domain/pages/find-share-image.server.ts";
import type { PictureWords } from "#app/domain/pages/share-image.ts";
import { roundDown } from "#app/domain/pages/share-image-words.server.ts";
import { drawPicture } from "#app/pictures/draw-picture.server.ts";
import { drawPicture as drawInProcess } from "#app/pictures/pictures.ts";
import { campaigns, claims, shareImages } from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";

const db = await aDatabase();

// What is due is looked for in every public campaign.
afterEach(() => db.update(campaigns).set({ status: "draft" }));

/** Records the words to draw instead of drawing: they are its bytes. */
async function draw() {
  const drawn: PictureWords[] = [];
  await drawDueImages(db, async (words) => {
    drawn.push(words);
    return Buffer.from(JSON.stringify(words));
  });
  return drawn;
}

const count = (campaignId: number, confirmed: number) =>
  db.execute(sql`insert into campaign_counts (campaign_id, slot, confirmed)
    values (${campaignId}, 0, ${confirmed})
    on conflict (campaign_id, slot) do update set confirmed = excluded.confirmed`);

const startedAt = new Date("2026-10-02T09:00:00Z");
const sent = { ...approved, state: "sent", startedAt, preparedAt: startedAt, finishedAt: startedAt } as const;

test("every public campaign and update gets a share image in each language", async () => {
  await aCampaign(db, { status: "draft" });
  const campaign = await aCampaign(db);
  expect((await draw()).map(({ title }) => title)).toEqual(["Sample campaign", "Sample campaign"]);

  await anUpdate(db, campaign, { ...sent, subject: "What they said" });
  const [inEnglish, inSpanish] = await draw();
  expect(inEnglish).toMatchObject({
    eyebrow: "Sample campaign",
    title: "What they said",
    figure: null,
    foot: "Update 1, October 2, 2026",
  });
  expect(inSpanish?.foot).toMatch(/2 de octubre de 2026/);
  expect(await draw()).toEqual([]);
});

test("a share image is redrawn for a new title, figure, goal or wording only", async () => {
  const campaign = await aCampaign(db, { goalSteps: [1000, 5000] });
  expect((await draw()).map(({ figure }) => figure)).toEqual([null, null]);
  const change = (set: Partial<typeof campaigns.$inferInsert>) =>
    db.update(campaigns).set(set).where(eq(campaigns.id, campaign.id));

  await count(campaign.id, 99);
  expect(await draw()).toEqual([]);
  await count(campaign.id, 100);
  expect((await draw()).map(({ figure }) => figure?.number)).toEqual(["100", "100"]);
  await count(campaign.id, 1234);
  expect((await draw()).map(({ figure }) => figure)).toEqual([
    { number: "1,200", of: "people have signed", done: 0.24 },
    { number: "1,200", of: "personas firmaron", done: 0.24 },
  ]);
  await count(campaign.id, 1299);
  expect(await draw()).toEqual([]);
  await change({ goalSteps: [2000, 5000] });
  expect((await draw()).map(({ figure }) => figure?.done)).toEqual([0.6, 0.6]);
  await change({ title: "Another title" });
  expect(await draw()).toHaveLength(2);
  await change({ standfirst: "Another standfirst." });
  expect(await draw()).toEqual([]);
  await change({ languages: ["en", "es"] });
  for (const [original, translation] of [
    ["Another title", "Otro título"],
    ["Petition", "Petición"],
    ["Another standfirst.", "Otra entradilla."],
  ]) {
    await db.execute(sql`insert into campaign_translations (campaign_id, locale, original_sha256, original,
        translation)
      values (${campaign.id}, 'es', sha256(convert_to(${original}, 'UTF8')), ${original}, ${translation})`);
  }
  expect((await draw()).map(({ title }) => title)).toEqual(["Otro título"]);
});

test("a share image shows the chart with its source, and says so in its alt text", async () => {
  const campaign = await aCampaign(db);
  await db.insert(claims).values({
    campaignId: campaign.id,
    position: 1,
    section: "reported",
    kind: "opinion",
    text: "It grew.",
    attribution: "A newsroom",
    published: true,
    picture: {
      kind: "growth",
      heading: null,
      look: "bars",
      unit: "tonne",
      points: [
        { on: "2025-07", value: 400, qualifier: "about" },
        { on: "2026-01", value: 1400, qualifier: "nearly" },
      ],
    },
  });
  const [inEnglish, inSpanish] = await draw();
  expect(inEnglish?.evidence).toEqual({
    bars: [
      { month: "July 2025", amount: "about 400", share: 400 / 1400 },
      { month: "January 2026", amount: "nearly 1,400 tonnes", share: 1 },
    ],
    blocks: 14,
    source: "Source: A newsroom",
  });
  const plain = (text: string | undefined) => text?.replaceAll("\u00a0", " ");
  expect(inSpanish?.evidence?.bars.map(({ month }) => plain(month))).toEqual([
    "julio de 2025",
    "enero de 2026",
  ]);
  expect(plain((await findCampaign(db, campaign.slug, "en"))?.shareImage?.alt)).toBe(
    "Sample campaign. Nearly 1,400 tonnes in January 2026, from about 400 in July 2025.",
  );
  await db.update(claims).set({ published: false }).where(eq(claims.campaignId, campaign.id));
  expect((await draw()).map(({ evidence }) => evidence)).toEqual([null, null]);
});

test("a campaign names its language's image, by a name that changes with its bytes", async () => {
  const campaign = await aCampaign(db);
  expect((await findCampaign(db, campaign.slug, "en"))?.shareImage).toBeNull();
  await draw();
  const before = (await findCampaign(db, campaign.slug, "en"))?.shareImage;
  expect(before).toEqual({ file: expect.stringMatching(/^en-[0-9a-f]{20}\.png$/), alt: "Sample campaign." });
  expect((await findCampaign(db, campaign.slug))?.shareImage).toEqual(before);
  expect((await findCampaign(db, campaign.slug, "es"))?.shareImage?.file).toMatch(/^es-/);

  await count(campaign.id, 5000);
  await draw();
  const after = (await findCampaign(db, campaign.slug, "en"))?.shareImage;
  expect(after?.file).not.toBe(before?.file);
  expect(after?.alt).toBe("Sample campaign. 5,000 people have signed.");
});

test("a restored draft keeps its update's image, and an unknown one has none", async () => {
  const campaign = await aCampaign(db);
  const update = await anUpdate(db, campaign, sent);
  await draw();
  const which = { campaignId: campaign.id, locale: "en", number: update.number };
  expect((await findShareImage(db, which))?.file).toMatch(/^en-1-[0-9a-f]{20}\.png$/);
  expect(await findShareImage(db, { ...which, number: 2 })).toBeNull();
  expect(await readShareImage(db, { ...which, locale: "fr" })).toBeNull();
});

test("a picture is a PNG of 1200 × 630 points, and the same words make the same bytes", async () => {
  const campaign = await aCampaign(db, {
    title: `${"An unbroken name: ".repeat(8)}${"w".repeat(60)} Łódź 中文`.slice(0, 200),
  });
  await drawDueImages(db, drawPicture);
  const rows = await db.select().from(shareImages).where(eq(shareImages.campaignId, campaign.id));
  expect(rows).toHaveLength(2);
  for (const { png } of rows) {
    expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeLessThan(300_000);
  }
  // The other language's is still there, and is not drawn.
  const [first] = rows;
  await db.delete(shareImages).where(eq(shareImages.file, first?.file ?? ""));
  expect(await drawDueImages(db, drawPicture)).toBe(1);
  const again = await db.select().from(shareImages).where(eq(shareImages.campaignId, campaign.id));
  expect(again.map(({ file }) => file).sort()).toEqual(rows.map(({ file }) => file).sort());
});

test("a figure is rounded down to two digits", () => {
  expect([7, 99, 100, 987, 12_345, 1_000_000].map(roundDown)).toEqual([7, 99, 100, 980, 12_000, 1_000_000]);
});

test("a picture says the next date alone, without days left, until that day has passed", async () => {
  const campaign = await aCampaign(db, { handoverOn: "2027-03-05" });
  const drawOn = async (now: Date) => {
    const drawn: string[] = [];
    await drawDueImages(
      db,
      async ({ eyebrow }) => {
        drawn.push(eyebrow);
        return Buffer.from(eyebrow);
      },
      undefined,
      now,
    );
    return drawn;
  };
  expect(await drawOn(new Date("2027-03-01T12:00:00Z"))).toEqual(
    expect.arrayContaining([`${campaign.eyebrow} · Handover: March 5, 2027`]),
  );
  expect(await drawOn(new Date("2027-03-05T12:00:00Z"))).toEqual([]);
  expect(await drawOn(new Date("2027-03-06T12:00:00Z"))).toEqual([campaign.eyebrow, campaign.eyebrow]);
});

test("a picture is drawn in a process of its own, which ends first where memory runs out", async () => {
  await aCampaign(db);
  const [words] = await draw();
  if (!words) throw new Error("nothing is due");
  const drawing = drawInProcess(words);
  if (process.platform === "linux")
    await vi.waitFor(async () => expect(await scoresOfDrawing()).toEqual(["1000"]), {
      timeout: 5000,
      interval: 20,
    });
  expect((await drawing).equals(await drawPicture(words))).toBe(true);
});

/** How soon the system ends each process that draws for us where memory runs out. */
async function scoresOfDrawing() {
  const readOf = (pid: string, name: string) => readFile(`/proc/${pid}/${name}`, "utf8").catch(() => "");
  const all = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const ours = await Promise.all(
    all.map(async (pid) => {
      const isOurs = (await readOf(pid, "status")).includes(`PPid:\t${process.pid}\n`);
      return isOurs && (await readOf(pid, "cmdline")).includes("drawing-process")
        ? [(await readOf(pid, "oom_score_adj")).trim()]
        : [];
    }),
  );
  return ours.flat();
}

test("a picture that cannot be drawn in its process says so", async () => {
  await expect(drawInProcess({ title: 1 } as never)).rejects.toThrow("was not drawn: exit 1");
});

test("a picture that cannot be drawn holds up no other, and is reported", async () => {
  const broken = await aCampaign(db, { title: "Cannot be drawn" });
  const drawn = await aCampaign(db, { title: "Can be drawn" });
  const drawOne = async ({ title }: PictureWords) => {
    if (title === broken.title) throw new Error("not drawn");
    return Buffer.from(title);
  };
  await expect(drawDueImages(db, drawOne)).rejects.toThrow("not drawn");
  expect(await db.$count(shareImages, eq(shareImages.campaignId, drawn.id))).toBe(2);
  expect(await db.$count(shareImages, eq(shareImages.campaignId, broken.id))).toBe(0);
  await draw();
});

test("while no picture can be drawn, few are tried at a time", async () => {
  for (let n = 0; n < 8; n++) await aCampaign(db);
  let tries = 0;
  const fails = async () => {
    tries += 1;
    throw new Error("not drawn");
  };
  await expect(drawDueImages(db, fails)).rejects.toThrow("not drawn");
  expect(tries).toBe(10);
  await draw();
});

test("a worker that stops waits for no picture, and reports none", async () => {
  await aCampaign(db);
  const stop = new AbortController();
  let tries = 0;
  const hangs = (_: PictureWords, signal?: AbortSignal) =>
    new Promise<Buffer>((_, reject) => {
      tries += 1;
      signal?.addEventListener("abort", () => reject(signal.reason));
      stop.abort();
    });
  expect(await drawDueImages(db, hangs, stop.signal)).toBe(0);
  expect(tries).toBe(1);
  const [words] = await draw();
  if (!words) throw new Error("nothing is due");
  await expect(drawInProcess(words, stop.signal)).rejects.toThrow("aborted");
});
