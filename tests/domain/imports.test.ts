import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { rowsASlice } from "#app/domain/entries/imports/job.ts";
import { countOutcomes } from "#app/domain/entries/imports/running/outcomes.server.ts";
import { startImport } from "#app/domain/entries/imports/running/start-import.server.ts";
import { undoImport } from "#app/domain/entries/imports/undo-import.server.ts";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { hmac } from "#app/lib/keys.server.ts";
import { auditEntries, campaigns, consents, filePieces, signatures, supporters } from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import {
  aFileHandedIn,
  agreed,
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
    db
      .update(campaigns)
      .set({ frozenAt: at, frozenBy: at && "operator" })
      .where(eq(campaigns.id, campaign.id));
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
