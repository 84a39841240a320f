import { once } from "node:events";
import { type AddressInfo, createServer, connect as dial } from "node:net";
import { eq, sql } from "drizzle-orm";
import { expect, inject, onTestFinished, test } from "vitest";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { connect, disconnect } from "#db/connection.ts";
import type { Db } from "#db/index.ts";
import { campaignCounts, campaigns, claims, consents, signatures, supporters } from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase, openAs } from "#tests/support/database.ts";
import { causeOf } from "#tests/support/refusals.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

async function countsOf(db: Db, campaignId: number) {
  const [row] = await db.execute(sql`
    select sum(pending)::int as pending, sum(confirmed)::int as confirmed, sum(withdrawn)::int as withdrawn,
      sum(invalidated)::int as invalidated, sum(erased)::int as erased
    from campaign_counts where campaign_id = ${campaignId}`);
  return row;
}

const none = { pending: 0, confirmed: 0, withdrawn: 0, invalidated: 0, erased: 0 };

test("counters follow inserts, updates, deletions and cascades, single and in bulk", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const other = await aCampaign(db);
  const { signature, supporter } = await aStoredSignature(db, campaign, { state: "pending" });
  await aStoredSignature(db, campaign, { state: "pending" });
  await aStoredSignature(db, other, { state: "confirmed" });
  expect(await countsOf(db, campaign.id)).toEqual({ ...none, pending: 2 });

  const now = new Date("2026-10-02T00:00:00Z");
  const confirmed = { state: "confirmed", confirmedAt: now } as const;
  await db.update(signatures).set(confirmed).where(eq(signatures.campaignId, campaign.id));
  expect(await countsOf(db, campaign.id)).toEqual({ ...none, confirmed: 2 });

  await db.update(signatures).set({ comment: "x" }).where(eq(signatures.id, signature.id));
  expect(await countsOf(db, campaign.id)).toEqual({ ...none, confirmed: 2 });

  const withdrawn = { state: "withdrawn", withdrawnAt: now } as const;
  await db.update(signatures).set(withdrawn).where(eq(signatures.id, signature.id));
  expect(await countsOf(db, campaign.id)).toEqual({ ...none, confirmed: 1, withdrawn: 1 });

  await db.delete(supporters).where(eq(supporters.id, supporter.id));
  expect(await countsOf(db, campaign.id)).toEqual({ ...none, confirmed: 1 });
  expect(await countsOf(db, other.id)).toEqual({ ...none, confirmed: 1 });

  const erased = sql`insert into erased_signatures (campaign_id, address_hmac, key_id, petition_version)
    select ${campaign.id}, decode(lpad(n::text, 64, '0'), 'hex'), 'k', 1 from generate_series(1, 3) n`;
  await db.execute(erased);
  expect(await countsOf(db, campaign.id)).toEqual({ ...none, confirmed: 1, erased: 3 });
  expect(await listCounterDrift(db)).toEqual([]);
});

test("a change that is rolled back leaves the counters as they were", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  await aStoredSignature(db, campaign);
  const rolledBack = db.transaction(async (tx) => {
    await tx.delete(signatures);
    throw new Error("rolled back");
  });
  await expect(rolledBack).rejects.toThrow("rolled back");
  expect(await countsOf(db, campaign.id)).toEqual({ ...none, confirmed: 1 });
});

test("a counter that was tampered with is found", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  await aStoredSignature(db, campaign);
  await db.update(campaignCounts).set({ confirmed: sql`confirmed + 1` });
  expect(await listCounterDrift(db)).toEqual([
    { campaign: campaign.slug, counter: "confirmed", stored: 2, counted: 1 },
    // The sum of the hours is compared with the counter.
    { campaign: campaign.slug, counter: "joined by hour", stored: 1, counted: 2 },
  ]);
});

test("one signature a person and campaign; it stays with both", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const other = await aCampaign(db);
  const { supporter, signature } = await aStoredSignature(db, campaign);
  const second = {
    campaignId: campaign.id,
    supporterId: supporter.id,
    petitionVersion: 1,
    receiptCode: "0000-0000-00",
  };
  expect(await causeOf(db.insert(signatures).values(second))).toBreak("signatures_one_a_person");
  const nowhere = { ...second, campaignId: other.id + 1 };
  expect(await causeOf(db.insert(signatures).values(nowhere))).toBreak("signatures_petition_version");
  const move = db.update(signatures).set({ campaignId: other.id }).where(eq(signatures.id, signature.id));
  expect(await causeOf(move)).toMatchObject({ code: "23514" });
});

