import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { closeCampaign } from "#app/domain/campaign/closing/close-campaign.server.ts";
import { readCounts } from "#app/domain/campaign/queries.server.ts";
import { rowsASlice } from "#app/domain/entries/imports/job.ts";
import { countOutcomes } from "#app/domain/entries/imports/running/outcomes.server.ts";
import { startImport } from "#app/domain/entries/imports/running/start-import.server.ts";
import { undoImport } from "#app/domain/entries/imports/undo-import.server.ts";
import { replanAll } from "#app/domain/entries/pledges/reminders/replan-all.server.ts";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { remindPending } from "#app/domain/entries/signatures/pending-signatures.server.ts";
import { resendConfirmation } from "#app/domain/entries/waiting-forms/resend-confirmation.server.ts";
import { createExport } from "#app/domain/outgoing/exports/create-export.server.ts";
import { fetchExport } from "#app/domain/outgoing/exports/making/fetch-export.server.ts";
import { usualFilter } from "#app/domain/outgoing/exports/presets.ts";
import { readPublicCounts } from "#app/domain/pages/read-public-counts.server.ts";
import { unsubscribe } from "#app/domain/supporters/consents.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { eraseClosed } from "#app/domain/upkeep/retention/erase-closed.server.ts";
import { purgePending } from "#app/domain/upkeep/retention/purge-pending.server.ts";
import { hmac } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import {
  auditEntries,
  campaigns,
  consents,
  filePieces,
  outbox,
  paperSignatures,
  signatures,
  supporters,
} from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, changeRows, organization, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aBatchMailing, aDueUpdate, mailsOf, runEngine, takeAll } from "#tests/support/engine.ts";
import {
  aFileHandedIn,
  agreed,
  aSheetTyped,
  found,
  importedAt,
  scopeOf,
  takenIn,
  tried,
  work,
} from "#tests/support/imports.ts";
import { sign } from "#tests/support/sign.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();

async function aScope() {
  const campaign = await aCampaign(db);
  return { campaign, scope: await scopeOf(db, campaign) };
}

const list = (rows: string[]) => ["email,name,country,newsletter", ...rows, ""].join("\r\n");

const statesOf = async (campaignId: number) =>
  Object.fromEntries(
    (
      await db
        .select({ email: supporters.email, state: signatures.state })
        .from(signatures)
        .innerJoin(supporters, eq(supporters.id, signatures.supporterId))
        .where(eq(signatures.campaignId, campaignId))
    ).map(({ email, state }) => [email, state]),
  );

const countsOf = async (campaignId: number) =>
  (
    await db.execute(sql`
      select sum(confirmed)::int as confirmed, sum(imported)::int as imported, sum(pending)::int as pending,
        sum(on_paper)::int as on_paper
      from campaign_counts where campaign_id = ${campaignId}`)
  )[0];

