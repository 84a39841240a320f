import { createHash } from "node:crypto";
import { Writable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { asc, eq, inArray, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { createExport } from "#app/domain/outgoing/exports/create-export.server.ts";
import { ExportForm, listOf } from "#app/domain/outgoing/exports/export-form.ts";
import { exportSignatures } from "#app/domain/outgoing/exports/making/export-as-operator.server.ts";
import { fetchExport } from "#app/domain/outgoing/exports/making/fetch-export.server.ts";
import { findManifest } from "#app/domain/outgoing/exports/manifest.server.ts";
import { presetColumns, wholeList } from "#app/domain/outgoing/exports/presets.ts";
import { listExportsOf } from "#app/domain/outgoing/exports/queries.server.ts";
import { auditEntries, consents, listExports, signatures, supporters } from "#db/schema/index.ts";
import { aCampaign, changeRows, existing, rowsIn, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { exportsOf } from "#tests/support/exports.ts";
import { fill } from "#tests/support/fill.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();
const { now, streaming, exported, cellsOf } = exportsOf(db);
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

test("the full list has the columns of its contract and one row a confirmed person", async () => {
  const campaign = await aCampaign(db);
  const { supporter, signature } = await aStoredSignature(db, campaign, {
    name: "Ana Ó Sample",
    postalCode: "02139",
    comment: "Because it matters.",
    source: "newsletter",
    referrer: "news.example.org",
    signedAt: new Date("2026-11-20T23:59:59.900Z"),
    confirmedAt: new Date("2026-11-21T00:10:00Z"),
    consents: ["sign", "updates"],
  });
  for (const state of ["pending", "withdrawn", "invalidated"] as const)
    await aStoredSignature(db, campaign, { state });
  await aStoredSignature(db, await aCampaign(db), { name: "Other Campaign" });

  const { bytes } = await exported(campaign);
  expect(bytes.toString().split("\r\n")[0]).toBe(presetColumns.full.join(","));
  expect(cellsOf(bytes)).toEqual([
    {
      signature_id: signature.publicId,
      signed_at_utc: "2026-11-20T23:59:59Z",
      confirmed_at_utc: "2026-11-21T00:10:00Z",
      name: "Ana Ó Sample",
      email: supporter.email,
      postal_code: "02139",
      country: "US",
      comment: "Because it matters.",
      display: "anonymous",
      email_opt_in: "yes",
      consent_version: "2026-11",
      petition_version: "1",
      source: "newsletter",
      referrer: "news.example.org",
      status: "confirmed",
      exclusion_reason: "",
    },
  ]);
});

test("the delivery list holds those who agreed and did not take it back, and no address", async () => {
  const campaign = await aCampaign(db);
  const agreed = ["sign", "deliver_to_company"] as const;
  const { signature } = await aStoredSignature(db, campaign, {
    name: "Agreed",
    consents: agreed,
    display: "initials",
  });
  await aStoredSignature(db, campaign, { name: "Did Not" });
  await aStoredSignature(db, campaign, { name: "Pending", state: "pending", consents: agreed });
  const revoked = await aStoredSignature(db, campaign, { name: "Took Back", consents: agreed });
  await changeRows(db, consents, { supporterId: revoked.supporter.id }, { revokedAt: new Date() });

  const { bytes } = await exported(campaign, { states: [] }, "delivery");
  expect(cellsOf(bytes)).toEqual([
    {
      receipt_code: signature.receiptCode,
      signed_on: signature.signedAt.toISOString().slice(0, 10),
      name: "Agreed",
      country: "US",
      comment: "",
    },
  ]);
  expect(bytes.toString()).not.toContain("@");
});

test("what a company gets is confirmed, with any state in the form", () => {
  const form = ExportForm.parse({ preset: "delivery", state: "pending" });
  expect(listOf(form).filter).toMatchObject({ states: ["confirmed"], consent: "deliver_to_company" });
});

test("days are whole days in UTC, and days that are none are refused", async () => {
  const campaign = await aCampaign(db);
  for (const at of [
    "2026-11-19T23:59:59.999Z",
    "2026-11-20T00:00:00Z",
    "2026-11-21T23:59:59.999Z",
    "2026-11-22T00:00:00Z",
  ]) {
    await aStoredSignature(db, campaign, { signedAt: new Date(at), confirmedAt: new Date(at) });
  }
  const { bytes } = await exported(campaign, { from: "2026-11-20", to: "2026-11-21" });
  expect(cellsOf(bytes).map((row) => row.signed_at_utc)).toEqual([
    "2026-11-20T00:00:00Z",
    "2026-11-21T23:59:59Z",
  ]);

  for (const from of ["2026-02-30", "20-11-2026", "2026-1-1", "'; drop table exports; --"]) {
    expect(ExportForm.safeParse({ preset: "full", from }).success, from).toBe(false);
  }
  await expect(exported(campaign, { from: "' or true --" })).rejects.toThrow("not a day");
});

test("each state can be exported, and all of them", async () => {
  const campaign = await aCampaign(db);
  for (const state of ["pending", "confirmed", "withdrawn", "invalidated"] as const) {
    await aStoredSignature(db, campaign, {
      state,
      ...(state === "invalidated" ? { exclusionReason: "duplicate" } : {}),
    });
  }
  const one = cellsOf((await exported(campaign, { states: ["invalidated"] })).bytes);
  expect(one.map((row) => [row.status, row.exclusion_reason])).toEqual([["invalidated", "duplicate"]]);
  expect(cellsOf((await exported(campaign, { states: [] })).bytes)).toHaveLength(4);
});

test("cells that a spreadsheet would run are made text, and no other cell is touched", async () => {
  const campaign = await aCampaign(db);
  const hostile = [
    "=1+1",
    "+1",
    "-1",
    "@x",
    "\tx",
    "\rx",
    "\nx",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    '=HYPERLINK("http://x")',
  ];
  const harmless = ["a=b", "'=1", "1-2", " =1", "“=”", "٣"];
  for (const comment of [...hostile, ...harmless]) await aStoredSignature(db, campaign, { comment });
  await aStoredSignature(db, campaign, {
    name: "=cmd|' /C calc'!A0",
    email: "+x@example.org",
    postalCode: "-12",
  });

  const rows = cellsOf((await exported(campaign)).bytes);
  expect(rows.slice(0, -1).map((row) => row.comment)).toEqual([
    ...hostile.map((cell) => `'${cell}`),
    ...harmless,
  ]);
  expect(rows.at(-1)).toMatchObject({
    name: "'=cmd|' /C calc'!A0",
    email: "'+x@example.org",
    postal_code: "'-12",
  });
});

test("an export's start and end are logged with rows, hash and filter, and sealed", async () => {
  const campaign = await aCampaign(db);
  await aStoredSignature(db, campaign);
  const { id, bytes, organizer } = await exported(campaign, { from: "2026-01-01" });
  const sha256 = createHash("sha256").update(bytes).digest("hex");

  const entries = await rowsIn(db, auditEntries, { subject: id }, asc(auditEntries.id));
  const filter = { ...wholeList, from: "2026-01-01" };
  expect(entries).toMatchObject([
    { actor: `organizer:${organizer.id}`, action: "export-started", detail: { preset: "full", filter } },
    { action: "export-completed", detail: { preset: "full", filter, rows: 1, bytes: bytes.length, sha256 } },
  ]);
  const manifest = await findManifest(db, { id, campaignId: campaign.id, organizerId: organizer.id });
  expect(manifest).toMatchObject({
    campaign: campaign.slug,
    rows: 1,
    bytes: bytes.length,
    sha256,
    columns: presetColumns.full,
    petitionVersions: [{ version: 1 }],
    audit: { entry: entries[1]?.id, seal: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } },
  });
  expect(await listExportsOf(db, { campaignId: campaign.id, organizerId: organizer.id })).toMatchObject([
    { id, state: "completed", rows: 1, sha256, by: "Olga Sample", mine: true },
  ]);
});

test("the operator's file has the same bytes and its own record", async () => {
  const campaign = await aCampaign(db);
  for (let n = 0; n < 20; n++) await aStoredSignature(db, campaign, { comment: `=line ${n}\n"x"` });
  const { bytes } = await exported(campaign);
  const chunks: Buffer[] = [];
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  const end = await exportSignatures(db, testKeys, { campaignSlug: campaign.slug, preset: "full" }, output);

  expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
  if (end.outcome !== "exported") throw new Error(end.outcome);
  expect(end.manifest).toMatchObject({ by: "operator", rows: 20 });
  const entries = await rowsIn(db, auditEntries, { subject: end.manifest.export }, asc(auditEntries.id));
  expect(entries.map(({ actor, action }) => [actor, action])).toEqual([
    ["operator", "export-started"],
    ["operator", "export-completed"],
  ]);
  expect(await exportSignatures(db, testKeys, { campaignSlug: "no-such", preset: "full" }, output)).toEqual({
    outcome: "unknown-campaign",
  });
});

/** A campaign whose file exceeds every buffer, made once for all tests that abort its download. */
const longCampaign = () => {
  long ??= aLongCampaign(3_500);
  return long;
};
let long: ReturnType<typeof aLongCampaign> | undefined;

/** Four bytes a character: few rows make a file longer than what a connection holds on its way. */
const longComment = "🌍".repeat(900);

async function aLongCampaign(rows: number) {
  const campaign = await aCampaign(db);
  const tag = campaign.slug;
  await fill(
    db,
    sql`
    with people as (
      insert into supporters (email_canonical, email, name, country)
      select ${tag}::text || i || '@long.example', ${tag}::text || i || '@long.example', 'Nora Sample', 'US'
      from generate_series(1, ${rows}::int) i returning id)
    insert into signatures (campaign_id, supporter_id, petition_version, state, comment, receipt_code,
      confirmed_at)
    select ${campaign.id}, id, 1, 'confirmed', ${longComment},
      translate(left(upper(md5('d' || id)), 4) || '-' || left(upper(md5('e' || id)), 4) || '-'
        || left(upper(md5('f' || id)), 2), 'ILOU', '0000'), now()
    from people on conflict do nothing`,
  );
  return campaign;
}

const stateOf = async (scope: Parameters<typeof listExportsOf>[1], id: string) =>
  (await listExportsOf(db, scope)).find((one) => one.id === id)?.state;

const copiesUnderWay = async () => {
  const [row] = await db.$client<{ n: number }[]>`
    select count(*)::int as n from pg_stat_activity
    where datname = current_database() and query like '/* export %' and state <> 'idle'`;
  return row?.n;
};

test("an aborted download is logged, frees its connection, and can restart", async () => {
  const campaign = await longCampaign();
  const organizer = await anOrganizer(db, { campaign });
  const scope = { campaignId: campaign.id, organizerId: organizer.id };
  const id = existing(await createExport(db, { ...scope, preset: "full", filter: wholeList }, now));

  const { file } = streaming(await fetchExport(db, testKeys, { ...scope, id }, now));
  for await (const _block of file) break;
  await expect.poll(() => stateOf(scope, id)).toBe("aborted");
  await expect.poll(copiesUnderWay).toBe(0);
  expect(await findManifest(db, { ...scope, id })).toBeNull();
  const actions = async () =>
    (
      await db.select().from(auditEntries).where(eq(auditEntries.subject, id)).orderBy(asc(auditEntries.id))
    ).map((entry) => entry.action);
  expect(await actions()).toEqual(["export-started", "export-aborted"]);

  const again = await buffer(streaming(await fetchExport(db, testKeys, { ...scope, id }, later(1))).file);
  expect((await findManifest(db, { ...scope, id }))?.bytes).toBe(again.length);
  expect(cellsOf(again).filter(({ comment }) => comment === longComment)).toHaveLength(3_500);
  expect((await actions()).slice(2)).toEqual(["export-started", "export-completed"]);
});

test("a file whose server side fails breaks off and never ends as if it were whole", async () => {
  const campaign = await longCampaign();
  const organizer = await anOrganizer(db, { campaign });
  const scope = { campaignId: campaign.id, organizerId: organizer.id };
  const id = (await createExport(db, { ...scope, preset: "full", filter: wholeList }, now)) ?? "";
  const { file } = streaming(await fetchExport(db, testKeys, { ...scope, id }, now));
  const reading = buffer(file);
  await db.$client`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query like '/* export %' and state <> 'idle'`;
  await expect(reading).rejects.toThrow();
  await expect.poll(() => stateOf(scope, id)).toBe("aborted");
});

test("a file that cannot be put on record as complete does not arrive whole", async () => {
  const campaign = await aCampaign(db);
  await aStoredSignature(db, campaign);
  const organizer = await anOrganizer(db, { campaign });
  const scope = { campaignId: campaign.id, organizerId: organizer.id };
  const id = (await createExport(db, { ...scope, preset: "full", filter: wholeList }, now)) ?? "";
  const { file } = streaming(await fetchExport(db, testKeys, { ...scope, id }, now));
  await db.update(listExports).set({ abortedAt: now, leaseUntil: null }).where(eq(listExports.id, id));
  await expect(buffer(file)).rejects.toThrow("settled before");
});

test("a file goes out once, to the one who asked, within a day, and three at a time", async () => {
  const campaign = await aCampaign(db);
  const [organizer, colleague] = [await anOrganizer(db, { campaign }), await anOrganizer(db, { campaign })];
  const reviewer = await anOrganizer(db, { campaign, role: "reviewer" });
  const scope = { campaignId: campaign.id, organizerId: organizer.id };
  const ask = async () =>
    (await createExport(db, { ...scope, preset: "full", filter: wholeList }, now)) ?? "";
  const outcome = async (input: Parameters<typeof fetchExport>[2], at = now) => {
    const fetched = await fetchExport(db, testKeys, input, at);
    if (fetched.outcome === "streaming") await buffer(fetched.file);
    return fetched.outcome;
  };

  const id = await ask();
  expect(await outcome({ ...scope, id, organizerId: colleague.id })).toBe("unknown");
  expect(await outcome({ ...scope, id, campaignId: (await aCampaign(db)).id })).toBe("unknown");
  expect(await outcome({ ...scope, id }, later(24 * 60))).toBe("over");
  const both = await Promise.all([outcome({ ...scope, id }), outcome({ ...scope, id })]);
  expect(both.sort()).toEqual(["over", "streaming"]);
  expect(
    await createExport(db, { ...scope, organizerId: reviewer.id, preset: "full", filter: wholeList }),
  ).toBeNull();

  const large = await longCampaign();
  const owner = await anOrganizer(db, { campaign: large });
  const ofLong = { campaignId: large.id, organizerId: owner.id };
  const files = [];
  for (let n = 0; n < 3; n++) {
    const next = (await createExport(db, { ...ofLong, preset: "full", filter: wholeList }, now)) ?? "";
    files.push(streaming(await fetchExport(db, testKeys, { ...ofLong, id: next }, now)).file);
  }
  const fourth = (await createExport(db, { ...ofLong, preset: "full", filter: wholeList }, now)) ?? "";
  expect(await outcome({ ...ofLong, id: fourth })).toBe("busy");
  for (const file of files) file.destroy();
  await expect.poll(() => outcome({ ...ofLong, id: fourth })).toBe("streaming");
});

test("a file of a killed process is available within seconds and blocks no other", async () => {
  const campaign = await aCampaign(db);
  const organizer = await anOrganizer(db, { campaign });
  const scope = { campaignId: campaign.id, organizerId: organizer.id };
  const ids = [];
  for (let n = 0; n < 3; n++) {
    const id = (await createExport(db, { ...scope, preset: "full", filter: wholeList }, now)) ?? "";
    const leased = { startedAt: now, leaseId: id, leaseUntil: sql`now() + interval '20 seconds'` };
    await db.update(listExports).set(leased).where(eq(listExports.id, id));
    ids.push(id);
  }
  const fresh = (await createExport(db, { ...scope, preset: "full", filter: wholeList }, now)) ?? "";
  const [killed = ""] = ids;
  const outcome = async (id: string) => {
    const fetched = await fetchExport(db, testKeys, { ...scope, id }, later(1));
    if (fetched.outcome === "streaming") await buffer(fetched.file);
    return fetched.outcome;
  };
  expect([await outcome(killed), await outcome(fresh)]).toEqual(["over", "busy"]);
  await db.update(listExports).set({ leaseUntil: sql`now()` }).where(inArray(listExports.id, ids));
  expect([await outcome(killed), await outcome(fresh)]).toEqual(["streaming", "streaming"]);
});

test("nothing personal enters the record of an export", async () => {
  const campaign = await aCampaign(db);
  const { supporter } = await aStoredSignature(db, campaign, { name: "Very Personal" });
  const { id } = await exported(campaign);
  const record = JSON.stringify([
    await db.select().from(listExports).where(eq(listExports.id, id)),
    await db.select().from(auditEntries).where(eq(auditEntries.subject, id)),
  ]);
  expect(record).not.toContain("Very Personal");
  expect(record).not.toContain(supporter.email);
  expect(await db.$count(signatures)).toBeGreaterThan(0);
  expect(await db.$count(supporters)).toBeGreaterThan(0);
});
