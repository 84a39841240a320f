import { asc, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { processForms } from "#app/domain/entries/waiting-forms/process-forms.server.ts";
import { storeForm } from "#app/domain/entries/waiting-forms/store-form.server.ts";
import { createLog } from "#app/lib/log.server.ts";
import { signatures, supporters, waitingForms } from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, changeRows, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { everythingStored } from "#tests/support/everything-stored.ts";
import { keepSignature } from "#tests/support/sign.ts";

const db = await aDatabase();
const log = createLog("silent");

type Input = Parameters<typeof keepSignature>[1];
const post = (inputs: Input[]) => Promise.all(inputs.map((input) => keepSignature(db, input)));

/** Runs until nothing is due. */
async function takeAll(): Promise<void> {
  while ((await processForms(db, testKeys, { log })) > 0);
}

/** A campaign's people, each with the number of consents, traces and emails waiting with their signature. */
const storedOf = async (campaignId: number) => {
  const rows = await db.$client`
    select p.email, cardinality(s.asked_consents) as consents,
      (select count(*)::int from signature_traces where signature_id = s.id) as traces,
      (select count(*)::int from outbox where signature_id = s.id) as emails
    from signatures s join supporters p on p.id = s.supporter_id where s.campaign_id = ${campaignId}
    order by p.email`;
  return rows.map(({ email, consents, traces, emails }) => [email, consents, traces, emails]);
};

test("a waiting form looks the same for known and new addresses, and is sealed", async () => {
  const campaign = await aCampaign(db);
  const known = aSignatureInput(campaign, { to: "known-here@example.org" });
  await post([known]);
  await takeAll();
  await post([
    { ...known, comment: "Words that nobody reads here" },
    aSignatureInput(campaign, { to: "newly-here@example.org", comment: "Words that nobody reads here" }),
  ]);
  const rows = await db.select().from(waitingForms).orderBy(asc(waitingForms.id));
  expect(rows.map(({ kind, attempts, sealed }) => [kind, attempts, sealed.length])).toEqual([
    ["signature", 0, rows[0]?.sealed.length],
    ["signature", 0, rows[0]?.sealed.length],
  ]);
  expect(rows.every(({ postedAt, dueAt }) => Number(postedAt) === Number(dueAt))).toBe(true);
  const stored = await everythingStored(db);
  expect(stored).not.toContain("Words that nobody");
  expect(stored).not.toContain("newly-here");

  await takeAll();
  // The known one's form says something else, so it has an email of its own.
  expect(await storedOf(campaign.id)).toEqual([
    ["known-here@example.org", 1, 1, 2],
    ["newly-here@example.org", 1, 1, 1],
  ]);
  expect(await db.$count(waitingForms)).toBe(0);
});

test("everyone in a wave is stored whole, with consents, trace and email", async () => {
  const campaign = await aCampaign(db);
  const consented = { consents: ["sign", "updates"] as const };
  const canonical = "asks-for-links@example.org";
  await post([aSignatureInput(await aCampaign(db), { to: canonical })]);
  await takeAll();
  const people = Array.from({ length: 1200 }, (_, n) => `together-${1000 + n}@example.org`);
  await post(people.map((to) => aSignatureInput(campaign, { to, ...consented })));
  expect(await db.$count(waitingForms)).toBe(1200);
  let calls = 0;
  let asked: Promise<void> | undefined;
  const onTaken = () => {
    calls++;
    asked ??= storeForm(db, testKeys, { kind: "manage-link", canonical });
  };
  expect(await processForms(db, testKeys, { log, onTaken })).toBe(1201);
  await asked;
  expect(calls).toBe(4);
  // A request for a link in between does not wait for all of them.
  const [links] = await db.execute(sql`
    select count(*) filter (where d.id > l.id)::int as after from outbox d
    cross join (select id from outbox where template = 'manage-link') l
    where d.campaign_id = ${campaign.id}`);
  expect(links?.after).toBeGreaterThanOrEqual(200);
  expect(await storedOf(campaign.id)).toEqual(people.map((to) => [to, 2, 1, 1]));
  expect(await db.$count(waitingForms)).toBe(0);
});

test("a signature that the database refuses fails alone, and waits to be tried again", async () => {
  const campaign = await aCampaign(db);
  const people = Array.from({ length: 20 }, (_, n) => `refused-${100 + n}@example.org`);
  await post(
    people.map((to, n) =>
      aSignatureInput(campaign, { to, ...(n === 9 ? { comment: "x".repeat(1001) } : {}) }),
    ),
  );
  await takeAll();
  expect(await storedOf(campaign.id)).toEqual(people.filter((_, n) => n !== 9).map((to) => [to, 1, 1, 1]));
  expect(await db.select({ attempts: waitingForms.attempts }).from(waitingForms)).toEqual([{ attempts: 1 }]);
  await db.delete(waitingForms);
});

test("a form that cannot be opened fails alone, and the others of its group are stored", async () => {
  const campaign = await aCampaign(db);
  const people = Array.from({ length: 10 }, (_, n) => `beside-damaged-${10 + n}@example.org`);
  await post(people.map((to) => aSignatureInput(campaign, { to })));
  const [damaged] = await db
    .select({ id: waitingForms.id })
    .from(waitingForms)
    .orderBy(waitingForms.id)
    .offset(4);
  await changeRows(db, waitingForms, damaged?.id ?? 0, {
    sealed: sql`set_byte(sealed, 20, 255 - get_byte(sealed, 20))`,
  });
  await takeAll();
  expect(await storedOf(campaign.id)).toHaveLength(9);
  expect(await db.select({ attempts: waitingForms.attempts }).from(waitingForms)).toEqual([{ attempts: 1 }]);
  await db.delete(waitingForms);
});

test("one address several times in a wave signs once, and each form keeps its words", async () => {
  const campaign = await aCampaign(db);
  const names = ["A", "B", "C", "D", "E"];
  for (const name of names) await post([aSignatureInput(campaign, { to: "often@example.org", name })]);
  await takeAll();
  expect(await storedOf(campaign.id)).toEqual([["often@example.org", 1, 1, 2]]);
  expect(await db.$count(supporters, eq(supporters.name, "A"))).toBe(1);
  const kept = await db.$client`select words ->> 'name' as name, email_id is not null as mailed
    from signature_forms f join signatures s on s.id = f.signature_id
    where s.campaign_id = ${campaign.id} order by f.id`;
  expect(kept.map(({ name, mailed }) => [name, mailed])).toEqual([
    ["B", true],
    ["C", false],
    ["D", false],
    ["E", false],
  ]);
  expect(await db.$count(waitingForms)).toBe(0);
});

test("a form that comes late overwrites neither a newer one nor a withdrawal", async () => {
  const campaign = await aCampaign(db);
  const other = await aCampaign(db);
  const to = "came-late@example.org";
  const form = (comment: string) =>
    aSignatureInput(campaign, {
      to,
      name: comment,
      comment,
      display: comment === "Newer" ? "anonymous" : "public",
    });
  await post([form("Older")]);
  const late = db.update(waitingForms).set({ attempts: 1, postedAt: sql`now() - interval '1 hour'` });
  await late;
  await db.update(waitingForms).set({ dueAt: sql`now() + interval '1 hour'` });
  await post([form("Newer")]);
  await takeAll();
  // One for another campaign would change the person's name.
  await post([{ ...aSignatureInput(other, { to, name: "Older" }) }]);
  await late.execute();
  await db.update(waitingForms).set({ dueAt: sql`now()` });
  await takeAll();
  const read = () =>
    db
      .select({ name: supporters.name, comment: signatures.comment, display: signatures.display })
      .from(signatures)
      .innerJoin(supporters, eq(supporters.id, signatures.supporterId))
      .where(eq(signatures.campaignId, campaign.id));
  expect(await read()).toEqual([{ name: "Newer", comment: "Newer", display: "anonymous" }]);
  await post([form("Older")]);
  const withdrawn = { state: "withdrawn", withdrawnAt: new Date(Date.now() + 1000) } as const;
  await db.update(signatures).set(withdrawn).where(eq(signatures.campaignId, campaign.id));
  await db.execute(sql`delete from outbox`);
  await takeAll();
  expect(await db.$count(signatures, eq(signatures.state, "withdrawn"))).toBe(1);
});
