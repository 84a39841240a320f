import { createHash, randomUUID } from "node:crypto";
import { Writable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { asc, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { OrganizerRole } from "#app/domain/access/organizer.ts";
import { setCoFiler } from "#app/domain/entries/pledges/co-filers/set-co-filer.server.ts";
import { createExport } from "#app/domain/outgoing/exports/create-export.server.ts";
import { ExportForm, listOf } from "#app/domain/outgoing/exports/export-form.ts";
import { openCopy } from "#app/domain/outgoing/exports/formats/open-copy.server.ts";
import { exportPledges } from "#app/domain/outgoing/exports/making/export-as-operator.server.ts";
import { fetchExport } from "#app/domain/outgoing/exports/making/fetch-export.server.ts";
import { findManifest } from "#app/domain/outgoing/exports/manifest.server.ts";
import {
  type PledgeExportFilter,
  type PledgePreset,
  presetColumns,
  wholeList,
  wholePledges,
} from "#app/domain/outgoing/exports/presets.ts";
import { listExportsOf } from "#app/domain/outgoing/exports/queries.server.ts";
import { listHoldingViews } from "#app/domain/upkeep/own-data/list-views.server.ts";
import { auditEntries, consents, listExports, pledgeIntentions, pledges } from "#db/schema/index.ts";
import { aCampaign, storeRow, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { fill } from "#tests/support/fill.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aBallotItem, aCiphertext, aMeeting } from "#tests/support/pledges.ts";
import { aPledgeWithHolding } from "#tests/support/pledges-with-holdings.ts";

const db = await aDatabase();
const now = new Date("2026-11-24T12:00:00Z");
const holding = { shares: "987654.321", bucket: null } as const;

async function aScene() {
  const campaign = await aCampaign(db);
  return { campaign, meeting: await aMeeting(db, campaign) };
}

async function begun(
  campaign: { id: number },
  preset: PledgePreset = "pledges",
  filter: Partial<PledgeExportFilter> = {},
  role: OrganizerRole = "owner",
) {
  const organizer = await anOrganizer(db, { campaign, role });
  const scope = { campaignId: campaign.id, organizerId: organizer.id };
  const id = await createExport(db, { ...scope, preset, filter: { ...wholePledges, ...filter } }, now);
  if (!id) throw new Error("the export was refused");
  const fetched = await fetchExport(db, testKeys, { ...scope, id }, now);
  if (fetched.outcome !== "streaming") throw new Error(fetched.outcome);
  return { scope, id, file: fetched.file };
}

async function exported(...args: Parameters<typeof begun>) {
  const { file, ...rest } = await begun(...args);
  return { ...rest, bytes: await buffer(file) };
}

const cellsOf = (bytes: Buffer) =>
  parse(bytes, { columns: true, bom: true, record_delimiter: "\r\n" }) as Record<string, string>[];

const entriesOf = (id: string) =>
  db.select().from(auditEntries).where(eq(auditEntries.subject, id)).orderBy(asc(auditEntries.id));

const day = (of: number) => new Date(Date.UTC(2026, 9, of));
const viewsOf = (publicId: string) => listHoldingViews(db, testKeys, publicId);

test("the pledge list has its documented columns and one row per person", async () => {
  const { campaign, meeting } = await aScene();
  const item = await aBallotItem(db, meeting);
  const pledge = await aPledgeWithHolding(
    db,
    { campaign, meeting },
    {
      name: "Łucja Ó Sample",
      email: "lucja@example.org",
      holding,
      willing: ["cofile", "media"],
      consents: ["pledge", "contact_cofile"],
      accountFlags: ["margin", "lending"],
      heldSinceMonth: "2019-04-01",
      createdAt: new Date("2026-10-03T23:59:59.900Z"),
      comment: 'She said "vote",\nand did.',
      verification: "broker_letter",
      verifiedAt: new Date("2026-11-01T10:00:00Z"),
    },
  );
  const consent = { pledgeId: pledge.id, meetingId: meeting.id, kind: "direct" } as const;
  await db.insert(pledgeIntentions).values([
    { ...consent, ballotItemId: null, intention: "for" },
    { ...consent, ballotItemId: item.id, intention: "against" },
  ]);

  const { bytes } = await exported(campaign);
  expect(bytes.toString().split("\r\n")[0]).toBe(presetColumns.pledges.join(","));
  expect(cellsOf(bytes)).toEqual([
    {
      pledge_id: pledge.publicId,
      version: "1",
      pledged_at_utc: "2026-10-03T23:59:59Z",
      confirmed_at_utc: "2026-10-03T23:59:59Z",
      name: "Łucja Ó Sample",
      email: "lucja@example.org",
      country: "US",
      meeting: "2026",
      kind: "direct",
      holding_form: "broker",
      shares: "987654.321",
      shares_bucket: "",
      held_since_month: "2019-04",
      tenure_bucket: "",
      account_flags: "margin lending",
      held_on_record_date: "not_applicable",
      standing_instruction: "unsure",
      intention: "for",
      item_intentions: "Report on a sample: against",
      willing: "cofile media",
      verification: "broker_letter",
      verified_at_utc: "2026-11-01T10:00:00Z",
      display: "anonymous",
      comment: 'She said "vote",\nand did.',
      email_opt_in: "no",
      contact_opt_in: "yes",
      consent_version: "2026-11",
      disclosure_version: "2026-11",
      status: "active",
      outcome: "unknown",
      outcome_at_utc: "",
      fund_manager: "",
      fund_outcome: "",
      fund_outcome_at_utc: "",
    },
  ]);
});

test("a list follows its filter, and holdings are of pledges in force or waiting", async () => {
  const { campaign, meeting } = await aScene();
  const about = { campaign, meeting };
  await aPledgeWithHolding(db, about, { name: "active", createdAt: new Date("2026-10-03T00:00:00Z") });
  const waiting = { status: "flagged", createdAt: new Date("2026-10-04T00:00:00Z") } as const;
  await aPledgeWithHolding(db, about, { name: "waiting", ...waiting });
  await aPledgeWithHolding(db, about, { name: "pending", status: "email_pending" });
  await aPledgeWithHolding(db, about, { name: "fund", kind: "fund" });
  const bucket = { shares: null, bucket: "1-9" } as const;
  await aPledgeWithHolding(
    db,
    { campaign, meeting: await aMeeting(db, campaign, 2027) },
    { name: "next", holding: bucket },
  );
  await aPledgeWithHolding(db, about, { name: "old", status: "superseded" });
  await aPledgeWithHolding(db, { campaign: await aCampaign(db), meeting }, { name: "other campaign" });

  const rows = async (filter: Partial<PledgeExportFilter>) =>
    cellsOf((await exported(campaign, "pledges", filter)).bytes).map(({ name, shares, shares_bucket }) => [
      name,
      shares,
      shares_bucket,
    ]);
  const [active, next] = [
    ["active", "120.5", ""],
    ["next", "", "1-9"],
  ];
  const [waits, fund] = [
    ["waiting", "120.5", ""],
    ["fund", "", ""],
  ];
  expect(await rows({})).toEqual(
    [fund, active, next].sort((a, b) => (a?.[0] === "next" ? 1 : b?.[0] === "next" ? -1 : 0)),
  );
  expect(await rows({ state: "waiting" })).toEqual([waits]);
  expect(await rows({ state: "email_pending" })).toEqual([["pending", "", ""]]);
  expect(await rows({ meeting: 2027 })).toEqual([next]);
  expect(await rows({ from: "2026-10-03", to: "2026-10-03", state: "all" })).toEqual([active]);
  expect((await rows({ state: "all" })).map(([name]) => name).sort()).toEqual([
    "active",
    "fund",
    "next",
    "pending",
    "waiting",
  ]);
});

test("the co-filers' list has the willing who consented, without holdings", async () => {
  const { campaign, meeting } = await aScene();
  const about = { campaign, meeting };
  const agreeing = { holding, willing: ["cofile"], consents: ["pledge", "contact_cofile"] } as const;
  const { publicId } = await aPledgeWithHolding(db, about, { name: "In", ...agreeing });
  await aPledgeWithHolding(db, about, { name: "Did Not Agree", willing: ["cofile"] });
  await aPledgeWithHolding(db, about, { name: "Not Willing", consents: ["contact_cofile"] });
  await aPledgeWithHolding(db, about, { name: "Withdrew", ...agreeing, status: "withdrawn" });
  const revoked = await aPledgeWithHolding(db, about, { name: "Took Back", ...agreeing });
  await db.update(consents).set({ revokedAt: now }).where(eq(consents.supporterId, revoked.supporterId));
  const { id } = await anOrganizer(db, { campaign });
  const step = { publicId, from: "interested", to: "documents_asked" } as const;
  await setCoFiler(db, testKeys, { scope: { campaignId: campaign.id, organizerId: id }, ...step }, now);

  const { bytes, id: file } = await exported(campaign, "pledges-co-filers", { state: "all" });
  expect(cellsOf(bytes)).toMatchObject([
    {
      name: "In",
      language: "en",
      co_filer_state: "documents_asked",
      co_filer_since_utc: "2026-11-24T12:00:00Z",
    },
  ]);
  expect(Object.keys(cellsOf(bytes)[0] ?? {})).toEqual([...presetColumns["pledges-co-filers"]]);
  expect(bytes.toString()).not.toContain("987654.321");
  expect((await entriesOf(file)).map(({ action }) => action)).toEqual(["export-started", "export-completed"]);
});

test("a cell that would run as a formula becomes text, others are unchanged", async () => {
  const { campaign, meeting } = await aScene();
  const hostile = ["=1+1", "+1", "-1", "@x", "\tx", "\nx", "＝1", '=HYPERLINK("http://x")'];
  const harmless = ["a=b", "1-2", "é 😀 ل", 'a "b", c\r\nd'];
  for (const comment of [...hostile, ...harmless])
    await aPledgeWithHolding(db, { campaign, meeting }, { comment });
  await aPledgeWithHolding(
    db,
    { campaign, meeting },
    { name: "=cmd|' /C calc'!A0", email: "+x@example.org" },
  );

  const rows = cellsOf((await exported(campaign, "pledges", { bom: true })).bytes);
  expect(rows.slice(0, -1).map(({ comment }) => comment)).toEqual([
    ...hostile.map((text) => `'${text}`),
    ...harmless,
  ]);
  expect(rows.at(-1)).toMatchObject({ name: "'=cmd|' /C calc'!A0", email: "'+x@example.org" });
});

test("how many holdings left is on record, and the manifest tells rows, bytes and hash", async () => {
  const { campaign, meeting } = await aScene();
  await aPledgeWithHolding(db, { campaign, meeting }, { holding });
  await aPledgeWithHolding(db, { campaign, meeting });
  await aPledgeWithHolding(db, { campaign, meeting }, { kind: "fund" });
  const { id, bytes, scope } = await exported(campaign);
  const sha256 = createHash("sha256").update(bytes).digest("hex");

  const entries = await entriesOf(id);
  expect(entries).toMatchObject([
    { action: "export-started", detail: { preset: "pledges", filter: wholePledges } },
    { action: "export-completed", detail: { preset: "pledges", rows: 3, bytes: bytes.length, sha256 } },
    { action: "holdings-exported", detail: { holdings: 2 }, actor: `organizer:${scope.organizerId}` },
  ]);
  expect(await findManifest(db, { ...scope, id })).toMatchObject({
    preset: "pledges",
    rows: 3,
    bytes: bytes.length,
    sha256,
    columns: presetColumns.pledges,
    filter: { state: "active", meeting: null },
    holdings: expect.stringContaining("What holders told"),
    audit: { entry: entries[1]?.id, seal: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } },
  });
  expect(JSON.stringify(entries)).not.toMatch(/987654\.321|unreadable/);
  expect(await findManifest(db, { ...scope, id })).not.toHaveProperty("unreadable");
});

/** Many fund holders at once, some at the same moment, each with a comment of 400 characters. */
const fundHolders = (
  about: { campaign: { id: number }; meeting: { id: number } },
  many: number,
  from: Date,
) =>
  fill(
    db,
    sql`
    with people as (
      insert into supporters (email_canonical, email, name, country)
      select 'l' || i || '@long.example', 'l' || i || '@long.example', 'Nora ' || i || repeat(' long', 15),
        'US'
      from generate_series(1, ${many}::int) i
      on conflict (email_canonical) do update set name = excluded.name returning id)
    insert into pledges (series, campaign_id, supporter_id, meeting_id, kind, holding_form, status,
      disclosure_version, attested_at, confirmed_at, created_at, verification, comment)
    select gen_random_uuid(), ${about.campaign.id}, id, ${about.meeting.id}, 'fund', 'unsure', 'active',
      '2026-11', now(), now(), ${from.toISOString()}::timestamptz + (id / 7) * interval '1 microsecond',
      'email_confirmed', repeat('x', 400)
    from people`,
  );

test("a list longer than many pages arrives whole and in order, as it was when it began", async () => {
  const { campaign, meeting } = await aScene();
  const first = await aPledgeWithHolding(
    db,
    { campaign, meeting },
    { createdAt: new Date("2026-01-01T00:00:00Z") },
  );
  await fundHolders({ campaign, meeting }, 2600, new Date("2026-10-01T00:00:00Z"));
  const { file } = await begun(campaign);
  const blocks: Buffer[] = [];
  for await (const block of file) {
    if (blocks.length === 0)
      await db.update(pledges).set({ status: "superseded" }).where(eq(pledges.kind, "fund"));
    blocks.push(block as Buffer);
  }
  const rows = cellsOf(Buffer.concat(blocks));
  expect(rows).toHaveLength(2601);
  expect(rows[0]?.pledge_id).toBe(first.publicId);
  expect(new Set(rows.map(({ pledge_id }) => pledge_id)).size).toBe(2601);
  const times = rows.map(({ pledged_at_utc }) => pledged_at_utc ?? "");
  expect(times).toEqual([...times].sort());
});

test("an aborted download logs the holdings opened and frees its connection", async () => {
  const { campaign, meeting } = await aScene();
  await Promise.all(Array.from({ length: 20 }, () => aPledgeWithHolding(db, { campaign, meeting })));
  // More pages than a transfer reads ahead, so that it cannot be complete before it breaks off.
  await fundHolders({ campaign, meeting }, 2000, new Date("2026-12-01T00:00:00Z"));
  const inTransaction = async () => {
    const [row] = await db.$client<{ n: number }[]>`
      select count(*)::int as n from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction'`;
    return row?.n;
  };
  for (const broken of ["unread", "read"]) {
    const { file, id, scope } = await begun(campaign);
    if (broken === "read") await new Promise((ready) => file.once("readable", () => ready(file.read(1))));
    file.destroy();
    await expect
      .poll(async () => (await listExportsOf(db, scope)).find((row) => row.id === id)?.state)
      .toBe("aborted");
    await expect.poll(inTransaction).toBe(0);
    const entries = await entriesOf(id);
    expect(entries.map(({ action, detail }) => [action, (detail as { holdings?: number }).holdings])).toEqual(
      broken === "read"
        ? [
            ["export-started", undefined],
            ["export-aborted", undefined],
            ["holdings-exported", 20],
          ]
        : [
            ["export-started", undefined],
            ["export-aborted", undefined],
          ],
    );
  }
  // More than the pool has: no connection was kept.
  for (let n = 0; n < 12; n++) (await begun(campaign)).file.destroy();
  await expect.poll(inTransaction).toBe(0);
  expect((await exported(campaign)).bytes.length).toBeGreaterThan(200_000);
});

test("an unreadable holding is marked in its cell, the manifest and the log", async () => {
  const { campaign, meeting } = await aScene();
  await aPledgeWithHolding(db, { campaign, meeting }, { name: "Read", holding });
  const [gone, damaged] = [{ name: "Key Gone" }, { name: "Damaged", sharesEnc: aCiphertext() }];
  const lost = await aPledgeWithHolding(db, { campaign, meeting }, gone);
  await db.update(pledges).set({ keyId: "0badc0de" }).where(eq(pledges.id, lost.id));
  await aPledgeWithHolding(db, { campaign, meeting }, damaged);

  const { id, bytes, scope } = await exported(campaign);
  expect(cellsOf(bytes).map(({ name, shares, shares_bucket }) => [name, shares, shares_bucket])).toEqual([
    ["Read", "987654.321", ""],
    ["Key Gone", "unreadable", ""],
    ["Damaged", "unreadable", ""],
  ]);
  expect((await entriesOf(id)).map(({ action, detail }) => [action, detail])).toMatchObject([
    ["export-started", {}],
    ["export-completed", { rows: 3, unreadable: 2 }],
    ["holdings-exported", { holdings: 1 }],
  ]);
  const manifest = await findManifest(db, { ...scope, id });
  expect(manifest).toMatchObject({ unreadable: expect.stringContaining("2 holdings could not be read") });
  expect(await findManifest(db, { ...scope, id: (await exported(await aCampaign(db))).id })).toBeNull();
});

test("a holder sees each export that held their number, with who took it", async () => {
  const { campaign, meeting } = await aScene();
  const { publicId } = await aPledgeWithHolding(db, { campaign, meeting }, { createdAt: day(3) });
  expect(await viewsOf(publicId)).toEqual([]);

  const sink = () => new Writable({ write: (_chunk, _encoding, done) => done() });
  const input = { campaignSlug: campaign.slug, preset: "pledges" } as const;
  await exportPledges(db, testKeys, input, sink(), new Date(now.getTime() + 60_000));
  await exported(campaign, "pledges", { meeting: 2026, from: "2026-10-03", to: "2026-10-03", state: "all" });
  expect(await viewsOf(publicId)).toEqual([
    { at: new Date(now.getTime() + 60_000), by: "", byOperator: true, how: "export" },
    { at: now, by: "Olga Sample", byOperator: false, how: "export" },
  ]);
});

test("an export that cannot have held the number of a person is not told to them", async () => {
  const { campaign, meeting } = await aScene();
  const about = { campaign, meeting };
  const { publicId } = await aPledgeWithHolding(db, about, { createdAt: day(3) });
  const next = { campaign, meeting: await aMeeting(db, campaign, 2027) };
  await aPledgeWithHolding(db, next, { createdAt: day(3) });
  await aPledgeWithHolding(db, about, { status: "flagged" });
  const later = await aPledgeWithHolding(db, about, { confirmedAt: new Date(now.getTime() + 86_400_000) });
  const ended = { status: "withdrawn", withdrawnAt: new Date(now.getTime() - 1) } as const;
  const before = await aPledgeWithHolding(db, about, ended);
  const pending = await aPledgeWithHolding(db, about, { status: "email_pending" });
  const fund = await aPledgeWithHolding(db, about, { kind: "fund" });
  const other = await aScene();
  await aPledgeWithHolding(db, { campaign: other.campaign, meeting: other.meeting });

  await exported(other.campaign, "pledges", { state: "all" });
  await exported(campaign, "pledges-co-filers");
  const { id: organizerId } = await anOrganizer(db, { campaign });
  const scope = { campaignId: campaign.id, organizerId };
  const full = await createExport(db, { ...scope, preset: "full", filter: wholeList }, now);
  const signatures = await fetchExport(db, testKeys, { ...scope, id: full ?? "" }, now);
  if (signatures.outcome === "streaming") await buffer(signatures.file);
  const asked = await createExport(db, { ...scope, preset: "pledges", filter: wholePledges }, now);
  expect(asked).not.toBeNull();
  const otherRows = [
    { meeting: 2027 },
    { from: "2026-10-04" },
    { to: "2026-10-02" },
    { state: "waiting" },
    { state: "not_accepted" },
    { state: "withdrawn" },
    { state: "email_pending" },
  ] as const;
  for (const filter of otherRows) await exported(campaign, "pledges", filter);
  expect(await viewsOf(publicId)).toEqual([]);

  await exported(campaign, "pledges", { state: "all" });
  expect(await viewsOf(publicId)).toHaveLength(1);
  for (const each of [later, before, pending, fund]) expect(await viewsOf(each.publicId)).toEqual([]);
});

test("aborted, unfinished and earlier-version exports are reported", async () => {
  const { campaign, meeting } = await aScene();
  const series = randomUUID();
  const old = { series, status: "superseded", createdAt: day(3), verification: "email_confirmed" } as const;
  const { supporterId } = await aPledgeWithHolding(db, { campaign, meeting }, old);
  const confirmedAt = new Date(now.getTime() + 3_600_000);
  const edited = { series, supporterId, version: 2, createdAt: confirmedAt, confirmedAt };
  const { publicId } = await aPledgeWithHolding(db, { campaign, meeting }, edited);
  await aPledgeWithHolding(db, { campaign, meeting });

  const broken = await begun(campaign);
  broken.file.destroy();
  await expect.poll(async () => (await entriesOf(broken.id)).length).toBe(2);
  expect(await viewsOf(publicId)).toEqual([]);

  const read = await begun(campaign);
  await new Promise((ready) => read.file.once("readable", () => ready(read.file.read(1))));
  read.file.destroy();
  await expect.poll(async () => (await entriesOf(read.id)).length).toBe(3);
  expect(await viewsOf(publicId)).toHaveLength(1);

  const list = {
    preset: "pledges",
    filter: { ...wholePledges, from: "2026-10-03", to: "2026-10-03" },
  } as const;
  const [row] = await db
    .insert(listExports)
    .values({ campaignId: campaign.id, organizerId: null, ...list, createdAt: now, startedAt: now })
    .returning();
  const entry = { actor: "operator", action: "export-started", campaignId: campaign.id, at: now } as const;
  await db.insert(auditEntries).values({ ...entry, subject: row?.id ?? null, detail: list });
  expect((await viewsOf(publicId)).map(({ byOperator }) => byOperator).sort()).toEqual([false, true]);
});

test("lists of pledges have a right of their own, to ask for, to fetch and to look up", async () => {
  const { campaign, meeting } = await aScene();
  await aPledgeWithHolding(db, { campaign, meeting });
  const { id, scope } = await exported(campaign);
  for (const role of ["reviewer", "exporter", "viewer"] as const) {
    const { id: organizerId } = await anOrganizer(db, { campaign, role });
    const theirs = { campaignId: campaign.id, organizerId };
    const asked = { ...theirs, preset: "pledges", filter: wholePledges } as const;
    expect(await createExport(db, asked, now), role).toBeNull();
    expect(await findManifest(db, { ...theirs, id }), role).toBeNull();
    expect(await listExportsOf(db, theirs), role).toEqual([]);
    // Requested while they had the right, which they have lost since.
    const row = await storeRow(db, listExports, { ...asked, createdAt: now });
    expect(await fetchExport(db, testKeys, { ...theirs, id: row?.id ?? "" }, now), role).toEnd("unknown");
  }
  const exporter = await anOrganizer(db, { campaign, role: "exporter" });
  const signatures = {
    campaignId: campaign.id,
    organizerId: exporter.id,
    preset: "full",
    filter: wholeList,
  } as const;
  expect(await createExport(db, signatures, now)).not.toBeNull();
  expect((await listExportsOf(db, scope)).map(({ preset }) => preset).sort()).toContain("pledges");
});

test("the operator's file has the same bytes and its own record", async () => {
  const { campaign, meeting } = await aScene();
  for (let n = 0; n < 3; n++)
    await aPledgeWithHolding(db, { campaign, meeting }, { comment: `=line ${n}\n"x"` });
  const { bytes } = await exported(campaign);
  const chunks: Buffer[] = [];
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  const input = { campaignSlug: campaign.slug, preset: "pledges" } as const;
  const end = await exportPledges(db, testKeys, input, output, now);
  expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
  if (end.outcome !== "exported") throw new Error(end.outcome);
  expect((await entriesOf(end.manifest.export)).map(({ actor, action }) => [actor, action])).toEqual([
    ["operator", "export-started"],
    ["operator", "export-completed"],
    ["operator", "holdings-exported"],
  ]);
  expect(await exportPledges(db, testKeys, { ...input, campaignSlug: "no-such" }, output, now)).toEqual({
    outcome: "unknown-campaign",
  });
});

test("what COPY writes of a pledge tells no holding", async () => {
  const { campaign, meeting } = await aScene();
  const withHolding = await aPledgeWithHolding(db, { campaign, meeting }, { holding });
  const range = { shares: null, bucket: "10000-99999" } as const;
  const ranged = await aPledgeWithHolding(db, { campaign, meeting }, { holding: range });
  await exported(campaign);
  const tables = await db.$client<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`;
  const dump: Buffer[] = [];
  for (const { name } of tables) {
    dump.push(await buffer((await openCopy(db, `select * from "${name}"`)).source));
  }
  const text = Buffer.concat(dump).toString("latin1");
  expect(text).toContain(withHolding.publicId);
  expect(text).toContain(ranged.publicId);
  const hex = (clear: string) => Buffer.from(clear).toString("hex");
  // With the point: six digits alone may occur in a time of day or a uuid.
  for (const clear of ["987654.321", "10000-99999", hex("987654.321"), hex("10000-99999")])
    expect(text, clear).not.toContain(clear);
});

test("a form requests a list by states, and co-filers are always in force", () => {
  const form = (values: Record<string, string>) => ExportForm.safeParse(values);
  expect(form({ preset: "pledges", state: "waiting" }).success).toBe(true);
  expect(form({ preset: "pledges", state: "confirmed" }).success).toBe(false);
  expect(form({ preset: "full", state: "waiting" }).success).toBe(false);
  expect(form({ preset: "pledges", meeting: "next" }).success).toBe(false);
  const asked = (values: Record<string, string>) => listOf(ExportForm.parse(values));
  expect(asked({ preset: "pledges", meeting: "2026" })).toEqual({
    preset: "pledges",
    filter: { ...wholePledges, meeting: 2026 },
  });
  expect(asked({ preset: "pledges-co-filers", state: "all" }).filter).toMatchObject({ state: "active" });
  expect(asked({ preset: "full", meeting: "2026" }).filter).toEqual(wholeList);
});
