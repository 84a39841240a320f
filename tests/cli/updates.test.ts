import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "#db/index.ts";
import {
  auditEntries,
  campaigns,
  consents,
  emailBatches,
  outbox,
  supporters,
  updates,
} from "#db/schema/index.ts";
import { aCampaign, changeRows, organization, storeRow } from "#tests/support/builders.ts";
import { aLetter } from "#tests/support/letters.ts";
import { aFolder, anOperator as operatorWith } from "#tests/support/operator.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";

const folder = aFolder();
const anOperator = (environment?: Record<string, string>) => operatorWith(folder, environment);

function aFile(text: string | Uint8Array): string {
  const file = join(folder, `${Math.random().toString(36).slice(2)}.md`);
  writeFileSync(file, text);
  return file;
}

/** Someone who signed, confirmed their address and asked for updates. */
async function anAsker(db: Db, campaign: { id: number }, country = "US") {
  const asker = await aStoredSignature(db, campaign, { consents: ["sign", "updates"], country });
  await changeRows(db, supporters, asker.supporter.id, { confirmedAt: asker.signature.confirmedAt });
  return asker;
}

/** Lets a letter's writer agree to updates. */
const agreed = (db: Db, { campaignId, supporterId }: { campaignId: number; supporterId: number }) =>
  db.insert(consents).values({ campaignId, supporterId, purpose: "updates", textVersion: "1", locale: "en" });

const auditOf = async (db: Db) =>
  (await db.select().from(auditEntries).orderBy(auditEntries.id)).map(
    ({ actor, action }) => `${actor} ${action}`,
  );

const news = ["--subject", "News of this month", "--body-file"] as const;

test("update send writes, approves alone and schedules in one step, and is logged", async () => {
  const { db, campaign, cli } = await anOperator();
  for (const country of ["US", "US", "DE"]) await anAsker(db, campaign, country);
  await aStoredSignature(db, campaign);
  const file = aFile("Two things **happened**.\n\n[Read on](https://example.org/)\n");

  const sent = await cli("update", "send", ...news, file, "--approve-alone", "--json");
  expect([sent.code, sent.err]).toEqual([0, ""]);
  const parsed = JSON.parse(sent.out);
  expect(parsed).toMatchObject({ outcome: "scheduled", number: 1, people: 3 });
  const [update] = await db.select().from(updates).where(eq(updates.publicId, parsed.publicId));
  expect(update).toMatchObject({
    state: "scheduled",
    approvedAlone: true,
    approvedById: null,
    inArchive: true,
  });
  expect(await auditOf(db)).toEqual([
    "operator update-drafted",
    "operator update-edited",
    "operator update-submitted",
    "operator update-approved-alone",
    "operator update-scheduled",
  ]);
  expect([...(await db.execute(sql`select name from pgboss.job where name = 'send-updates'`))]).toHaveLength(
    1,
  );

  const later = new Date(Date.now() + 37 * 86_400_000).toISOString();
  const audience = [
    "--audience-country",
    "us,de",
    "--audience-did",
    "signed",
    "--audience-since",
    "2026-01-01",
  ];
  const second = await cli(
    "update",
    "send",
    ...news,
    file,
    "--approve-alone",
    ...audience,
    "--at",
    later,
    "--no-archive",
    "--locale",
    "es",
  );
  expect(second).toMatchObject({
    code: 0,
    out: expect.stringMatching(
      new RegExp(`Update 2 \\(.*\\), for 3 people\\.\nUpdate 2 will be sent at ${later}\\.`),
    ),
  });
  const [stored] = await db.select().from(updates).where(eq(updates.number, 2));
  await agreed(db, await aLetter(db, campaign));
  const third = await cli("update", "send", ...news, file, "--approve-alone", "--audience-did", "wrote");
  expect(third).toMatchObject({ code: 0, out: expect.stringMatching(/^Update 3 \(.*\), for 1 person\.$/m) });
  expect(stored).toMatchObject({
    audience: { countries: ["DE", "US"], did: "signed", since: "2026-01-01" },
    inArchive: false,
    sendAt: new Date(later),
  });
});