test("a list is tried without adding anybody, taken in as imported, and undone whole", async () => {
  const { campaign, scope } = await aScope();
  const here = await aStoredSignature(db, campaign, { email: "here@example.org" });
  const which = await aFileHandedIn(
    db,
    scope,
    list([
      "ana@example.org,Ana One,US,yes",
      "HERE@example.org,Somebody Else,DE,yes",
      "ben@example.org,Ben Two,Germany,no",
      "ana@example.org,Ana Again,US,no",
      "not an address,Carl,US,no",
      "dora@example.org,Dora,Nowhere,no",
    ]),
  );
  expect((await found(db, which)).mapping?.columns).toEqual({ email: 0, name: 1, country: 2, opt_in: 3 });

  const trial = await tried(db, which);
  expect(trial).toMatchObject({ state: "tried", rows: 6, added: 2, known: 1, refused: 3 });
  expect(await statesOf(campaign.id)).toEqual({ "here@example.org": "confirmed" });

  const after = await takenIn(db, which);
  expect(after).toMatchObject({ state: "imported", rows: 6, added: 2, known: 1, refused: 3 });
  expect(await statesOf(campaign.id)).toEqual({
    "here@example.org": "confirmed",
    "ana@example.org": "imported",
    "ben@example.org": "imported",
  });
  expect(await countsOf(campaign.id)).toMatchObject({ confirmed: 1, imported: 2 });
  expect(await db.$count(filePieces, eq(filePieces.file, which.publicId))).toBe(0);
  const entries = await db
    .select({ email: supporters.email, purpose: consents.purpose, at: consents.grantedAt })
    .from(consents)
    .innerJoin(supporters, eq(supporters.id, consents.supporterId))
    .where(sql`${consents.importId} is not null and ${consents.campaignId} = ${campaign.id}`)
    .orderBy(supporters.email, consents.purpose);
  expect(entries.map(({ email, purpose }) => `${email} ${purpose}`)).toEqual([
    "ana@example.org sign",
    "ana@example.org updates",
    "ben@example.org sign",
  ]);
  expect(entries[0]?.at).toEqual(new Date(agreed.agreedOn));

  expect(await undoImport(db, which, importedAt)).toBe(true);
  await work(db);
  expect(await found(db, which)).toMatchObject({ state: "undone", undone: 2, stay: 0 });
  expect(await statesOf(campaign.id)).toEqual({ "here@example.org": "confirmed" });
  expect(await countsOf(campaign.id)).toMatchObject({ confirmed: 1, imported: 0 });
  expect(await db.$count(supporters, eq(supporters.email, "ana@example.org"))).toBe(0);
  expect(await db.$count(supporters, eq(supporters.id, here.supporter.id))).toBe(1);

  expect(await undoImport(db, which, importedAt)).toBe(false);
  const told2 = await db
    .select({ action: auditEntries.action })
    .from(auditEntries)
    .where(eq(auditEntries.subject, which.publicId))
    .orderBy(auditEntries.id);
  expect(told2.map(({ action }) => action)).toEqual([
    "import-received",
    "import-tried",
    "import-tried",
    "import-started",
    "import-completed",
    "import-undone",
    "import-undone",
  ]);
});

test("an undo keeps what people did themselves: confirming, waiting, consents", async () => {
  const { campaign, scope } = await aScope();
  const as = { id: campaign.id, petitionVersion: 1 };
  const which = await aFileHandedIn(
    db,
    scope,
    list([
      "stays@example.org,Stays,US,yes",
      "ticks@example.org,Ticks,US,yes",
      "waits@example.org,Waits,US,yes",
      "goes@example.org,Goes,US,yes",
    ]),
  );
  await takenIn(db, which);
  await sign(db, aSignatureInput(as, { to: "stays@example.org" }), importedAt);
  await sign(db, aSignatureInput(as, { to: "ticks@example.org", consents: ["sign", "updates"] }), importedAt);
  await sign(db, aSignatureInput(as, { to: "waits@example.org", consents: ["sign", "updates"] }), importedAt);
  for (const email of ["stays@example.org", "ticks@example.org"]) {
    const [row] = await db
      .select({ publicId: signatures.publicId })
      .from(signatures)
      .innerJoin(supporters, eq(supporters.id, signatures.supporterId))
      .where(eq(supporters.email, email));
    await confirmSignature(db, testKeys, row?.publicId ?? "", importedAt);
  }

  await undoImport(db, which, importedAt);
  await work(db);
  expect(await found(db, which)).toMatchObject({ state: "undone", undone: 1, stay: 3 });
  expect(await statesOf(campaign.id)).toEqual({
    "stays@example.org": "confirmed",
    "ticks@example.org": "confirmed",
    "waits@example.org": "pending",
  });
  const inForce = await db
    .select({ email: supporters.email, purpose: consents.purpose, importId: consents.importId })
    .from(consents)
    .innerJoin(supporters, eq(supporters.id, consents.supporterId))
    .where(sql`${consents.campaignId} = ${campaign.id} and ${consents.revokedAt} is null`)
    .orderBy(supporters.email, consents.purpose);
  expect(inForce.map(({ email, purpose, importId }) => [email, purpose, importId])).toEqual([
    ["stays@example.org", "sign", null],
    ["ticks@example.org", "sign", null],
    ["ticks@example.org", "updates", null],
  ]);
  const waiting = and(eq(signatures.campaignId, campaign.id), eq(signatures.state, "pending"));
  expect(await db.select({ asked: signatures.askedConsents }).from(signatures).where(waiting)).toEqual([
    { asked: ["sign", "updates"] },
  ]);
});

