// The header lines of files, byte for byte: a contract with the tools that read them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { createExport } from "#app/domain/outgoing/exports/create-export.server.ts";
import { fetchExport } from "#app/domain/outgoing/exports/making/fetch-export.server.ts";
import {
  columnsOf,
  exportPresets,
  isPledgePreset,
  pledgePresets,
  presetColumns,
  type SignaturePreset,
  usualFilter,
} from "#app/domain/outgoing/exports/presets.ts";
import { words } from "#app/i18n/index.ts";
import { aCampaign, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { scopeOf } from "#tests/support/imports.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { unzipped } from "#tests/support/zip.ts";

const db = await aDatabase();

const heads = {
  full:
    "signature_id,signed_at_utc,confirmed_at_utc,name,email,postal_code,country,comment,display," +
    "email_opt_in,consent_version,petition_version,source,referrer,status,exclusion_reason",
  delivery: "receipt_code,signed_on,name,country,comment",
  "action-network":
    "email,first_name,last_name,zip_code,address,city,state,country,phone,full_name,signed_at,email_opt_in",
  mailchimp:
    "Email Address,First Name,Last Name,Full Name,Postal Code,Country,Language,Signed On,Email Opt-In",
  listmonk: "email,name,attributes",
} as const;

async function exported(preset: SignaturePreset, format: "csv" | "xlsx", bom = false) {
  const campaign = await aCampaign(db);
  await aStoredSignature(db, campaign, {
    name: "Ana María Sample",
    email: `person-${campaign.id}@example.org`,
    postalCode: "02139",
    country: "US",
    comment: "Enough, now",
    consents: ["sign", "updates", "deliver_to_company"],
    signedAt: new Date("2026-11-20T10:00:00Z"),
  });
  const scope = await scopeOf(db, campaign);
  const filter = { ...usualFilter(preset), format, bom };
  const id = (await createExport(db, { ...scope, preset, filter, kept: false })) ?? "";
  const fetched = await fetchExport(db, testKeys, { ...scope, id });
  if (fetched.outcome !== "streaming") throw new Error(fetched.outcome);
  return buffer(fetched.file);
}

const firstLine = (bytes: Buffer) => bytes.toString().split("\r\n")[0];

test.each(Object.entries(heads) as [keyof typeof heads, string][])(
  "the head of %s is %s, with a mark for Excel where asked for, and the same in a workbook",
  async (preset, head) => {
    const plain = await exported(preset, "csv");
    expect(firstLine(plain)).toBe(head);
    expect(plain.toString().endsWith("\r\n")).toBe(true);
    const marked = await exported(preset, "csv", true);
    expect(firstLine(marked)).toBe(`\uFEFF${head}`);
    const sheet = (await unzipped(await exported(preset, "xlsx")))["xl/worksheets/sheet1.xml"] ?? "";
    const [first = ""] = /<row>.*?<\/row>/.exec(sheet) ?? [];
    expect([...first.matchAll(/<t [^>]*>([^<]*)<\/t>/g)].map(([, cell]) => cell).join(",")).toBe(head);
  },
);

test("every signature preset has its columns here", () => {
  expect(exportPresets.filter((preset) => !(preset in heads))).toEqual(["pledges", "pledges-co-filers"]);
});

test("docs/exports.md has exactly these header rows, and those of pledges", () => {
  const page = readFileSync(join(import.meta.dirname, "../../docs/exports.md"), "utf8");
  const documented = [...page.matchAll(/^\| [^|`]+ \| `([^`]+)`/gm)].map(([, row]) => row);
  const ofPledges = pledgePresets.map((preset) => presetColumns[preset].join(","));
  expect(documented).toEqual([...Object.values(heads), ...ofPledges]);
});

test("the console says of every column what it holds", () => {
  const { organize, exchange, pledgeList } = words("en");
  const ofSignatures = { ...organize.exports.holdsOf, ...exchange.exports.holdsOf };
  const missing = exportPresets.flatMap((preset) => {
    const holdsOf: Record<string, string> = isPledgePreset(preset)
      ? pledgeList.exports.holdsOf
      : ofSignatures;
    return columnsOf({ preset, filter: { byCompany: true } }).filter((column) => !holdsOf[column]);
  });
  expect(missing).toEqual([]);
});