test("a signature's state and its times agree", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const { signature } = await aStoredSignature(db, campaign, { state: "pending" });
  const at = new Date("2026-10-02T00:00:00Z");
  const set = (values: Partial<typeof signatures.$inferInsert>) =>
    causeOf(db.update(signatures).set(values).where(eq(signatures.id, signature.id)));
  expect(await set({ state: "confirmed" })).toMatchObject({ constraint: "signatures_confirmed_has_time" });
  expect(await set({ confirmedAt: at })).toMatchObject({ constraint: "signatures_pending_is_unconfirmed" });
  expect(await set({ state: "withdrawn" })).toMatchObject({ constraint: "signatures_withdrawn_has_time" });
  expect(await set({ withdrawnAt: at })).toMatchObject({ constraint: "signatures_withdrawn_has_time" });
  expect(await set({ state: "invalidated" })).toBreak("signatures_invalidated_has_time");
  expect(await set({ comment: "" })).toMatchObject({ constraint: "signatures_comment_length" });
  expect(await set({ source: "two words" })).toMatchObject({ constraint: "signatures_source_shape" });
  expect(await set({ petitionVersion: 2 })).toMatchObject({ constraint: "signatures_petition_version" });
});

test("a person's data has a shape, from any writer", async () => {
  const db = await aDatabase();
  const { supporter } = await aStoredSignature(db, await aCampaign(db));
  const set = (values: Partial<typeof supporters.$inferInsert>) =>
    causeOf(db.update(supporters).set(values).where(eq(supporters.id, supporter.id)));
  expect(await set({ name: "" })).toMatchObject({ constraint: "supporters_name_length" });
  expect(await set({ name: "x".repeat(121) })).toMatchObject({ constraint: "supporters_name_length" });
  expect(await set({ name: "x\ny" })).toMatchObject({ constraint: "supporters_no_control_characters" });
  expect(await set({ email: "a@b\r\nBcc: c@d" })).toBreak("supporters_no_control_characters");
  expect(await set({ country: "us" })).toMatchObject({ constraint: "supporters_country_shape" });
  expect(await set({ name: "👩🏽‍🚒".repeat(10) })).toBeNull();
});

test("a consent is revoked once and otherwise never changed", async () => {
  const db = await aDatabase();
  await aStoredSignature(db, await aCampaign(db));
  const set = (values: Partial<typeof consents.$inferInsert>) => causeOf(db.update(consents).set(values));
  const refused = { code: "23514" };
  expect(await set({ textVersion: "2027-01" })).toMatchObject(refused);
  expect(await set({ purpose: "updates" })).toMatchObject(refused);
  expect(await set({ revokedAt: new Date("2020-01-01") })).toBreak("consents_revoked_after_granted");
  expect(await set({ revokedAt: new Date("2026-12-01") })).toBeNull();
  expect(await set({ revokedAt: null })).toMatchObject(refused);
  expect(await set({ revokedAt: new Date("2026-12-02") })).toMatchObject(refused);
});

test("one consent a purpose is in force at a time", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const { supporter } = await aStoredSignature(db, campaign, { consents: ["updates"] });
  const values = {
    supporterId: supporter.id,
    campaignId: campaign.id,
    purpose: "updates" as const,
    textVersion: "2026-11",
    locale: "en",
  };
  expect(await causeOf(db.insert(consents).values(values))).toBreak("consents_one_in_force");
  await db.update(consents).set({ revokedAt: new Date("2026-12-01") });
  expect(await causeOf(db.insert(consents).values(values))).toBeNull();
});

test("the words that people signed are never edited", async () => {
  const db = await aDatabase();
  await aCampaign(db);
  const edit = db.execute(sql`update petition_versions set body = body || ' And more.'`);
  expect(await causeOf(edit)).toMatchObject({ code: "23514" });
  expect(await causeOf(db.execute(sql`update petition_versions set version = 2`))).toMatchObject({
    code: "23514",
  });
});

