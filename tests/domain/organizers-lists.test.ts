import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { parseAddress } from "#app/domain/base/address.ts";
import type { Cursor } from "#app/domain/base/keyset.server.ts";
import { wholeOf } from "#app/domain/base/list.ts";
import { addressContains } from "#app/domain/entries/address-contains.ts";
import { maxFoundPeople } from "#app/domain/entries/search-by-person.server.ts";
import { countSignatures, listSignatures } from "#app/domain/entries/signatures/list-signatures.server.ts";
import { searchSignatures } from "#app/domain/entries/signatures/search-signatures.server.ts";
import { signatureFilters } from "#app/domain/entries/signatures/signature-list.ts";
import type { Db } from "#db/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();
const everything = wholeOf(signatureFilters);
type Filter = Partial<typeof everything> & { cursor?: Cursor };

async function aScope(campaign: { id: number }) {
  const organizer = await anOrganizer(db, { campaign });
  return { campaignId: campaign.id, organizerId: organizer.id };
}

type Scope = Parameters<typeof listSignatures>[1];

async function names(on: Db, scope: Scope, { cursor, ...filter }: Filter = {}) {
  const page = await listSignatures(on, scope, { ...everything, ...filter }, cursor ?? null);
  return page.signatures.map(({ name }) => name);
}

async function found(scope: Parameters<typeof searchSignatures>[1], text: string) {
  const answer = await searchSignatures(db, scope, text);
  return answer.outcome === "found" ? answer.signatures.map(({ name }) => name) : answer.outcome;
}

test("the list is newest first, by day in UTC and by state", async () => {
  const campaign = await aCampaign(db);
  const scope = await aScope(campaign);
  const at = (name: string, time: string, state: "confirmed" | "pending" = "confirmed") =>
    aStoredSignature(db, campaign, { name, state, signedAt: new Date(time) });
  await at("third", "2026-11-21T23:59:59.999Z", "pending");
  await at("first", "2026-11-20T00:00:00Z");
  await at("second", "2026-11-20T23:59:59.999Z");
  await at("fourth", "2026-11-22T00:00:00Z");

  expect(await names(db, scope)).toEqual(["fourth", "third", "second", "first"]);
  expect(await names(db, scope, { from: "2026-11-20", to: "2026-11-20" })).toEqual(["second", "first"]);
  expect(await names(db, scope, { from: "2026-11-21" })).toEqual(["fourth", "third"]);
  expect(await names(db, scope, { state: "pending" })).toEqual(["third"]);
  expect(await countSignatures(db, scope)).toEqual({
    pending: 1,
    confirmed: 3,
    withdrawn: 0,
    invalidated: 0,
    imported: 0,
    quarantined: 0,
  });
});

test("signatures of the same moment keep their order over pages", async () => {
  const campaign = await aCampaign(db);
  const scope = await aScope(campaign);
  const signedAt = new Date("2026-11-20T12:00:00Z");
  for (let n = 0; n < 60; n++) await aStoredSignature(db, campaign, { name: `n${n}`, signedAt });

  const first = await listSignatures(db, scope, everything, null);
  expect(first.newer).toBeNull();
  const second = await listSignatures(db, scope, everything, { side: "older", than: first.older ?? "" });
  expect(second.older).toBeNull();
  const all = [...first.signatures, ...second.signatures].map(({ name }) => name);
  expect(all).toEqual(Array.from({ length: 60 }, (_, n) => `n${59 - n}`));
});

test("a member who may not see names sees none, by list, cursor or search", async () => {
  const campaign = await aCampaign(db);
  const { supporter, signature } = await aStoredSignature(db, campaign, { name: "Hidden Person" });
  const viewer = await anOrganizer(db, { campaign, role: "viewer" });
  const other = await anOrganizer(db, { campaign: await aCampaign(db) });
  for (const { id } of [viewer, other]) {
    const scope = { campaignId: campaign.id, organizerId: id };
    expect(await names(db, scope)).toEqual([]);
    for (const text of ["hidden", supporter.email, signature.receiptCode])
      expect(await found(scope, text)).toEqual([]);
  }
  expect((await countSignatures(db, { campaignId: campaign.id, organizerId: viewer.id })).confirmed).toBe(1);
  expect((await countSignatures(db, { campaignId: campaign.id, organizerId: other.id })).confirmed).toBe(0);
});

