import { eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { rebuildTotals } from "#app/domain/entries/pledges/totals/recount.server.ts";
import { createExport } from "#app/domain/outgoing/exports/create-export.server.ts";
import { usualFilter } from "#app/domain/outgoing/exports/presets.ts";
import { listHoldingViews } from "#app/domain/upkeep/own-data/list-views.server.ts";
import { auditEntries, coFilers, listExports, pledges } from "#db/schema/index.ts";
import { rowsIn, testKeys } from "#tests/support/builders.ts";
import { aLetter } from "#tests/support/letters.ts";
import { aFolder, anOperator, jsonOf } from "#tests/support/operator.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aMeeting } from "#tests/support/pledges.ts";
import { aPledgeWithHolding } from "#tests/support/pledges-with-holdings.ts";
import { agreeTo, aStoredSignature } from "#tests/support/signatures.ts";

const folder = aFolder();

test("people are listed and found by command, logged without the query", async () => {
  const { db, campaign, cli } = await anOperator(folder);
  await aStoredSignature(db, campaign, { name: "Ada Bloom", email: "ada@example.org" });
  await aLetter(db, campaign, { name: "Wanda Writer", email: "wanda@example.org" });
  expect((await cli("signature", "list")).out).toMatch(/ confirmed +US +Ada Bloom +ada@example\.org\n$/);
  expect(jsonOf(await cli("signature", "list", "--state", "pending", "--json")).signatures).toEqual([]);
  expect(await cli("signature", "list", "--from", "yesterday")).toMatchObject({ code: 2, out: "" });
  expect(jsonOf(await cli("signature", "find", "--for", "bloom", "--json"))).toMatchObject({
    found: [{ name: "Ada Bloom" }],
    more: false,
  });
  expect(await cli("signature", "find", "--for", "x")).toMatchObject({ code: 2, out: "" });
  expect(await cli("signature", "find")).toMatchObject({ code: 2, out: "" });
  expect((await cli("letter", "find", "--for", "wanda@example.org")).out).toContain("Wanda Writer");
  expect((await cli("letter", "find", "--for", "nobody@example.org")).out).toBe("Nobody found.\n");
  const entries = await rowsIn(db, auditEntries, { campaignId: campaign.id });
  expect(
    entries.map(({ actor, action, detail }) => [actor, action, (detail as { list: string }).list]),
  ).toEqual([
    ["operator", "people-listed", "signatures"],
    ["operator", "people-listed", "signatures"],
    ["operator", "people-searched", "signatures"],
    ["operator", "people-searched", "letters"],
    ["operator", "people-searched", "letters"],
  ]);
  expect(JSON.stringify(entries)).not.toMatch(/bloom|wanda/i);
}, 300_000);

test("pledges are read and checked by command, and holders see who viewed them", async () => {
  const { db, campaign, cli } = await anOperator(folder);
  expect(await cli("pledge", "list")).toMatchObject({ code: 1, out: "" });
  const meeting = await aMeeting(db, campaign);
  const about = { campaign, meeting };
  const pledge = await aPledgeWithHolding(db, about, { name: "Hanna Holder", willing: ["cofile"] });
  const ofMeeting = { campaignId: campaign.id, meetingId: meeting.id };
  await db.transaction((tx) => rebuildTotals(tx, testKeys, ofMeeting));
  const on = ["--pledge", pledge.publicId];
  const year = ["--year", "2026"];
  const list = await cli("pledge", "list", ...year);
  expect(list.out).toContain("Hanna Holder");
  expect(list.out).not.toContain("120.5");
  const file = (await cli("pledge", "list", ...year, "--csv")).out;
  expect(file).toMatch(/^id,pledged,state,kind,level,country,name\r\n[^\n]+,active,[^\n]+,Hanna Holder\r\n$/);
  expect((await cli("pledge", "list", ...year, "--kind", "fund")).out).toBe("No pledges for 2026.\n");
  expect(jsonOf(await cli("pledge", "find", ...year, "--for", "hanna", "--json"))).toMatchObject({
    found: [{ publicId: pledge.publicId }],
  });
  expect((await cli("pledge", "show", ...on)).out).not.toContain("120.5");
  expect(jsonOf(await cli("pledge", "show", ...on, "--holding", "--json"))).toMatchObject({
    holding: { shares: "120.5" },
  });
  expect(await listHoldingViews(db, testKeys, pledge.publicId)).toMatchObject([
    { how: "look", byOperator: true },
  ]);

  const papers = (from: string, to: string) =>
    cli("pledge", "papers", ...on, "--from", from, "--to", to, "--json");
  expect(await papers("broker_letter", "document_checked")).toMatchObject({ code: 1, out: "" });
  expect(await papers("email_confirmed", "moon")).toMatchObject({ code: 2, out: "" });
  expect(jsonOf(await papers("email_confirmed", "document_checked"))).toMatchObject({ outcome: "recorded" });
  const [row] = await db.select().from(pledges).where(eq(pledges.publicId, pledge.publicId));
  expect(row).toMatchObject({ verification: "document_checked", verifiedBy: null });
  expect(await cli("pledge", "review", ...on, "--accept", "yes")).toMatchObject({ code: 1, out: "" });

  await agreeTo(db, "contact_cofile", pledge.supporterId, campaign);
  expect((await cli("co-filer", "list", ...year)).out).toContain("Hanna Holder");
  const step = (from: string, to: string) =>
    cli("co-filer", "move", ...on, "--from", from, "--to", to, "--json");
  expect(await step("interested", "accepted")).toMatchObject({ code: 1, out: "" });
  expect(jsonOf(await step("interested", "documents_asked"))).toMatchObject({ state: "documents_asked" });
  expect(await db.select().from(coFilers)).toMatchObject([{ state: "documents_asked", changedBy: null }]);
  const actions = ["holding-viewed", "pledge-papers-checked", "co-filer-changed"] as const;
  const entries = await rowsIn(db, auditEntries, inArray(auditEntries.action, [...actions]));
  expect(entries.map(({ actor, action }) => `${actor} ${action}`)).toEqual(
    actions.map((act) => `operator ${act}`),
  );
}, 400_000);

test("filters are saved, used and forgotten by command, and a kept file is removed", async () => {
  const { db, campaign, cli } = await anOperator(folder);
  await aStoredSignature(db, campaign, { country: "DE" });
  await aStoredSignature(db, campaign, { country: "US" });
  expect((await cli("export", "saved")).out).toBe("No saved filters.\n");
  const asked = ["--preset", "full", "--countries", "DE", "--consent", "any"];
  jsonOf(await cli("export", "save", "--name", "Germany", ...asked, "--json"));
  expect((await cli("export", "saved")).out).toMatch(/^name +list +filter\nGermany +full +/);
  const used = await cli("export", "signatures", "--saved", "Germany");
  expect([used.code, used.err.split(",")[0]]).toEqual([0, "1 row"]);
  expect(await cli("export", "signatures", "--saved", "Germany", "--preset", "full")).toMatchObject({
    code: 2,
  });
  expect(await cli("export", "pledges", "--saved", "Germany")).toMatchObject({ code: 2, out: "" });
  expect(await cli("export", "signatures", "--saved", "Moon")).toMatchObject({ code: 1, out: "" });
  jsonOf(await cli("export", "forget", "--name", "Germany", "--json"));
  expect(await cli("export", "forget", "--name", "Germany")).toMatchObject({ code: 1, out: "" });

  const owner = await anOrganizer(db, { campaign, name: "Olga Owner" });
  const whose = { campaignId: campaign.id, organizerId: owner.id };
  const id = await createExport(db, { ...whose, preset: "full", filter: usualFilter("full"), kept: true });
  expect((await cli("export", "list")).out).toMatch(new RegExp(`\n${id} .*asked, kept +– +Olga Owner\n`));
  expect(jsonOf(await cli("export", "wipe", "--export", id ?? "", "--json"))).toEqual({ outcome: "wiped" });
  expect(await cli("export", "wipe", "--export", id ?? "")).toMatchObject({ code: 1, out: "" });
  expect((await rowsIn(db, listExports, id ?? ""))[0]?.wipedAt).not.toBeNull();
}, 300_000);