test("a claim is published only with its source, and links only to what was opened", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const claim = {
    campaignId: campaign.id,
    section: "reported" as const,
    kind: "reported" as const,
    text: "It was so.",
    attribution: "A newspaper",
    published: true,
  };
  const dated = { publisher: "A newspaper", publishedOn: "2026-01-02", publishedPrecision: "day" as const };
  let position = 0;
  const insert = (values: Partial<typeof claims.$inferInsert>) =>
    causeOf(db.insert(claims).values({ ...claim, position: ++position, ...values }));

  expect(await insert({})).toMatchObject({ constraint: "claims_published_with_source" });
  expect(await insert({ kind: "opinion" })).toBeNull();
  expect(await insert({ ...dated, publishedPrecision: null })).toBreak("claims_date_has_precision");
  const sourceUrl = "https://news.example/1";
  expect(await insert({ ...dated, sourceUrl })).toMatchObject({ constraint: "claims_link_only_when_opened" });
  const opened = { ...dated, urlVerifiedAt: new Date("2026-02-01") };
  expect(await insert({ ...opened, sourceUrl: "http://news.example/1" })).toBreak("claims_url_is_https");
  expect(await insert({ ...opened, sourceUrl })).toBeNull();
});

test("no table is empty after a crash of the database or on a replica", async () => {
  const db = await aDatabase();
  const emptied = await db.execute(sql`
    select relname from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'S') and relpersistence <> 'p'`);
  expect(emptied).toEqual([]);
});

test("the product's role works with rows and has no right to change the schema", async () => {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const app = openAs("app", db);
  await aStoredSignature(app, campaign);
  await app.update(campaigns).set({ standfirst: "New." });
  const denied = { code: "42501" };
  for (const statement of [
    "create table t ()",
    "alter table signatures disable trigger all",
    "drop trigger signatures_stay on signatures",
    "set session_replication_role = replica",
    "truncate signatures",
  ]) {
    expect(await causeOf(app.execute(sql.raw(statement))), statement).toMatchObject(denied);
  }
});

const db = await aDatabase();

test("that people have confirmed is stored without writing to the indexes of people", async () => {
  await db.execute(sql`
    insert into supporters (email_canonical, email, name, country, locale)
    select address, address, 'Ana Sample', 'US', 'en'
    from generate_series(1, 400) as n, concat('ana-', n, '@example.org') as address`);
  const moved = await db.transaction(async (tx) => {
    await tx.execute(sql`update supporters set confirmed_at = now() where id % 10 = 0`);
    const [row] = await tx.execute(sql`
      select pg_stat_get_xact_tuples_updated('supporters'::regclass)::int as updated,
        pg_stat_get_xact_tuples_hot_updated('supporters'::regclass)::int as "withoutIndexes"`);
    return row;
  });
  expect(moved).toEqual({ updated: 40, withoutIndexes: 40 });
});

test("while a database refuses, callers fail at once, and then use it at once", async () => {
  const to = new URL(inject("clusterUrl"));
  let open = false;
  const door = createServer((from) => {
    from.on("error", () => {});
    if (!open) {
      from.resetAndDestroy();
      return;
    }
    const server = dial(Number(to.port), to.hostname);
    server.on("error", () => from.destroy());
    from.pipe(server).pipe(from);
  }).listen(0, "127.0.0.1");
  await once(door, "listening");
  const address = new URL(to);
  address.port = String((door.address() as AddressInfo).port);
  const db = connect(address.toString(), { max: 10 });
  onTestFinished(async () => {
    await disconnect(db);
    door.close();
  });

  const from = Date.now();
  for (let time = 0; time < 3; time++) {
    const asked = await Promise.allSettled(Array.from({ length: 10 }, () => db.$client`select 1`));
    expect(asked.every(({ status }) => status === "rejected")).toBe(true);
  }
  open = true;
  await db.$client`select 1`;
  expect(Date.now() - from).toBeLessThan(10_000);
});

test("the database tells the same time as the tests", async () => {
  const db = connect(inject("clusterUrl"), { max: 1 });
  onTestFinished(() => disconnect(db));
  const [row] = await db.$client<{ now: number }[]>`select extract(epoch from now())::float8 as now`;
  expect(Math.abs((row?.now ?? 0) * 1000 - Date.now())).toBeLessThan(60_000);
});