test("a cursor of another campaign leads nowhere", async () => {
  const [mine, other] = [await aCampaign(db), await aCampaign(db)];
  await aStoredSignature(db, mine);
  const { signature } = await aStoredSignature(db, other);
  const cursor = { side: "older" as const, than: signature.publicId };
  expect(await names(db, await aScope(mine), { cursor })).toEqual([]);
});

test("an address is looked up as one person, however it is written", async () => {
  const campaign = await aCampaign(db);
  const scope = await aScope(campaign);
  await aStoredSignature(db, campaign, { name: "One Person", email: "one.person@gmail.com" });
  for (const text of ["one.person@gmail.com", " ONEPERSON+news@googlemail.com "]) {
    expect(await found(scope, text), text).toEqual(["One Person"]);
  }
  expect(await found(scope, "two.person@gmail.com")).toEqual([]);
});

test("a part of a name is taken as it is written, and three letters are the least", async () => {
  const campaign = await aCampaign(db);
  const scope = await aScope(campaign);
  await aStoredSignature(db, campaign, { name: "Ana_Maria 100% O'Hara" });
  await aStoredSignature(db, campaign, { name: "李小龙" });
  await aStoredSignature(db, campaign, { name: "ÉLISE D\\Arc" });
  expect(await found(scope, "a_maria")).toEqual(["Ana_Maria 100% O'Hara"]);
  expect(await found(scope, "100%")).toEqual(["Ana_Maria 100% O'Hara"]);
  expect(await found(scope, "a_m_r")).toEqual("too-short");
  expect(await found(scope, "ana%hara")).toEqual([]);
  expect(await found(scope, "李小龙")).toEqual(["李小龙"]);
  expect(await found(scope, "élise d\\arc")).toEqual(["ÉLISE D\\Arc"]);
  for (const text of ["", "ab", "a b c", "%%%"]) expect(await found(scope, text), text).toBe("too-short");
});

test("more than fit are told, newest first and each once", async () => {
  const campaign = await aCampaign(db);
  const scope = await aScope(campaign);
  for (let n = 0; n < maxFoundPeople + 1; n++)
    await aStoredSignature(db, campaign, { name: `Frequent ${n}` });
  const answer = await searchSignatures(db, scope, "frequent");
  if (answer.outcome !== "found") throw new Error(answer.outcome);
  expect(answer.more).toBe(true);
  expect(answer.signatures.map(({ name }) => name)).toEqual(
    Array.from({ length: maxFoundPeople }, (_, n) => `Frequent ${maxFoundPeople - n}`),
  );
  expect(await found(scope, "frequent 7")).toEqual(["Frequent 7"]);
});

test("the next matches follow without gaps, by a part of the name and of the address", async () => {
  const campaign = await aCampaign(db);
  const scope = await aScope(campaign);
  const count = 2 * maxFoundPeople + 3;
  for (let n = 0; n < count; n++)
    await aStoredSignature(db, campaign, { name: `Manifold ${n}`, email: `n${n}@manifold.example` });
  const ofAnother = (await aStoredSignature(db, await aCampaign(db), { name: "Manifold" })).signature;
  for (const typed of ["manifold", "@manifold.example"]) {
    const all: string[] = [];
    for (let cursor: Cursor | null = null, more = true; more; ) {
      const answer = await searchSignatures(db, scope, typed, cursor);
      if (answer.outcome !== "found") throw new Error(answer.outcome);
      all.push(...answer.signatures.map(({ name }) => name));
      more = answer.more;
      cursor = { side: "older", than: answer.signatures.at(-1)?.publicId ?? "" };
    }
    expect(all).toEqual(Array.from({ length: count }, (_, n) => `Manifold ${count - 1 - n}`));
  }
  const theirs = { side: "older", than: ofAnother.publicId } as const;
  expect(await searchSignatures(db, scope, "manifold", theirs)).toMatchObject({ signatures: [] });
});

