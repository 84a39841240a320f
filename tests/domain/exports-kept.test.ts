import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { ExportForm, listOf } from "#app/domain/outgoing/exports/export-form.ts";
import { downloadKept, findKept } from "#app/domain/outgoing/exports/fetch-kept.server.ts";
import { deleteFilter, listFilters, saveFilter } from "#app/domain/outgoing/exports/filters.server.ts";
import { fetchExport } from "#app/domain/outgoing/exports/making/fetch-export.server.ts";
import { nothingYet } from "#app/domain/outgoing/exports/making/gather-rows.server.ts";
import { findManifest } from "#app/domain/outgoing/exports/manifest.server.ts";
import { type ExportFilter, usualFilter } from "#app/domain/outgoing/exports/presets.ts";
import { listExportsOf } from "#app/domain/outgoing/exports/queries.server.ts";
import { wipeExport } from "#app/domain/outgoing/exports/wipe-exports.server.ts";
import { PieceWriter, pieceAad, pieceLength } from "#app/domain/record/keep-pieces.server.ts";
import { readPieces } from "#app/domain/record/read-pieces.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { makeKeys, seal } from "#app/lib/keys.server.ts";
import { makeExports } from "#app/tasks/index.ts";
import { auditEntries, filePieces, listExports, supporters } from "#db/schema/index.ts";
import { aCampaign, changeRows, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { keptExportsOf } from "#tests/support/exports.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { unzipped } from "#tests/support/zip.ts";

const db = await aDatabase();
const now = new Date("2026-11-24T12:00:00Z");
const never = new AbortController().signal;
const { asked, exported } = keptExportsOf(db, now);
const wantsNews = ["sign", "updates"] as const;

const cellsOf = (bytes: Buffer) => parse(bytes, { columns: true }) as Record<string, string>[];
const bytesOf = async (pieces: AsyncIterable<Buffer>) => buffer(Readable.from(pieces));

test("each preset has its tool's columns, full names, and only consenting people", async () => {
  const campaign = await aCampaign(db);
  await aStoredSignature(db, campaign, {
    name: "Ana María Ó Sample",
    email: "ana@example.org",
    postalCode: "02139",
    comment: "=because",
    consents: wantsNews,
    signedAt: new Date("2026-11-20T10:00:00Z"),
  });
  await aStoredSignature(db, campaign, { name: "Cher", email: "cher@example.org", consents: wantsNews });
  await aStoredSignature(db, campaign, { name: "No News", email: "no@example.org" });

  for (const preset of ["action-network", "mailchimp", "listmonk"] as const) {
    const bytes = await exported(campaign, { preset });
    expect(bytes.toString(), preset).not.toContain("no@example.org");
    expect(cellsOf(bytes), preset).toHaveLength(2);
  }
  const network = cellsOf(await exported(campaign, { preset: "action-network" }));
  expect(network.find((row) => row.email === "ana@example.org")).toMatchObject({
    first_name: "Ana María Ó",
    last_name: "Sample",
    full_name: "Ana María Ó Sample",
    zip_code: "02139",
    address: "",
    country: "US",
  });
  expect(network.find((row) => row.email === "cher@example.org")).toMatchObject({
    first_name: "Cher",
    last_name: "",
  });
  const [monk] = cellsOf(await exported(campaign, { preset: "listmonk", filter: { from: "2026-11-20" } }));
  expect(JSON.parse(monk?.attributes ?? "")).toMatchObject({ country: "US", email_opt_in: true });
});

test("consent is left out only on purpose, marked in a column, never for the company", async () => {
  const campaign = await aCampaign(db);
  await aStoredSignature(db, campaign, { email: "none@example.org" });
  const form = (values: Record<string, string>) => ExportForm.safeParse(values);
  expect(form({ preset: "delivery", consent: "any" }).success).toBe(false);
  // Bypassing the form gives no more.
  const bytes = await exported(campaign, { preset: "delivery", filter: { consent: null } });
  expect(cellsOf(bytes)).toEqual([]);
  const left = listOf(ExportForm.parse({ preset: "action-network", consent: "any" }));
  expect(left.filter).toMatchObject({ consent: null });
  const [row] = cellsOf(await exported(campaign, { preset: "action-network", filter: { consent: null } }));
  expect(row).toMatchObject({ email: "none@example.org", email_opt_in: "no" });

  const wanted = await asked(campaign, { preset: "action-network", filter: { consent: null } });
  const fetched = await fetchExport(db, testKeys, wanted, now);
  if (fetched.outcome === "streaming") await buffer(fetched.file);
  const manifest = await findManifest(db, wanted);
  expect(manifest).toHaveProperty("consentLeftOut");
});

test("a filter takes several states and countries, and keeps out the rest", async () => {
  const campaign = await aCampaign(db);
  for (const country of ["US", "DE", "FR"])
    for (const state of ["confirmed", "pending", "withdrawn"] as const)
      await aStoredSignature(db, campaign, { country, state });
  const form = ExportForm.parse({ preset: "full", state: ["confirmed", "pending"], countries: "de, us" });
  const { filter } = listOf(form);
  const rows = cellsOf(await exported(campaign, { filter: filter as ExportFilter }));
  expect(rows.map((row) => `${row.country} ${row.status}`).sort()).toEqual([
    "DE confirmed",
    "DE pending",
    "US confirmed",
    "US pending",
  ]);
  for (const wrong of [
    { countries: "XX" },
    { state: "waiting" },
    { format: "json" },
    { from: "2026-02-02", to: "2026-02-01" },
  ])
    expect(ExportForm.safeParse({ preset: "full", ...wrong }).success, JSON.stringify(wrong)).toBe(false);
});

test("a workbook is text only, names are whole, and long lists continue on a sheet", async () => {
  const campaign = await aCampaign(db);
  const names = ["=1+1", "O'Neil <&> Łódź \u0001", "_x0041_ 山田 太郎"];
  for (const [n, name] of names.entries())
    await aStoredSignature(db, campaign, {
      name: name.replace("\u0001", ""),
      postalCode: `0213${n}`,
      comment: "two\nlines",
    });
  const bytes = await exported(campaign, { filter: { format: "xlsx" } });
  const files = await unzipped(bytes);
  const sheet = files["xl/worksheets/sheet1.xml"] ?? "";
  expect(sheet).toContain('<t xml:space="preserve">=1+1</t>');
  expect(sheet).toContain("O'Neil &lt;&amp;&gt; Łódź");
  expect(sheet).toContain("_x005F_x0041_ 山田 太郎");
  expect(sheet).toContain("02130");
  expect(sheet).not.toMatch(/<f>|<v>|t="n"|t="str"/);
  expect(sheet.match(/<row>/g)).toHaveLength(4);
  expect(files["xl/workbook.xml"]).toContain("List");
});

test("a job makes a kept file, which is fetched from any byte, each time logged", async () => {
  const campaign = await aCampaign(db);
  for (let n = 0; n < 30; n++) await aStoredSignature(db, campaign, { comment: "x".repeat(1000) });
  const wanted = await asked(campaign, { kept: true });
  expect(await findKept(db, wanted, now)).toEqual({ outcome: "being-made" });
  expect((await fetchExport(db, testKeys, wanted, now)).outcome).toBe("unknown");

  expect(await makeExports({ db, keys: testKeys, stop: never }, () => now)).toBe(1);
  expect(await makeExports({ db, keys: testKeys, stop: never }, () => now)).toBe(0);
  const kept = await findKept(db, wanted, now);
  if (!kept || "outcome" in kept) throw new Error("the file is not there");
  const all = await bytesOf(
    await downloadKept(db, testKeys, { ...wanted, list: kept.list }, { from: 0, to: kept.bytes }, now),
  );
  expect(all.equals(await exported(campaign, {}))).toBe(true);
  expect(createHash("sha256").update(all).digest("hex")).toBe(kept.sha256);
  const rest = await bytesOf(
    await downloadKept(db, testKeys, { ...wanted, list: kept.list }, { from: 9_000, to: kept.bytes }, now),
  );
  expect(rest.equals(all.subarray(9_000))).toBe(true);

  const ofIt = eq(auditEntries.subject, wanted.id);
  const entries = await db.select().from(auditEntries).where(ofIt).orderBy(auditEntries.id);
  expect(entries.map(({ action }) => action)).toEqual([
    "export-started",
    "export-completed",
    "export-fetched",
    "export-fetched",
  ]);
  const [listed] = (await listExportsOf(db, wanted)).filter(({ id }) => id === wanted.id);
  expect(listed).toMatchObject({ state: "completed", rows: 30, rowsSoFar: 30, kept: true });
  const [piece] = await db.select().from(filePieces).where(eq(filePieces.file, wanted.id));
  expect(piece?.sealed.includes("Ana Sample")).toBe(false);

  // Another organizer of the campaign sees that it was made, but cannot download it.
  const other = await anOrganizer(db, { campaign });
  expect(await findKept(db, { ...wanted, organizerId: other.id }, now)).toBeNull();
});

test("a kept file ends after a day, on request, or when somebody in it is erased", async () => {
  const [campaign, elsewhere] = [await aCampaign(db), await aCampaign(db)];
  const { supporter } = await aStoredSignature(db, campaign, { name: "Erased Person" });
  await aStoredSignature(db, elsewhere);
  const files = [
    await asked(campaign, { kept: true }),
    await asked(campaign, { kept: true }),
    await asked(elsewhere, { kept: true }),
  ] as const;
  const [byErasure, byOrganizer, byTime] = files;
  expect(await makeExports({ db, keys: testKeys, stop: never }, () => now)).toBe(3);
  expect(await wipeExport(db, byOrganizer, now)).toBe(true);
  const nothing = { record: async () => {}, removeMails: async () => {} };
  const ports = { keys: testKeys, ...nothing };
  await eraseSupporter(db, ports, { publicId: supporter.publicId, actor: "supporter" }, now);
  expect(await findKept(db, byErasure, now)).toEqual({ outcome: "over" });
  expect(await findKept(db, byTime, now)).toMatchObject({ bytes: expect.any(Number) });
  await makeExports({ db, keys: testKeys, stop: never }, () => new Date(now.getTime() + 25 * 3_600_000));
  for (const file of files) {
    expect(await db.$count(filePieces, eq(filePieces.file, file.id))).toBe(0);
    const entries = await db.select().from(auditEntries).where(eq(auditEntries.subject, file.id));
    expect(entries.map(({ action }) => action)).toContain("export-wiped");
  }
});

test("somebody erased while a file is made is in none of it", async () => {
  const campaign = await aCampaign(db);
  const { supporter } = await aStoredSignature(db, campaign, { name: "In Between" });
  const wanted = await asked(campaign, { kept: true });
  const ports = { keys: testKeys, record: async () => {}, removeMails: async () => {} };
  let erased = false;
  // The clock is read once the export is marked as begun, before its rows are read to the end.
  const clock = () => now;
  const making = makeExports({ db, keys: testKeys, stop: never }, clock);
  while (!erased) {
    const [row] = (await listExportsOf(db, wanted)).filter(({ id }) => id === wanted.id);
    if (row?.state === "asked") continue;
    await eraseSupporter(db, ports, { publicId: supporter.publicId, actor: "supporter" }, now);
    erased = true;
  }
  await making;
  expect(await db.$count(supporters, eq(supporters.id, supporter.id))).toBe(0);
  expect(await db.$count(filePieces, eq(filePieces.file, wanted.id))).toBe(0);
  expect(await findKept(db, wanted, now)).toEqual({ outcome: "over" });
});

test("a file fails for good after three tries, counting killed ones", async () => {
  const campaign = await aCampaign(db);
  const wrong = { countries: ["x'"] };
  const wanted = await asked(campaign, { kept: true, filter: wrong });
  const make = () => makeExports({ db, keys: testKeys, stop: never }, () => now);
  for (const _ of [1, 2, 3]) await expect(make()).rejects.toThrow("not a country");
  expect(await make()).toBe(0);
  expect((await listExportsOf(db, wanted)).find(({ id }) => id === wanted.id)?.state).toBe("aborted");

  const killed = await asked(campaign, { kept: true });
  const tried = { startedAt: now, progress: { ...nothingYet, tries: 3 }, leaseUntil: sql`now()` };
  await db.update(listExports).set(tried).where(eq(listExports.id, killed.id));
  expect(await make()).toBe(1);
  expect(await make()).toBe(0);
  expect((await listExportsOf(db, killed)).find(({ id }) => id === killed.id)?.state).toBe("aborted");
});

test("a worker without the secret of a file leaves it to one that has it", async () => {
  const campaign = await aCampaign(db);
  await aStoredSignature(db, campaign);
  const wanted = await asked(campaign, { kept: true });
  const { keyId, sealed } = seal(testKeys, "file", Buffer.from("a row"), pieceAad(wanted.id, -1));
  await db.insert(filePieces).values({ file: wanted.id, piece: -1, keyId, sealed });
  await changeRows(db, listExports, wanted.id, { progress: { ...nothingYet, pieces: 1 } });
  const other = makeKeys(["the secret of another worker"]);
  expect(await makeExports({ db, keys: other, stop: never }, () => now)).toBe(0);
  expect((await listExportsOf(db, wanted)).find(({ id }) => id === wanted.id)?.state).toBe("asked");
  await db.delete(filePieces).where(eq(filePieces.file, wanted.id));
  expect(await makeExports({ db, keys: testKeys, stop: never }, () => now)).toBe(1);
});

test("stored pieces return in order, and a changed or missing one is detected", async () => {
  const file = "00000000-0000-4000-8000-000000000001";
  const bytes = Buffer.alloc(pieceLength * 2 + 5, "abcdefg");
  const into = new PieceWriter(db, testKeys, file);
  await new Promise<void>((done, failed) => {
    Readable.from([bytes.subarray(0, 100), bytes.subarray(100)])
      .pipe(into)
      .once("finish", done)
      .once("error", failed);
  });
  expect(into.bytes).toBe(bytes.length);
  for (const [from, to] of [
    [0, bytes.length],
    [pieceLength - 1, pieceLength + 1],
    [pieceLength * 2, bytes.length],
  ] as const) {
    expect(
      (await bytesOf(readPieces(db, testKeys, file, { from, to }))).equals(bytes.subarray(from, to)),
    ).toBe(true);
  }
  const [first] = await db.select().from(filePieces).where(eq(filePieces.piece, 0));
  await changeRows(db, filePieces, { piece: 1 }, { sealed: first?.sealed ?? Buffer.alloc(0) });
  await expect(bytesOf(readPieces(db, testKeys, file, { from: 0, to: bytes.length }))).rejects.toThrow();
  await db.delete(filePieces).where(eq(filePieces.piece, 1));
  await expect(bytesOf(readPieces(db, testKeys, file, { from: 0, to: bytes.length }))).rejects.toThrow(
    "gone",
  );
});

test("a named filter belongs to its campaign, is replaced by name and deletable", async () => {
  const [campaign, other] = [await aCampaign(db), await aCampaign(db)];
  const organizer = await anOrganizer(db, { campaign });
  const list = { preset: "mailchimp", filter: usualFilter("mailchimp") } as const;
  const saved = { campaignId: campaign.id, organizerId: organizer.id, name: "News in DE" };
  await saveFilter(db, { ...saved, list });
  await saveFilter(db, { ...saved, list: { ...list, filter: { ...list.filter, countries: ["DE"] } } });
  const [filter, ...more] = await listFilters(db, campaign.id);
  expect(more).toEqual([]);
  expect(filter).toMatchObject({ name: "News in DE", filter: { countries: ["DE"] } });
  expect(await listFilters(db, other.id)).toEqual([]);
  await deleteFilter(db, { ...saved, campaignId: other.id, publicId: filter?.publicId ?? "" });
  expect(await listFilters(db, campaign.id)).toHaveLength(1);
  await deleteFilter(db, { ...saved, publicId: filter?.publicId ?? "" });
  expect(await listFilters(db, campaign.id)).toEqual([]);
});