test("who was erased, or asked never to be written to, is not brought back", async () => {
  const { campaign, scope } = await aScope();
  const { supporter } = await aStoredSignature(db, campaign, {
    email: "erased@example.org",
    state: "pending",
  });
  const ports = { keys: testKeys, record: async () => {}, removeMails: async () => {} };
  await eraseSupporter(db, ports, { publicId: supporter.publicId, actor: "supporter" });
  const { keyId, digest } = hmac(testKeys, "address", "never@example.org");
  await db.execute(
    sql`insert into suppressions (address_hmac, key_id, reason) values (${digest}, ${keyId}, 'never')`,
  );

  const which = await aFileHandedIn(
    db,
    scope,
    list(["Erased+again@example.org,E,US,yes", "never@example.org,N,US,yes", "ok@example.org,O,US,yes"]),
  );
  // A dry run can be repeated, so it reveals nothing about them; once imported, one word covers both.
  const { id } = await tried(db, which);
  expect(await countOutcomes(db, id)).toEqual([{ outcome: "new", rows: 3 }]);
  expect(await takenIn(db, which)).toMatchObject({ added: 1, refused: 2 });
  expect(await countOutcomes(db, id)).toEqual([
    { outcome: "new", rows: 1 },
    { outcome: "declined", rows: 2 },
  ]);
  expect(Object.keys(await statesOf(campaign.id))).toEqual(["ok@example.org"]);
});

test("a signer whom a file has twice is counted alike in a dry run and an import", async () => {
  const { campaign, scope } = await aScope();
  await aStoredSignature(db, campaign, { email: "signed@example.org" });
  const twice = "signed@example.org,S,US,no";
  const others = Array.from({ length: rowsASlice }, (_, n) => `new-${n}@example.org,N,US,no`);
  const which = await aFileHandedIn(db, scope, list([twice, twice, ...others, twice]));
  const { id } = await tried(db, which);
  const foretold = await countOutcomes(db, id);
  await takenIn(db, which);
  expect(await countOutcomes(db, id)).toEqual(foretold);
  expect(foretold).toContainEqual({ outcome: "known", rows: 3 });
});

test("the panic switch holds an import where it is, and it continues when lifted", async () => {
  const { campaign, scope } = await aScope();
  const which = await aFileHandedIn(db, scope, list(["a@example.org,A,US,no"]));
  const frozen = (at: Date | null) =>
    changeRows(db, campaigns, campaign.id, { frozenAt: at, frozenBy: at && "operator" });
  await tried(db, which);
  await frozen(importedAt);
  expect(await startImport(db, { ...which, agreed }, importedAt)).toBe(false);
  await frozen(null);
  expect(await startImport(db, { ...which, agreed }, importedAt)).toBe(true);
  await frozen(importedAt);
  expect(await work(db)).toBe(0);
  expect((await found(db, which)).state).toBe("importing");
  await frozen(null);
  await work(db);
  expect((await found(db, which)).state).toBe("imported");
});

test("paper counts separately, twice on a sheet is once, and nobody is emailed", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const scope = await scopeOf(db, campaign);
  await aStoredSignature(db, campaign, { name: "Here Before" });
  const first = await aSheetTyped(db, scope, ["Ana Paper", "Ben Paper", "ana paper", "Here Before"]);
  expect(first.outcomes).toEqual(["new", "new", "repeat", "new"]);
  const second = await aSheetTyped(db, scope, ["Ben Paper", "Cleo Paper"]);
  expect(second.outcomes).toEqual(["known", "new"]);

  expect(await readCounts(db, campaign.id)).toMatchObject({ signatures: 1, pending: 0, onPaper: 4 });
  expect(Object.keys(await readPublicCounts(db, { id: campaign.id, companies: [] })).sort()).toEqual(
    ["asOf", "holders", "letters", "signatures", "wholeShares"], // the contract of count.json
  );
  expect(await db.$count(supporters)).toBe(1);
  expect(await db.$count(outbox)).toBe(0);

  expect(await undoImport(db, { ...scope, publicId: first.publicId }, importedAt)).toBe(true);
  await work(db);
  expect(await readCounts(db, campaign.id)).toMatchObject({ signatures: 1, onPaper: 1 });
  expect(await listCounterDrift(db)).toEqual([]);
});

test("a sheet as a file: its addresses are not read, so nobody is ever emailed", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const scope = await scopeOf(db, campaign);
  const sheet = "Name,Email,Postcode,Country,Newsletter\r\nAna Paper,ana@example.org,02139,US,yes\r\n";
  const which = await aFileHandedIn(db, scope, sheet, { format: "paper" });
  expect((await found(db, which)).mapping?.columns).toEqual({ name: 0, country: 3, postal_code: 2 });
  expect(await takenIn(db, which, { agreement: { updatesFor: "everyone" } })).toMatchObject({ added: 1 });
  expect(await db.select().from(paperSignatures)).toMatchObject([{ name: "Ana Paper", postalCode: "02139" }]);
  expect(await db.$count(supporters)).toBe(0);
});

