import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freezeCampaign } from "#app/domain/campaign/freeze-campaign.server.ts";
import { auditEntries, imports, outbox, paperSignatures, supporters } from "#db/schema/index.ts";
import { aFolder, anOperator, jsonOf } from "#tests/support/operator.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const folder = aFolder();
const file = join(folder, "sheet.csv");
const agreed = [
  "--consent-text",
  "I sign this petition.",
  "--consent-source",
  "A stall",
  "--agreed-on",
  "2026-11-01",
];

test("a typed sheet is tried, taken in, counted apart and never mailed, as on the page", async () => {
  const { db, cli } = await anOperator(folder);
  const sheet = (...args: string[]) =>
    cli("import", "paper", "--file", file, "--country", "US", ...agreed, ...args);
  writeFileSync(file, 'Name,Postcode\nAna Paper,02139\n"Bloom, Ada"\nana paper,02139\n');
  const tried = await sheet("--dry-run");
  expect([tried.code, tried.err]).toEqual([0, ""]);
  expect(tried.out).toMatch(
    /\n +2 +new .*US +02139 +Ana Paper\n +3 +new .*– +Bloom, Ada\n +4 .*02139 +ana paper\n/,
  );
  expect(tried.out).toContain("2 of 3 would count as paper signatures. Nothing was imported.");
  expect([await db.$count(imports), await db.$count(paperSignatures)]).toEqual([0, 0]);
  expect(await db.$count(auditEntries)).toBe(0);

  expect(jsonOf(await sheet("--json"))).toMatchObject({ outcome: "imported", number: 1, added: 2 });
  expect(await db.$count(paperSignatures)).toBe(2);
  expect([await db.$count(supporters), await db.$count(outbox)]).toEqual([0, 0]);
  expect(jsonOf(await sheet("--json"))).toMatchObject({ added: 0 });
  const [entry] = await db.select().from(auditEntries);
  expect(entry).toMatchObject({ actor: "operator", action: "paper-typed", detail: { added: 2 } });
  expect(jsonOf(await cli("import", "undo", "--import", "1", "--json"))).toMatchObject({ state: "undone" });
  expect(await db.$count(paperSignatures)).toBe(0);
}, 300_000);

test("sheets and queries come from standard input, so that no shell keeps a name", async () => {
  const { db, campaign, piped } = await anOperator(folder);
  const sheet = ["--file", "-", "--country", "US", ...agreed, "--json"];
  expect(jsonOf(await piped("Ana Paper\nBen Paper\n", "import", "paper", ...sheet))).toMatchObject({
    added: 2,
  });
  expect(await piped("", "import", "paper", ...sheet)).toMatchObject({ code: 1, out: "" });
  await aStoredSignature(db, campaign, { name: "Ada Bloom" });
  expect(jsonOf(await piped("bloom\n", "signature", "find", "--for", "-", "--json"))).toMatchObject({
    found: [{ name: "Ada Bloom" }],
  });
}, 200_000);

test("a sheet with an address, without names or without consent text is refused", async () => {
  const { db, campaign, cli } = await anOperator(folder);
  const sheet = (...args: string[]) => cli("import", "paper", "--file", file, "--country", "US", ...args);
  writeFileSync(file, "Ana Paper,02139\nBen Paper,ben@example.org\n");
  const refused = await sheet(...agreed);
  expect(refused).toMatchObject({ code: 1, out: "" });
  expect(refused.err).toMatch(/^Nothing was imported\.\nline 2, “Ben Paper”: /);
  writeFileSync(file, "\n");
  expect(await sheet(...agreed)).toMatchObject({ code: 1, out: "" });
  writeFileSync(file, "Ana Paper\n");
  expect(await sheet()).toMatchObject({ code: 2, out: "" });
  expect(await sheet(...agreed.slice(0, -1), "2999-01-01")).toMatchObject({ code: 2, out: "" });
  expect(await sheet(...agreed, "--country", "Moon")).toMatchObject({ code: 2, out: "" });
  await freezeCampaign(db, { campaignId: campaign.id, actor: "operator" });
  expect(await sheet(...agreed)).toMatchObject({ code: 1, out: "" });
  expect(await db.$count(imports)).toBe(0);
}, 300_000);
