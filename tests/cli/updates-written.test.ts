import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditEntries, supporters, updates, updateTexts } from "#db/schema/index.ts";
import { rowsIn } from "#tests/support/builders.ts";
import { aFolder, anOperator, jsonOf } from "#tests/support/operator.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";

const folder = aFolder();
const file = join(folder, "news.md");

test("an update is drafted, edited, submitted and withdrawn by command", async () => {
  const { db, campaign, cli } = await anOperator(folder);
  const asker = await aStoredSignature(db, campaign, { consents: ["sign", "updates"] });
  const confirmed = { confirmedAt: asker.signature.confirmedAt };
  await db.update(supporters).set(confirmed).where(eq(supporters.id, asker.supporter.id));
  writeFileSync(file, "Two things **happened**.\n");
  const { publicId } = jsonOf(await cli("update", "draft", "--subject", "News", "--json"));
  const on = ["--update", "1"];
  const early = await cli("update", "submit", ...on);
  expect(early).toMatchObject({ code: 1, out: "" });
  expect(early.err).toContain("body en: Write the text");
  const options = ["--body-file", file, "--audience-country", "us", "--archive", "no"];
  const greeting = ["--greeting", "Good morning,"];
  expect(jsonOf(await cli("update", "edit", ...on, ...options, ...greeting, "--json"))).toMatchObject({
    outcome: "saved",
    version: 3,
    tookBack: false,
    unreadable: [],
  });
  const spanish = ["--locale", "es", "--subject", "Noticias", "--greeting", "", "--body-file", file];
  jsonOf(await cli("update", "edit", ...on, ...spanish, "--json"));
  const [row] = await db.select().from(updates).where(eq(updates.publicId, publicId));
  expect(row).toMatchObject({ inArchive: false, audience: { countries: ["US"], did: "anything" } });
  const narrowed = ["--audience-language", "en", "--audience-holding", "broker,fund"];
  const counted = jsonOf(await cli("update", "edit", ...on, ...narrowed, "--audience-country", "", "--json"));
  expect(counted).toMatchObject({ people: 0, version: 5 });
  expect((await cli("update", "status", ...on)).out).toContain(
    "everyone, in all countries, reading English, who hold with a broker or in a fund.\n0 people",
  );
  const cleared = ["--audience-language", "", "--audience-holding", ""];
  const again = await cli("update", "edit", ...on, ...cleared, "--audience-country", "us", "--json");
  expect(jsonOf(again)).toMatchObject({ people: 1 });
  const texts = await db.select().from(updateTexts).orderBy(updateTexts.locale);
  expect(texts.map(({ locale, subject, greeting }) => [locale, subject, greeting])).toEqual([
    ["en", "News", "Good morning,"],
    ["es", "Noticias", ""],
  ]);
  for (const wrong of [
    [],
    ["--locale", "es"],
    ["--greeting", "Dear all,\nagain"],
    ["--greeting", "x".repeat(101)],
    ["--locale", "de", "--subject", "X"],
    ["--audience-since", "1"],
    ["--audience-language", "english"],
    ["--audience-holding", "mattress"],
    ["--audience-willing", "cofile,sing"],
    ["--audience-company", "no-such-company"],
  ])
    expect(await cli("update", "edit", ...on, ...wrong)).toMatchObject({ code: 2, out: "" });

  jsonOf(await cli("update", "submit", ...on, "--json"));
  expect(await cli("update", "submit", ...on)).toMatchObject({ code: 1, out: "" });
  expect(await cli("update", "approve", ...on)).toMatchObject({ code: 1, out: "" });
  expect(jsonOf(await cli("update", "edit", ...on, "--subject", "More news", "--json"))).toMatchObject({
    tookBack: true,
  });
  expect(await cli("update", "take-back", ...on)).toMatchObject({ code: 1, out: "" });
  jsonOf(await cli("update", "submit", ...on, "--json"));
  jsonOf(await cli("update", "take-back", ...on, "--json"));
  const entries = await rowsIn(db, auditEntries, { subject: publicId });
  expect(entries.map(({ actor, action }) => `${actor} ${action}`)).toEqual(
    [
      "drafted",
      "edited",
      "edited",
      "edited",
      "edited",
      "edited",
      "submitted",
      "approval-withdrawn",
      "edited",
      "submitted",
      "approval-withdrawn",
    ].map((step) => `operator update-${step}`),
  );
}, 400_000);

test("an unsendable draft is stored with a warning, and a sent update continued", async () => {
  const { db, campaign, cli } = await anOperator(folder);
  writeFileSync(file, "See [[claim:99]].\n\n<script>\n");
  const drafted = jsonOf(await cli("update", "draft", "--subject", "News", "--body-file", file, "--json"));
  expect(drafted.unreadable.length).toBeGreaterThan(0);
  expect(await cli("update", "submit", "--update", "1")).toMatchObject({ code: 1, out: "" });
  expect(await cli("update", "preview", "--update", "1")).toMatchObject({
    code: 1,
    out: "",
    err: expect.stringContaining("is HTML"),
  });
  expect(await cli("update", "continue", "--update", "1")).toMatchObject({ code: 1, out: "" });
  const at = new Date();
  await anUpdate(db, campaign, { ...approved, state: "sent", startedAt: at, preparedAt: at, finishedAt: at });
  expect(jsonOf(await cli("update", "continue", "--update", "2", "--json"))).toMatchObject({
    outcome: "drafted",
    number: 3,
  });
}, 200_000);