test("an update that goes by itself is written, started and reported by command", async () => {
  const { db, cli } = await anOperator();
  const file = aFile("Write a letter.");
  const send = (...args: string[]) => cli("update", "send", ...news, file, "--approve-alone", ...args);
  const wrong = await send("--after", "signed", "--days", "0");
  expect([wrong.code, wrong.err]).toEqual([
    2,
    expect.stringContaining("--days must be a number from 1 to 60"),
  ]);
  const sent = await send("--after", "signed", "--days", "3", "--unless", "wrote");
  expect(sent).toMatchObject({
    code: 0,
    err: "",
    out: expect.stringMatching(
      /^Update 1 \(.*\), for each person in turn\.\nUpdate 1 goes by itself from now on\.$/m,
    ),
  });
  await changeRows(db, updates, { number: 1 }, { brought: { wrote: 4 }, broughtAt: new Date() });
  const status = await cli("update", "status", "--update", "1");
  expect(status.out).toContain("3 days after they sign, unless they have written a letter by then");
  expect(status.out).toMatch(/What readers did next, within 14 days:\nWrote a letter +4$/m);
  const list = await cli("update", "list");
  expect(list.out).toContain("News of this month (3 days after they sign, unless");
  for (let days = 4; days < 9; days += 1)
    expect((await send("--after", "signed", "--days", String(days))).code).toBe(0);
  const full = await send("--after", "signed", "--days", "9");
  expect([full.code, full.err]).toEqual([1, expect.stringContaining("This series has six emails already")]);
});

test("without --approve-alone a new update waits for an organizer, and exits 1", async () => {
  const { db, campaign, cli } = await anOperator();
  await anAsker(db, campaign);
  const stored = await cli("update", "send", ...news, aFile("Words."), "--json");
  expect(stored.code).toBe(1);
  const { outcome, publicId, number } = JSON.parse(stored.out);
  expect([outcome, number]).toEqual(["waits-for-approval", 1]);
  expect(await cli("update", "send", "--update", publicId)).toMatchObject({
    code: 1,
    err: "It is not approved yet.\n",
  });

  expect(await cli("update", "approve", "--update", "1")).toMatchObject({
    code: 1,
    err: expect.stringContaining("--approve-alone"),
  });
  expect(await cli("freeze")).toMatchObject({ code: 0 });
  const frozen = { code: 1, err: expect.stringContaining("frozen") };
  expect(await cli("update", "approve", "--update", "1", "--approve-alone")).toMatchObject(frozen);
  expect(await cli("unfreeze")).toMatchObject({ code: 0 });
  expect(await cli("update", "approve", "--update", "1", "--approve-alone")).toMatchObject({ code: 0 });
  expect(await cli("update", "approve", "--update", "1", "--approve-alone")).toMatchObject({ code: 1 });
  expect(await cli("update", "send", "--update", "1")).toMatchObject({ code: 0 });
  expect(await db.select({ state: updates.state }).from(updates)).toEqual([{ state: "scheduled" }]);
});

test("for what an organizer submitted the operator is the second person", async () => {
  const { db, campaign, cli } = await anOperator();
  const olga = await anOrganizer(db, { campaign });
  await anUpdate(db, campaign, { submittedAt: new Date(), submittedById: olga.id, editedById: olga.id });
  expect(await cli("update", "approve", "--update", "1")).toMatchObject({ code: 0 });
  const [update] = await db.select().from(updates);
  expect(update).toMatchObject({ approvedAlone: false, approvedById: null });
  expect(await auditOf(db)).toEqual(["operator update-approved"]);
});

test("errors in line, option or settings are reported before anything is stored", async () => {
  const { db, campaign, cli } = await anOperator();
  const good = aFile("Words.");
  const send = (...args: string[]) => cli("update", "send", "--approve-alone", ...args);

  expect(await send(...news, good)).toMatchObject({
    code: 1,
    err: expect.stringContaining("nobody is in this audience"),
  });
  await anAsker(db, campaign);
  const bad = await send(
    ...news,
    aFile("Fine.\n\n<b>bold</b>\n\n[x](javascript:1)\n\n[claim 9]\n\nSee [claim 9] here.\n"),
  );
  expect([bad.code, bad.out]).toEqual([1, ""]);
  expect(bad.err).toMatch(
    /Nothing was saved\. The update cannot be sent as written:\nLine 3: .*HTML.*\nLine 5: javascript:1 is not a web or email.*\nLine 7: There is no statement[^\n]*\nLine 9: Put \[claim 9\] on its own/s,
  );

  const fields = ["--subject", "Hi {name}", "--greeting", "Dear {name},"];
  const foreign = await send(...fields, "--body-file", aFile("Dear [First Name],"));
  expect([foreign.code, foreign.out]).toEqual([1, ""]);
  expect(foreign.err).toContain("Subject: Remove “{name}”");
  expect(foreign.err).toContain("Greeting: Remove “{name}”");
  expect(foreign.err).toContain("Line 1: Remove “[First Name]”");

  const wrong: [string[], RegExp][] = [
    [[...news, good, "--audience-country", "US,XX"], /--audience-country/],
    [
      [...news, good, "--audience-did", "danced"],
      /--audience-did must be one of anything, signed, pledged, wrote\./,
    ],
    [[...news, good, "--audience-since", "yesterday"], /--audience-since/],
    [[...news, good, "--locale", "fr"], /--locale must be one of en, es/],
    [[...news, good, "--at", "tomorrow"], /--at must be a time/],
    [[...news, good, "--at", "2020-01-01T00:00:00Z"], /--at must be in the future/],
    [[...news, aFile(" \n")], /--body-file is empty/],
    [["--subject", "x".repeat(151), "--body-file", good], /more than 150/],
    [["--subject", "News"], /--body-file is required/],
    [["--update", "1", "--no-archive"], /belongs to a new update/],
  ];
  for (const [args, message] of wrong) {
    const { code, err } = await send(...args).then((ended) =>
      args[0] === "--update" ? cli("update", "send", ...args) : ended,
    );
    expect([args, code, err.split("\n")[0]]).toEqual([args, 2, expect.stringMatching(message)]);
  }
  expect(await send(...news, aFile(Buffer.from([0x66, 0xff])))).toMatchObject({
    code: 1,
    err: expect.stringContaining("not UTF-8"),
  });
  expect(await send(...news, join(folder, "none.md"))).toMatchObject({ code: 1 });
  expect(await cli("update", "status", "--update", "7")).toMatchObject({
    code: 1,
    err: expect.stringContaining('no update "7"'),
  });
  expect(await db.$count(updates)).toBe(0);
});

