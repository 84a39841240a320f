import { eq, inArray, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { findSignature } from "#app/domain/entries/signatures/queries.server.ts";
import { withdrawSignature } from "#app/domain/entries/signatures/withdraw-signature.server.ts";
import { previewBulk } from "#app/domain/review/bulk/bulk-matching.server.ts";
import { listDomainCrowds } from "#app/domain/review/list-domain-crowds.server.ts";
import { scoreSignatures } from "#app/domain/review/scoring/score-signatures.server.ts";
import { sweepTraces } from "#app/domain/review/scoring/traces.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import {
  addressDayKeys,
  outbox,
  signatureReviews,
  signatures,
  signatureTraces,
  supporters,
  traceGroups,
} from "#db/schema/index.ts";
import { aCampaign, changeRows, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { scoredIn } from "#tests/support/scored.ts";

const db = await aDatabase();
const { signed } = scoredIn(db);
const stateOf = async ({ id }: { id: number }) =>
  (await db.select({ state: signatures.state }).from(signatures).where(eq(signatures.id, id)))[0]?.state;
const reviewOf = async ({ id }: { id: number }) =>
  (await db.select().from(signatureReviews).where(eq(signatureReviews.signatureId, id)))[0];

test("a suspicious signature is held once confirmed, and its owner sees nothing", async () => {
  const campaign = await aCampaign(db);
  const [bot, person] = [await signed(campaign, { honeypot: true }), await signed(campaign)];
  expect((await scoreSignatures(db)).onHold).toBe(1);
  expect(await reviewOf(bot)).toMatchObject({ reasons: ["honeypot"], score: 100, waiting: false });
  for (const { publicId } of [bot, person])
    expect(await confirmSignature(db, testKeys, publicId)).toEqual({ outcome: "confirmed", publicId });
  expect([await stateOf(bot), await stateOf(person)]).toEqual(["quarantined", "confirmed"]);
  expect(await reviewOf(bot)).toMatchObject({ waiting: true, main: "honeypot" });
  expect((await findSignature(db, bot.publicId))?.state).toBe("confirmed");
  const mails = async ({ id }: { id: number }) =>
    (await db.select({ template: outbox.template }).from(outbox).where(eq(outbox.signatureId, id))).map(
      ({ template }) => template,
    );
  expect(await mails(bot)).toEqual(await mails(person));
  expect(await listCounterDrift(db)).toEqual([]);
});

test("counted signatures are held once many alike arrive, and the count follows", async () => {
  const campaign = await aCampaign(db);
  const start = new Date("2026-09-10T08:00:00Z").getTime();
  const all = [];
  for (let i = 0; i < 30; i++) {
    const at = new Date(start + i * 40_000);
    const one = await signed(campaign, { network: "198.51.100", at });
    await confirmSignature(db, testKeys, one.publicId, new Date(at.getTime() + 90_000));
    all.push(one);
    if (i % 10 === 0) await scoreSignatures(db);
  }
  await scoreSignatures(db);
  const states = await db
    .select({ state: signatures.state, n: sql<number>`count(*)::int` })
    .from(signatures)
    .where(
      inArray(
        signatures.id,
        all.map(({ id }) => id),
      ),
    )
    .groupBy(signatures.state);
  expect(states).toEqual([{ state: "quarantined", n: 30 }]);
  expect((await reviewOf(all[0] as { id: number }))?.reasons).toContain("series");
  expect(await listCounterDrift(db)).toEqual([]);
});

test("what nobody confirmed puts no confirmed signature on hold", async () => {
  const campaign = await aCampaign(db);
  const start = new Date("2026-09-11T08:00:00Z").getTime();
  const network = "198.51.101";
  let minute = 0;
  const genuine = async (to: string) => {
    const at = new Date(start + ++minute * 60_000);
    const one = await signed(campaign, { to, network, at });
    await scoreSignatures(db);
    await confirmSignature(db, testKeys, one.publicId, new Date(at.getTime() + 45_000));
    return one;
  };
  const people = [];
  for (const name of ["ines.vega", "omar", "li.na", "tess", "mary7"])
    people.push(await genuine(`${name}@village-school.org`));
  // Typed by a stranger without a mailbox: a crowd like clockwork, other spellings, numbers in order.
  const typed = [
    ...Array.from(
      { length: 80 },
      (_, i) => `guess${"abcdefgh"[i % 8]}${"ijklmnopqr"[i % 10]}@village-school.org`,
    ),
    ...["inesvega", "i.nes.vega", "ines_vega", "t.ess", "om.ar", "lina"].map(
      (name) => `${name}@village-school.org`,
    ),
    ...Array.from({ length: 9 }, (_, i) => `mary${i + 8}@village-school.org`),
  ];
  for (const [i, to] of [...new Set(typed)].entries())
    await signed(campaign, { to, network, at: new Date(start + 600_000 + i * 20_000) });
  await scoreSignatures(db);
  minute = 60;
  people.push(
    await genuine("late.comer@village-school.org"),
    await genuine("late.com.er@village-school.org"),
  );
  expect(await Promise.all(people.map(stateOf))).toEqual(people.map(() => "confirmed"));
  await scoreSignatures(db);
  expect(await Promise.all(people.map(stateOf))).toEqual(people.map(() => "confirmed"));
  expect(await Promise.all(people.map(reviewOf))).toEqual(people.map(() => undefined));
});

test("a stranger's form with somebody's address, before or after theirs, marks nothing of them", async () => {
  const campaign = await aCampaign(db);
  const start = new Date("2026-09-12T08:00:00Z").getTime();
  const people = [];
  for (let i = 0; i < 24; i++) {
    const to = `pupil${1000 + i}@county-school.org`;
    const name = `${"Ana Bo Cem Dee Eve Fay Gil Hal Ida Jo".split(" ")[i % 10]} ${"Xu Ek Lo".split(" ")[i % 3]}`;
    const own = { to, name, network: "198.51.102", at: new Date(start + ((i * 37) % 24) ** 2 * 7000) };
    const bad = {
      to,
      name,
      network: "203.0.113",
      honeypot: true,
      foreignLanguage: true,
      proof: "went-on",
    } as const;
    // In order of their numbers and like clockwork, half of them before the owner's.
    const guess = { ...bad, at: new Date(start + (i % 2 ? -7200_000 : 30_000_000) + i * 20_000) };
    const [first, then] = i % 2 ? [guess, own] : [own, guess];
    await signed(campaign, first);
    if (i % 20 < 2) await scoreSignatures(db);
    people.push(await signed(campaign, then));
  }
  await scoreSignatures(db);
  for (const [i, { publicId }] of people.entries())
    await confirmSignature(db, testKeys, publicId, new Date(start + 40_000_000 + ((i * 23) % 24) ** 2 * 900));
  await scoreSignatures(db);
  expect(await Promise.all(people.map(stateOf))).toEqual(people.map(() => "confirmed"));
});

test("a new domain and a forwarding service that bring many are shown, and nothing is held", async () => {
  const campaign = await aCampaign(db);
  const start = new Date("2026-09-13T08:00:00Z").getTime();
  const names = (i: number) =>
    `${"Ana Bo Cem Dee Eve".split(" ")[i % 5]} ${"Xu Ek Roe Lam Paz".split(" ")[((i * 3 + i / 5) % 5) | 0]}`;
  const letters = (i: number) => `${"bdfgklmnprst"[i % 12]}a${"bdfgklmnprst"[(i * 7) % 12]}o`;
  const addresses = [
    ...Array.from({ length: 24 }, (_, i) => `${letters(i)}@${letters(i + 3)}${i}.oneperson.net`),
    ...Array.from({ length: 24 }, (_, i) => `${letters(i)}.x${i}@slmail.me`),
    ...["ana", "bo", "cem", "dee", "eve"].map((name) => `${name}@smith-family.net`),
  ];
  const all = [];
  for (const [i, to] of addresses.entries()) {
    const at = new Date(start + ((i * 29) % 53) ** 2 * 3000);
    const one = await signed(campaign, { to, name: names(i), network: `203.0.${i}`, at });
    await confirmSignature(db, testKeys, one.publicId, new Date(at.getTime() + 60_000 + i * 9000));
    all.push(one);
  }
  await scoreSignatures(db);
  expect(new Set(await Promise.all(all.map(stateOf)))).toEqual(new Set(["confirmed"]));
  expect(await listDomainCrowds(db, campaign.id)).toEqual([
    { domain: "oneperson.net", relay: false, signatures: 24 },
    { domain: "slmail.me", relay: true, signatures: 24 },
  ]);
  const every = { reason: null, country: null, source: null, block: null, from: null, to: null };
  const matched = async (domain: string) =>
    (await previewBulk(db, campaign.id, { ...every, domain })).matched;
  expect([
    await matched(".oneperson.net"),
    await matched("oneperson.net"),
    await matched(".person.net"),
  ]).toEqual([24, 0, 0]);
});

test("an address is stored as a hash of one day, deleted after 7 days", async () => {
  const campaign = await aCampaign(db);
  const day = (n: number) => new Date(`2026-08-0${n}T12:00:00Z`);
  const [one, same, next] = [
    await signed(campaign, { network: "203.0.113", at: day(1) }),
    await signed(campaign, { network: "203.0.113", at: day(1) }),
    await signed(campaign, { network: "203.0.113", at: day(2) }),
  ];
  for (const { publicId } of [one, same, next]) await confirmSignature(db, testKeys, publicId, day(2));
  await scoreSignatures(db, { now: day(2) });
  const block = async ({ id }: { id: number }) =>
    (await db.select().from(signatureTraces).where(eq(signatureTraces.signatureId, id)))[0]?.block?.toString(
      "hex",
    );
  expect(await block(one)).toMatch(/^[0-9a-f]{32}$/);
  expect(await block(one)).toBe(await block(same));
  expect(await block(one)).not.toBe(await block(next));
  const left = async () => [
    await db.$count(signatureTraces, inArray(signatureTraces.signatureId, [one.id, same.id, next.id])),
    await db.$count(traceGroups, inArray(traceGroups.signatureId, [one.id, same.id, next.id])),
    await db.$count(addressDayKeys, inArray(addressDayKeys.day, ["2026-08-01", "2026-08-02"])),
  ];
  const [traces, groups, keys] = await left();
  expect([traces, keys]).toEqual([3, 2]);
  expect(groups).toBeGreaterThan(3);
  await sweepTraces(db, new Date("2026-08-08T12:00:01Z"));
  expect((await left())[0]).toBe(1);
  await sweepTraces(db, new Date("2026-08-09T12:00:01Z"));
  expect(await left()).toEqual([0, 0, 0]);
});

test("who withdraws or is erased while held leaves the queue, and no trace", async () => {
  const campaign = await aCampaign(db);
  const [one, two] = [await signed(campaign, { honeypot: true }), await signed(campaign, { honeypot: true })];
  await scoreSignatures(db);
  for (const { publicId } of [one, two]) await confirmSignature(db, testKeys, publicId);
  expect(await withdrawSignature(db, { ...one })).toEqual({ outcome: "withdrawn" });
  expect(await reviewOf(one)).toMatchObject({ waiting: false });
  await scoreSignatures(db);
  expect(await stateOf(one)).toBe("withdrawn");
  const ports = { keys: testKeys, record: async () => {}, removeMails: async () => {} };
  const [person] = await db.select().from(supporters).where(eq(supporters.id, two.supporterId));
  await eraseSupporter(db, ports, { publicId: person?.publicId ?? "", actor: "supporter" });
  expect(await reviewOf(two)).toBeUndefined();
  expect(await db.$count(traceGroups, eq(traceGroups.signatureId, two.id))).toBe(0);
  expect(await listCounterDrift(db)).toEqual([]);
});

test("a decision is kept, with any later score", async () => {
  const campaign = await aCampaign(db);
  const kept = await signed(campaign, { honeypot: true });
  await scoreSignatures(db);
  await changeRows(db, signatureReviews, { signatureId: kept.id }, { state: "kept", decidedAt: new Date() });
  await confirmSignature(db, testKeys, kept.publicId);
  await scoreSignatures(db);
  expect(await stateOf(kept)).toBe("confirmed");
});