test("people are found by any part of an address, in their own campaign", async () => {
  const campaign = await aCampaign(db);
  const scope = await aScope(campaign);
  const people = {
    Maren: "maren.lindqvist@gmail.com",
    Teo: "teo_marchetti+news@riverside.example",
    Ifeoma: "IFEOMA@Riverside.Example",
    Percent: "marenx@other.example",
  };
  for (const [name, email] of Object.entries(people)) await aStoredSignature(db, campaign, { name, email });
  await aStoredSignature(db, await aCampaign(db), {
    name: "Elsewhere",
    email: "maren.else@riverside.example",
  });
  const cases: [string, string[]][] = [
    ["maren.lind", ["Maren"]],
    ["MAREN.LIND", ["Maren"]],
    ["marenlindq", ["Maren"]],
    ["maren.lindqvist@gm", ["Maren"]],
    ["maren.lindqvist@gmail.co", ["Maren"]],
    ["maren", ["Percent", "Maren"]],
    ["@riverside", ["Ifeoma", "Teo"]],
    ["riverside.ex", ["Ifeoma", "Teo"]],
    ["teo_m", ["Teo"]],
    ["teo%m", []],
    ["@ex", "too-short" as never],
    ["lindqvist", ["Maren"]],
    ["n.lindqvist@gmail", ["Maren"]],
    ["lindqvist@gmail.com", ["Maren"]],
    ["marchetti", ["Teo"]],
    ["mail.com", ["Maren"]],
    ["side.exam", ["Ifeoma", "Teo"]],
    ["a.b", "too-short" as never],
    ["lind%", []],
    ["nobody-of-that", []],
  ];
  for (const [typed, names] of cases) expect(await found(scope, typed), typed).toEqual(names);
});

test("any character of an address can be searched, and none is a wildcard", async () => {
  const campaign = await aCampaign(db);
  const scope = await aScope(campaign);
  const people = {
    Uno: "josé.garcía@example.org",
    Dos: "anna@müller-ag.de",
    Tres: "o'brien&co@example.org",
    Four: "half%off@example.org",
    Five: "m.a.ry.smith+tag99@gmail.com",
    Six: "half0off.lindqvist@example.org",
  };
  for (const [name, email] of Object.entries(people))
    await aStoredSignature(db, campaign, { name, email: parseAddress(email) ?? "" });
  const cases: [string, string[]][] = [
    ["garcía", ["Uno"]],
    ["GARCÍA", ["Uno"]],
    ["garci\u0301a", ["Uno"]],
    ["josé", ["Uno"]],
    ["josé.garc", ["Uno"]],
    ["garcía@exam", ["Uno"]],
    ["müller-ag.de", ["Dos"]],
    ["müller-ag", ["Dos"]],
    ["nna@müller-ag.de", ["Dos"]],
    ["brien&co", ["Tres"]],
    ["half%off", ["Four"]],
    ["half_off", []],
    ["half\\off", []],
    ["%%%", "too-short" as never],
    ["smith@googlemail.com", ["Five"]],
    ["googlemail.com", ["Five"]],
    ["<half%off@example.org>", ["Four"]],
    ["Mary <m.a.ry.smith@gmail.com>", ["Five"]],
    ["mailto:anna@müller-ag.de", ["Dos"]],
    ["MAILTO:lindqvist", ["Six"]],
  ];
  for (const [typed, names] of cases) expect.soft(await found(scope, typed), typed).toEqual(names);
});

test("each way in which an address is looked for is answered by an index", async () => {
  await db.execute(sql`insert into supporters (email_canonical, email, name, country)
    select 'many' || i || '@' || (i % 50) || '.example', 'many' || i || '@' || (i % 50) || '.example', 'Ana',
      'US'
    from generate_series(1, 20000) i`);
  await db.execute(sql`analyze supporters`);
  for (const typed of ["many777", "ny777@27.ex", "any19999", "garcía.lópez", "many&777", "müller-ag.de"])
    for (const part of addressContains(sql`p`, typed))
      await db.transaction(async (tx) => {
        // With so few rows, a sequential scan would be as fast.
        await tx.execute(sql`set local enable_seqscan = off`);
        const plan = await tx.execute(sql`explain select id from supporters p where ${part} limit 2000`);
        expect(JSON.stringify(plan), typed).toContain("supporters_address_search");
      });
});