test("in public an update does not go while the postal address or the sender is not set", async () => {
  const { db, campaign, cli } = await anOperator({
    APP_URL: "https://sign.campaign.net",
    SECRET: "k3Jd8sLq0Zx7Vn2Bw5Ty9Rf4Gh6Mc1Pa",
    MAIL_FROM: "Campaign <news@campaign.net>",
  });
  await anAsker(db, campaign);
  await db
    .update(campaigns)
    .set({ ...organization, postalAddress: "1 Example Street, Example City" })
    .where(eq(campaigns.id, campaign.id));
  const refused = await cli("update", "send", ...news, aFile("Words."), "--approve-alone");
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining("--postal-address") });
  expect(await db.$count(updates)).toBe(0);

  expect(await cli("campaign", "set", "--postal-address", "1 Sample Street, Sampletown")).toMatchObject({
    code: 0,
  });
  expect(await cli("update", "send", ...news, aFile("Words."), "--approve-alone")).toMatchObject({ code: 0 });
});

test("pause, resume, cancel and status tell the state of an update, in numbers that add up", async () => {
  const { db, campaign, cli } = await anOperator();
  const begun = { ...approved, state: "sending", startedAt: new Date(), preparedAt: new Date() } as const;
  const update = await anUpdate(db, campaign, { ...begun, audienceSize: 3 });
  for (const [state, problem] of [
    ["delivered", null],
    ["bounced", "hard-bounce"],
    ["queued", null],
  ] as const) {
    const { supporter } = await anAsker(db, campaign);
    await storeRow(db, outbox, {
      campaignId: campaign.id,
      supporterId: supporter.id,
      updateId: update.id,
      template: "update",
      state,
      problem,
    });
  }
  const status = await cli("update", "status", "--update", "1");
  expect(status.out).toMatch(/^Update 1, sending: What happened this month\n/);
  expect(status.out).toMatch(/queued +1\ndelivered +1\nbounced +1\naudience +3\n/);
  expect(status.out).toContain("bounced: hard-bounce  1");
  const json = JSON.parse((await cli("update", "status", "--update", update.publicId, "--json")).out);
  expect(json).toMatchObject({
    stage: "sending",
    audienceSize: 3,
    counts: { queued: 1, delivered: 1, bounced: 1 },
  });

  expect(await cli("update", "pause", "--update", "1")).toMatchObject({ code: 0 });
  expect(await cli("update", "pause", "--update", "1")).toMatchObject({ code: 1 });
  expect((await cli("update", "status", "--update", "1")).out).toContain("Paused: organizer.");
  expect(await cli("update", "resume", "--update", "1")).toMatchObject({ code: 0 });
  expect(await cli("update", "resume", "--update", "1")).toMatchObject({ code: 1 });
  expect(await cli("update", "cancel", "--update", "1", "--json")).toMatchObject({ code: 0 });
  expect(await cli("update", "cancel", "--update", "1")).toMatchObject({ code: 1 });
  expect((await cli("update", "status", "--update", "1", "--watch")).out).toContain("Update 1, cancelled");
  expect((await cli("update", "list")).out).toMatch(
    /^number +state +people .*\n +1 +cancelled +3 .*What happened this month\n$/,
  );
  expect(await auditOf(db)).toEqual([
    "operator update-paused",
    "operator update-resumed",
    "operator update-cancelled",
  ]);
});