test("names on paper are erased with their campaign, and still counted", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  await aSheetTyped(db, await scopeOf(db, campaign), ["Ana Paper", "Ben Paper"]);
  const closed = { campaignSlug: campaign.slug, months: 1, actor: "operator", dryRun: false } as const;
  await closeCampaign(db, closed, new Date("2026-01-01T00:00:00Z"));
  await eraseClosed(db, { list: async () => [], remove: async () => {} }, new Date("2026-03-01T00:00:00Z"));
  expect(await db.$count(paperSignatures)).toBe(0);
  expect((await readCounts(db, campaign.id)).onPaper).toBe(2);
  expect(await listCounterDrift(db)).toEqual([]);
});

const later = (hours: number) => new Date(importedAt.getTime() + hours * 3_600_000);
const address = (name: string) => ({ canonical: `${name}@example.org` });

/** A campaign with imported people, and for each whether the list says that they want updates. */
async function aListTakenIn(people: Record<string, "yes" | "no" | "">, agreed = {}) {
  const db = await aDatabase();
  const campaign = await aCampaign(db, organization);
  const scope = await scopeOf(db, campaign);
  const rows = Object.entries(people).map(([name, wants]) => `${name}@example.org,${name},US,${wants}`);
  const which = await aFileHandedIn(db, scope, ["email,name,country,newsletter", ...rows].join("\n"));
  await takenIn(db, which, { agreement: agreed });
  return { db, campaign, scope, which, as: { id: campaign.id, petitionVersion: 1 } };
}

const mailed = async (db: Db) =>
  (
    await db
      .select({ template: outbox.template, email: supporters.email })
      .from(outbox)
      .innerJoin(supporters, eq(supporters.id, outbox.supporterId))
      .orderBy(outbox.id)
  ).map(({ template, email }) => `${template} ${email}`);

const updatesInForce = async (db: Db) =>
  (
    await db
      .select({ email: supporters.email })
      .from(consents)
      .innerJoin(supporters, eq(supporters.id, consents.supporterId))
      .where(sql`${consents.purpose} = 'updates' and ${consents.revokedAt} is null`)
      .orderBy(supporters.email)
  ).map(({ email }) => email);

const signatureOf = async (db: Db, email: string) => {
  const [row] = await db
    .select({ publicId: signatures.publicId, state: signatures.state })
    .from(signatures)
    .innerJoin(supporters, eq(supporters.id, signatures.supporterId))
    .where(eq(supporters.email, email));
  return { publicId: row?.publicId ?? "", state: row?.state };
};

test("nobody from a list is emailed without a recorded consent", async () => {
  const { db, campaign } = await aListTakenIn({ yes: "yes", no: "no", silent: "" });
  const update = await aDueUpdate(db, campaign);
  const { mailing, calls } = aBatchMailing(takeAll);
  await runEngine(db, mailing);
  expect(calls.flatMap(({ to }) => to)).toEqual(["yes@example.org"]);

  for (const hours of [1, 49, 24 * 6, 24 * 8, 24 * 40]) {
    expect(await remindPending(db, later(hours))).toBe(0);
    await replanAll(db, testKeys, { now: later(hours) });
    expect(await purgePending(db, { list: async () => [], remove: async () => {} }, later(hours))).toBe(0);
  }
  expect(await mailed(db)).toEqual(["update yes@example.org"]);
  expect((await mailsOf(db, update)).map(({ email }) => email)).toEqual(["yes@example.org"]);
});

test("where the importer says nobody consented, no column is read as consent", async () => {
  const { db, campaign } = await aListTakenIn({ yes: "yes" }, { updatesFor: "nobody" });
  await aDueUpdate(db, campaign);
  const { mailing, calls } = aBatchMailing(takeAll);
  await runEngine(db, mailing);
  expect(calls).toEqual([]);
  expect(await updatesInForce(db)).toEqual([]);
});

