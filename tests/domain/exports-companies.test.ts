// Files of a campaign about several companies distinguish them; with one company they are unchanged.
import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { createExport } from "#app/domain/outgoing/exports/create-export.server.ts";
import { exportPledges } from "#app/domain/outgoing/exports/making/export-as-operator.server.ts";
import { fetchExport } from "#app/domain/outgoing/exports/making/fetch-export.server.ts";
import { findManifest } from "#app/domain/outgoing/exports/manifest.server.ts";
import {
  type ByCompany,
  type ExportPreset,
  isPledgePreset,
  presetColumns,
  usualFilter,
  wholePledges,
} from "#app/domain/outgoing/exports/presets.ts";
import { listExports, targets } from "#db/schema/index.ts";
import { aCampaign, rowIn, rowsIn, testKeys } from "#tests/support/builders.ts";
import { aSecondCompany, giveNameTo } from "#tests/support/companies.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aHolder, pledgeAnswers } from "#tests/support/holders.ts";
import { scopeOf } from "#tests/support/imports.ts";
import { aMeeting, nextYear } from "#tests/support/pledges.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();

async function exported(campaign: { id: number }, preset: ExportPreset, filter: ByCompany = {}) {
  const scope = await scopeOf(db, campaign);
  const usual = isPledgePreset(preset) ? wholePledges : usualFilter(preset);
  const list = { preset, filter: { ...usual, ...filter } } as Parameters<typeof createExport>[1];
  const id = await createExport(db, { ...list, ...scope });
  if (!id) return null;
  const fetched = await fetchExport(db, testKeys, { ...scope, id });
  if (fetched.outcome !== "streaming") throw new Error(fetched.outcome);
  const text = (await buffer(fetched.file)).toString();
  const rows = parse(text, { columns: true, record_delimiter: "\r\n" }) as Record<string, string>[];
  const manifest = await findManifest(db, { ...scope, id });
  return { id, head: text.split("\r\n")[0], rows, manifest };
}

/** Somebody who gives both companies their name, and somebody who gives it to the first alone. */
async function aPair() {
  const campaign = await aCampaign(db);
  const first = await rowIn(db, targets, campaign.targetId);
  const second = await aSecondCompany(db, campaign);
  const here = await aMeeting(db, campaign, nextYear);
  const there = await aMeeting(db, { targetId: second.id, zone: second.zone }, nextYear);
  const { signature } = await aStoredSignature(db, campaign, {
    name: "Both",
    consents: ["sign", "deliver_to_company"],
  });
  await aStoredSignature(db, campaign, { name: "First", consents: ["sign", "deliver_to_company"] });
  await aStoredSignature(db, campaign, { name: "None", consents: ["sign"] });
  await giveNameTo(db, signature, second);
  return { campaign, first, second, here, there };
}

test("a file of one company has no column for it, and nothing of it on record", async () => {
  const campaign = await aCampaign(db);
  await aMeeting(db, campaign, nextYear);
  const [company] = await db.select().from(targets).where(eq(targets.id, campaign.targetId));
  for (const preset of ["full", "pledges", "pledges-co-filers"] as const)
    for (const asked of [{}, { company: company?.slug ?? "" }]) {
      const file = await exported(campaign, preset, asked);
      expect(file?.head).toBe(presetColumns[preset].join(","));
      expect(JSON.stringify(file?.manifest)).not.toMatch(/compan/i);
      const [row] = await rowsIn(db, listExports, file?.id ?? "");
      expect(Object.keys(row?.filter ?? {})).not.toContain("company");
      expect(Object.keys(row?.filter ?? {})).not.toContain("byCompany");
    }
});

test("pledges name their company; one of several can be asked for", async () => {
  const { campaign, first, second, here, there } = await aPair();
  const values = {
    to: "both@example.org",
    consents: ["pledge", "contact_cofile"] as ("pledge" | "contact_cofile")[],
    answers: pledgeAnswers({ willing: ["cofile"] }),
  };
  for (const meeting of [here, there]) await aHolder(db, { campaign, meeting }, values);
  for (const preset of ["pledges", "pledges-co-filers"] as const) {
    const all = await exported(campaign, preset);
    expect(all?.head).toBe(`${presetColumns[preset].join(",")},company`);
    expect(all?.rows.map(({ company }) => company).sort()).toEqual([first.slug, second.slug].sort());
    const one = await exported(campaign, preset, { company: second.slug });
    expect(one?.rows.map(({ company }) => company)).toEqual([second.slug]);
    expect(one?.manifest).toMatchObject({
      columns: [...presetColumns[preset], "company"],
      filter: { company: second.slug },
    });
  }
  const pledged = await exported(campaign, "pledges");
  expect(pledged?.rows.map((row) => row.contact_opt_in)).toEqual(["yes", "yes"]);
});

test("signatures name each company that gets the name, one row a person", async () => {
  const { campaign, first, second } = await aPair();
  const full = await exported(campaign, "full");
  expect(full?.head).toBe(`${presetColumns.full.join(",")},deliver_to`);
  expect(full?.rows.map((row) => [row.name, row.deliver_to])).toEqual([
    ["Both", `${first.slug} ${second.slug}`],
    ["First", first.slug],
    ["None", ""],
  ]);
  const names = async (preset: ExportPreset, company?: string) =>
    (await exported(campaign, preset, company ? { company } : {}))?.rows.map((row) => row.name);
  expect(await names("full", second.slug)).toEqual(["Both"]);
  // The delivery list is for one company: its columns are its contract.
  const delivery = await exported(campaign, "delivery");
  expect(delivery?.head).toBe(presetColumns.delivery.join(","));
  expect(delivery?.manifest).toMatchObject({ filter: { company: first.slug } });
  expect(await names("delivery")).toEqual(["Both", "First"]);
  expect(await names("delivery", second.slug)).toEqual(["Both"]);
});

test("a company of another campaign is refused", async () => {
  const { campaign } = await aPair();
  const { first: foreign } = await aPair();
  for (const company of [foreign.slug, "x' or '1'='1", "nowhere"])
    for (const preset of ["full", "delivery", "pledges"] as const)
      expect(await exported(campaign, preset, { company })).toBe(null);
  const { Writable } = await import("node:stream");
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const asked = {
    campaignSlug: campaign.slug,
    preset: "pledges",
    filter: { company: foreign.slug },
  } as const;
  expect(await exportPledges(db, testKeys, asked, nowhere)).toEqual({ outcome: "unknown-company" });
});