test("a preview prints the email, and a test goes only to an organizer", async () => {
  const { db, campaign, cli } = await anOperator();
  await anUpdate(db, campaign, { subject: "News", body: "It is **new**." });
  const text = await cli("update", "preview", "--update", "1");
  expect(text.out).toMatch(/^News\n.*It is \*?new\*?\./s);
  const html = await cli("update", "preview", "--update", "1", "--html");
  expect(html.out).toMatch(/^<!DOCTYPE html.*<strong>new<\/strong>/s);
  expect(Object.keys(JSON.parse((await cli("update", "preview", "--update", "1", "--json")).out))).toEqual(
    expect.arrayContaining(["subject", "html", "text"]),
  );
  expect(await cli("update", "preview", "--update", "1", "--locale", "es")).toMatchObject({ code: 1 });

  const olga = await anOrganizer(db, { campaign });
  const stranger = await anOrganizer(db);
  for (const to of [stranger.email, "someone@example.org"]) {
    expect(await cli("update", "test", "--update", "1", "--to", to)).toMatchObject({
      code: 1,
      err: expect.stringContaining("--to must be an organizer of this campaign"),
    });
  }
  expect(await cli("update", "test", "--update", "1", "--to", olga.email.toUpperCase())).toMatchObject({
    code: 0,
  });
  expect(await cli("update", "test", "--update", "1", "--to", olga.email, "--locale", "zz")).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^--locale must be one of en, es\./),
  });
  expect(await db.select({ to: outbox.organizerId, template: outbox.template }).from(outbox)).toEqual([
    { to: olga.id, template: "update-test" },
  ]);
});

test("campaign set stores organization details, names missing ones, logs fields only", async () => {
  const { db, campaign, cli } = await anOperator();
  await db.update(campaigns).set({ status: "draft" });
  const given = ["--operator", "Sample Association ", "--contact-email", "hello@campaign.net"];
  const set = await cli("campaign", "set", ...given);
  expect(set).toMatchObject({ code: 0, err: "" });
  expect(set.out).toMatch(/operator: +Sample Association\n/);
  expect(set.out).toContain(
    "Missing, or still an example: --postal-address, --funding-line, --privacy-contact.",
  );
  expect(await cli("campaign", "set", ...given)).toMatchObject({ code: 0 });

  for (const [name, value] of [
    ["--contact-email", "not an address"],
    ["--privacy-contact", "Ana <ana@campaign.net>"],
    ["--operator", " "],
    ["--funding-line", "two\nlines"],
    ["--postal-address", "x".repeat(301)],
  ] as const) {
    expect([name, await cli("campaign", "set", name, value)]).toMatchObject([name, { code: 2 }]);
  }
  const rest = [
    "--postal-address",
    "1 Sample Street",
    "--funding-line",
    "Gifts.",
    "--privacy-contact",
    "p@campaign.net",
  ];
  expect(await cli("campaign", "set", ...rest, "--json")).toMatchObject({
    code: 0,
    out: expect.stringContaining('"missing":[]'),
  });
  const [stored] = await db.select().from(campaigns).where(eq(campaigns.id, campaign.id));
  expect(stored).toMatchObject({ operator: "Sample Association", fundingLine: "Gifts." });
  const log = await db
    .select({ action: auditEntries.action, detail: auditEntries.detail })
    .from(auditEntries)
    .orderBy(auditEntries.id);
  expect(log).toEqual([
    { action: "campaign-changed", detail: { fields: ["operator", "contactEmail"] } },
    { action: "campaign-changed", detail: { fields: ["postalAddress", "privacyContact", "fundingLine"] } },
  ]);
});

test("campaign set warns of open batches, whose emails have the earlier details", async () => {
  const { db, campaign, cli } = await anOperator();
  const update = await anUpdate(db, campaign, { ...approved, state: "sending", startedAt: new Date() });
  const frozen = {
    updateId: update.id,
    emailIds: [1],
    state: "frozen" as const,
    frozenAt: new Date(),
    transport: "resend",
    templateVersion: "1",
    bodySha256: Buffer.alloc(32),
    idempotencyKey: "batch-0123456789abcdef",
  };
  const elsewhere = await anUpdate(db, await aCampaign(db), { ...approved });
  await db
    .insert(emailBatches)
    .values({ ...frozen, updateId: elsewhere.id, idempotencyKey: "batch-fedcba9876543210" });
  const set = (...args: string[]) => cli("campaign", "set", ...args);
  const json = async (...args: string[]) => JSON.parse((await set(...args, "--json")).out).openBatches;
  expect((await set("--operator", "First Association")).out).not.toContain("Warning");
  expect(await json("--operator", "First Association")).toBe(0);

  await db.insert(emailBatches).values(frozen);
  expect((await set("--operator", "Second Association")).out).toMatch(
    /^Warning: the provider has not answered for 1 batch of emails\./m,
  );
  expect((await set("--operator", "Second Association")).out).not.toContain("Warning");
  expect((await set("--funding-line", "Gifts.")).out).not.toContain("Warning");
  expect(await json("--postal-address", "2 Sample Street")).toBe(1);
});