test("asking to confirm again reaches nobody who only came by a list", async () => {
  const { db, campaign, as } = await aListTakenIn({ listed: "yes" });
  await resendConfirmation(db, { campaignId: campaign.id, ...address("listed") }, importedAt);
  expect(await mailed(db)).toEqual([]);
  await sign(db, aSignatureInput(as, { to: "listed@example.org" }), importedAt);
  await db.delete(outbox);
  await resendConfirmation(db, { campaignId: campaign.id, ...address("listed") }, later(1));
  expect(await mailed(db)).toEqual(["confirm-signature listed@example.org"]);
});

test("a stranger who types a listed address consents to nothing for its owner", async () => {
  const { db, campaign, scope, as } = await aListTakenIn({ listed: "no", other: "no" });
  const ticked = ["sign", "updates", "deliver_to_company"] as const;
  await sign(db, aSignatureInput(as, { to: "listed@example.org", consents: [...ticked] }), importedAt);
  await sign(db, aSignatureInput(as, { to: "other@example.org", consents: [...ticked] }), importedAt);
  expect(await updatesInForce(db)).toEqual([]);
  await aDueUpdate(db, campaign);
  const { mailing, calls } = aBatchMailing(takeAll);
  await runEngine(db, mailing);
  expect(calls).toEqual([]);
  // A file for another tool does not list them as somebody to write to either.
  const filter = { ...usualFilter("action-network"), states: ["imported" as const] };
  const id =
    (await createExport(db, { ...scope, preset: "action-network", filter, kept: false }, importedAt)) ?? "";
  const fetched = await fetchExport(db, testKeys, { ...scope, id }, importedAt);
  if (fetched.outcome !== "streaming") throw new Error(fetched.outcome);
  expect(parse(await buffer(fetched.file), { columns: true })).toEqual([]);

  await confirmSignature(db, testKeys, (await signatureOf(db, "listed@example.org")).publicId, later(1));
  expect(await updatesInForce(db)).toEqual(["listed@example.org"]);
  const given = await db
    .select({ purpose: consents.purpose, importId: consents.importId })
    .from(consents)
    .innerJoin(supporters, eq(supporters.id, consents.supporterId))
    .where(sql`${supporters.email} = 'listed@example.org' and ${consents.revokedAt} is null`)
    .orderBy(consents.purpose);
  expect(given).toEqual([...ticked].map((purpose) => ({ purpose, importId: null })));
});

test("a waiting update skips undone imports and consents revoked since", async () => {
  const { db, campaign, which, as } = await aListTakenIn({
    undone: "yes",
    unsubscribes: "yes",
    confirms: "yes",
  });
  const first = await aDueUpdate(db, campaign);
  const sent = aBatchMailing(takeAll);
  await runEngine(db, sent.mailing);
  const mails = await mailsOf(db, first);
  expect(mails).toHaveLength(3);
  const mail = mails.find(({ email }) => email === "unsubscribes@example.org");
  expect(await unsubscribe(db, mail?.publicId ?? "", later(1))).toEqual({ outcome: "unsubscribed" });
  const own = aSignatureInput(as, { to: "confirms@example.org", consents: ["sign", "updates"] });
  await sign(db, own, later(1));
  await confirmSignature(db, testKeys, (await signatureOf(db, "confirms@example.org")).publicId, later(2));

  await aDueUpdate(db, campaign);
  const stopping = new AbortController();
  const waiting = aBatchMailing(() => {
    stopping.abort();
    return { outcome: "retry-later", after: 60, problem: "busy" };
  });
  await runEngine(db, waiting.mailing).catch(() => {});
  await undoImport(db, which, later(3));
  await work(db);
  await aDueUpdate(db, campaign);
  const rest = aBatchMailing(takeAll);
  await runEngine(db, rest.mailing);
  expect(new Set(rest.calls.flatMap(({ to }) => to))).toEqual(new Set(["confirms@example.org"]));
});

test("after an undo only those who signed here are reminded, once", async () => {
  const { db, which, as } = await aListTakenIn({ waits: "no", silent: "yes" });
  await sign(db, aSignatureInput(as, { to: "waits@example.org" }), importedAt);
  await undoImport(db, which, importedAt);
  await work(db);
  expect((await signatureOf(db, "waits@example.org")).state).toBe("pending");
  await db.update(outbox).set({ state: "accepted" });
  expect(await remindPending(db, later(49))).toBe(1);
  expect(await remindPending(db, later(72))).toBe(0);
  expect(await mailed(db)).toEqual([
    "confirm-signature waits@example.org",
    "confirm-reminder waits@example.org",
  ]);
});
