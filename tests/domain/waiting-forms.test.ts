import { randomBytes } from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import { expect, onTestFinished, test, vi } from "vitest";
import { writeLetter } from "#app/domain/entries/letters/writing/write-letter.server.ts";
import { pledge } from "#app/domain/entries/pledges/pledge.server.ts";
import {
  countLocked,
  deleteFailedForms,
} from "#app/domain/entries/waiting-forms/delete-failed-forms.server.ts";
import { processForms } from "#app/domain/entries/waiting-forms/process-forms.server.ts";
import { rotateForms, storeForm } from "#app/domain/entries/waiting-forms/store-form.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { purgePending } from "#app/domain/upkeep/retention/purge-pending.server.ts";
import { makeKeys } from "#app/lib/keys.server.ts";
import { createLog } from "#app/lib/log.server.ts";
import { letters, outbox, pledges, supporters, waitingForms } from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, testKeys as keys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { everythingStored } from "#tests/support/everything-stored.ts";
import { aPledgeInput, pledgeAnswers } from "#tests/support/holders.ts";
import { aBallotItem, aMeeting, nextYear } from "#tests/support/pledges.ts";
import { keepSignature } from "#tests/support/sign.ts";
import { aLetterInput, newestLetter, written } from "#tests/support/writers.ts";

const db = await aDatabase();
const log = createLog("silent");
const anAddress = () => `person-${randomBytes(5).toString("hex")}@example.org`;

/** Makes what another test left due. */
const due = () => db.update(waitingForms).set({ dueAt: sql`now()` }).where(eq(waitingForms.attempts, 0));
const takeAll = async () => {
  await due();
  return processForms(db, keys, { log });
};
const waiting = () => db.select().from(waitingForms);

test("what waits is one row, the same for every address, in which nothing can be read", async () => {
  const campaign = await aCampaign(db);
  const to = anAddress();
  const input = aLetterInput(campaign, { to, answers: written({ body: "Words that nobody reads here." }) });
  for (const canonical of [to, anAddress()]) await storeForm(db, keys, { kind: "manage-link", canonical });
  await storeForm(db, keys, { kind: "letter", input });
  // The table gives them in no order: rows that earlier forms left are used again.
  const kinds = (await waiting()).map(({ kind }) => kind);
  expect(kinds.sort()).toEqual(["letter", "manage-link", "manage-link"]);
  const stored = await everythingStored(db);
  for (const change of [
    to,
    "Words that nobody",
    Buffer.from(to).toString("hex"),
    Buffer.from("Words that").toString("hex"),
  ])
    expect(stored).not.toContain(change);

  for (const { postedAt, dueAt } of await waiting()) expect(dueAt).toEqual(postedAt);
  await db.update(waitingForms).set({ dueAt: sql`now() + interval '1 minute'` });
  expect(await processForms(db, keys, { log })).toBe(0);
  expect(await takeAll()).toBe(3);
  expect(await waiting()).toEqual([]);
  expect(await newestLetter(db, input)).toMatchObject({
    state: "email_pending",
    body: "Words that nobody reads here.",
  });
  const mails = await db
    .select({ template: outbox.template })
    .from(outbox)
    .where(eq(outbox.campaignId, campaign.id));
  expect(mails).toEqual([{ template: "confirm-letter" }]);
});

test("forms of one address are taken in their order, in any number", async () => {
  const campaign = await aCampaign(db);
  const input = aLetterInput(campaign, { to: anAddress() });
  for (let n = 0; n < 12; n++)
    await storeForm(db, keys, {
      kind: "letter",
      input: { ...input, answers: written({ body: `Words ${n}` }) },
    });
  await due();
  await Promise.all([1, 2, 3].map(() => processForms(db, keys, { log, atOnce: 2 })));
  while ((await processForms(db, keys, { log })) > 0);
  const { supporterId } = await newestLetter(db, input);
  const all = await db.select().from(letters).where(eq(letters.supporterId, supporterId)).orderBy(letters.id);
  expect(all.map(({ body }) => body)).toEqual(Array.from({ length: 12 }, (_, n) => `Words ${n}`));
  // The first two got the day's emails.
  const mailed = await db.select().from(outbox).where(eq(outbox.supporterId, supporterId));
  expect(mailed.map(({ letterId }) => letterId).sort()).toEqual([all[0]?.id, all[1]?.id].sort());
});

test("a form that fails waits longer each time, blocks none, and ends in a week", async () => {
  const campaign = await aCampaign(db);
  const input = aLetterInput(campaign, { to: anAddress() });
  const nowhere = { ...input, campaign: { id: 2 ** 31 - 1 } };
  await storeForm(db, keys, { kind: "letter", input: nowhere });
  await storeForm(db, keys, { kind: "letter", input });
  expect(await takeAll()).toBe(2);
  expect(await newestLetter(db, input)).toMatchObject({ state: "email_pending" });
  const [failed] = await waiting();
  expect(failed).toMatchObject({ attempts: 1 });
  expect(Number(failed?.dueAt) - Date.now()).toBeGreaterThan(15_000);
  expect(await db.$count(supporters, eq(supporters.emailCanonical, input.email.canonical))).toBe(1);

  expect(await deleteFailedForms(db, keys)).toBe(0);
  expect(await deleteFailedForms(db, keys, new Date(Date.now() + 7.1 * 86_400_000))).toBe(1);
});

test("an erasure takes what waits with the person's address along, and leaves all else", async () => {
  const campaign = await aCampaign(db);
  const [to, other] = [anAddress(), anAddress()];
  await storeForm(db, keys, { kind: "letter", input: aLetterInput(campaign, { to }) });
  await takeAll();
  for (const canonical of [to, other]) await storeForm(db, keys, { kind: "manage-link", canonical });
  const [person] = await db.select().from(supporters).where(eq(supporters.emailCanonical, to));
  const ports = { keys, record: vi.fn(async () => {}), removeMails: vi.fn(async () => {}) };
  await eraseSupporter(db, ports, { publicId: person?.publicId ?? "", actor: "supporter" });
  expect(await waiting()).toHaveLength(1);
  await takeAll();
  expect(await db.$count(supporters, inArray(supporters.emailCanonical, [to, other]))).toBe(0);
  expect(await db.$count(letters, eq(letters.campaignId, campaign.id))).toBe(0);
});

test("what waits is sealed under the newest secret by the rotation, and is still read", async () => {
  const campaign = await aCampaign(db);
  const input = aLetterInput(campaign, { to: anAddress() });
  const newer = makeKeys([
    "a-newer-secret-for-tests-that-is-long-enough",
    "a-secret-for-tests-that-is-long-enough-0001",
  ]);
  await storeForm(db, keys, { kind: "letter", input });
  expect(await rotateForms(db, newer)).toMatchObject({ rotated: 1, damaged: [] });
  await due();
  expect(await processForms(db, makeKeys(["a-newer-secret-for-tests-that-is-long-enough"]), { log })).toBe(1);
  expect(await newestLetter(db, input)).toMatchObject({ state: "email_pending" });
  expect(await db.$count(pledges, eq(pledges.campaignId, campaign.id))).toBe(0);
});

test("a form whose secret is missing waits untouched until the secret is there", async () => {
  const campaign = await aCampaign(db);
  const newer = makeKeys(["a-secret-that-only-the-web-knows-yet-0001"]);
  const input = aLetterInput(campaign, { to: anAddress() });
  await storeForm(db, newer, { kind: "letter", input });
  await storeForm(db, newer, { kind: "manage-link", canonical: input.email.canonical });
  const before = await waiting();
  const keyId = before[0]?.keyId ?? "";
  expect(await processForms(db, keys, { log })).toBe(0);
  expect(await waiting()).toEqual(before);
  expect(await countLocked(db, keys)).toEqual({ [keyId]: 2 });
  // One that had failed before is no exception.
  await db.update(waitingForms).set({ attempts: 3 }).where(eq(waitingForms.kind, "manage-link"));
  expect(await deleteFailedForms(db, keys, new Date(Date.now() + 30 * 86_400_000))).toBe(0);
  const both = [...newer, ...keys] as unknown as typeof keys;
  expect(await processForms(db, both, { log })).toBe(2);
  expect(await newestLetter(db, input)).toMatchObject({ state: "email_pending" });
  expect(await countLocked(db, keys)).toEqual({});
});

test.each(["signature", "pledge", "letter"] as const)(
  "a %s that waited for eight days gets its email, and seven days from then",
  async (kind) => {
    const campaign = await aCampaign(db);
    const meeting = await aMeeting(db, campaign, nextYear);
    const to = anAddress();
    if (kind === "signature") await keepSignature(db, aSignatureInput(campaign, { to }));
    else if (kind === "letter") await storeForm(db, keys, { kind, input: aLetterInput(campaign, { to }) });
    else await storeForm(db, keys, { kind, input: aPledgeInput({ campaign, meeting }, { to }) });
    await db.update(waitingForms).set({ postedAt: sql`now() - interval '8 days'` });
    expect(await takeAll()).toBe(1);
    const [mail] = await db.select().from(outbox).where(eq(outbox.campaignId, campaign.id));
    expect(Date.now() - Number(mail?.createdAt)).toBeLessThan(60_000);
    expect(await purgePending(db, { remove: async () => {} } as never)).toBe(0);
    expect(await db.$count(supporters, eq(supporters.email, to))).toBe(1);
  },
);

test("a form that no worker has tried is kept, however long none ran", async () => {
  await storeForm(db, keys, { kind: "manage-link", canonical: anAddress() });
  expect(await deleteFailedForms(db, keys, new Date(Date.now() + 30 * 86_400_000))).toBe(0);
  expect(await takeAll()).toBe(1);
});

async function aScene() {
  const campaign = await aCampaign(db);
  const meeting = await aMeeting(db, campaign, 2027);
  return { campaign, meeting, item: await aBallotItem(db, meeting) };
}
type Scene = Awaited<ReturnType<typeof aScene>>;

const pledgesOf = (scene: Scene) => [
  aPledgeInput(scene, { to: anAddress() }),
  aPledgeInput(scene, {
    to: anAddress(),
    locale: "es",
    answers: pledgeAnswers({
      intentions: [
        { item: null, intention: "for" },
        { item: scene.item.id, intention: "against" },
      ],
      willing: ["attend", "ask_question"],
      comment: "Because.",
      display: "public",
    }),
    consents: ["pledge", "contact_cofile"],
  }),
  aPledgeInput(scene, {
    to: anAddress(),
    answers: pledgeAnswers({ kind: "fund", fundManager: "A manager" }),
  }),
];
const lettersOf = ({ campaign }: Scene) => [
  aLetterInput(campaign, { to: anAddress() }),
  aLetterInput(campaign, {
    to: anAddress(),
    locale: "es",
    answers: written({ shares: "12.5", role: "shareholder", replyTo: true, display: "public" }),
  }),
];

/** All stored pledges and letters of a campaign, without what differs between any two people. */
async function storedOf({ campaign }: Scene) {
  const [row] = await db.execute<{ all: unknown }>(sql`
    select jsonb_build_object(
      'people', (select jsonb_agg(to_jsonb(p) - '{id,public_id,email,email_canonical,created_at}'::text[]
          order by p.name, p.locale)
        from supporters p where p.id in (select supporter_id from outbox where campaign_id = ${campaign.id})),
      'pledges', (select jsonb_agg((to_jsonb(p)
          - '{id,public_id,series,campaign_id,supporter_id,meeting_id,shares_enc,bucket_enc,created_at,attested_at}'::text[])
          || jsonb_build_object('sealed', array[p.shares_enc is not null, p.bucket_enc is not null],
            'intentions', (select jsonb_agg(jsonb_build_array(i.ballot_item_id is null, i.intention, i.kind)
              order by i.id)
              from pledge_intentions i where i.pledge_id = p.id),
            'willing', (select jsonb_agg(w.willing order by w.willing) from pledge_willing w
              where w.pledge_id = p.id)) order by p.id)
        from pledges p where p.campaign_id = ${campaign.id}),
      'letters', (select jsonb_agg((to_jsonb(l) - '{id,public_id,campaign_id,company_id,supporter_id,shares_enc,created_at}'::text[])
          || jsonb_build_object('sealed', l.shares_enc is not null) order by l.id)
        from letters l where l.campaign_id = ${campaign.id}),
      'emails', (select jsonb_agg(jsonb_build_array(d.template, d.state, d.lane, d.pledge_id is null,
        d.letter_id is null)
        order by d.template, d.id) from outbox d where d.campaign_id = ${campaign.id})) as all`);
  return row?.all;
}

/** The transactions that stored a campaign's pledges and letters. */
async function transactionsOf({ campaign }: Scene) {
  const [row] = await db.execute(sql`
    select (select count(distinct xmin::text)::int from pledges
      where campaign_id = ${campaign.id}) as pledges,
      (select count(distinct xmin::text)::int from letters where campaign_id = ${campaign.id}) as letters`);
  return row;
}

async function keep(scene: Scene) {
  for (const input of pledgesOf(scene)) await storeForm(db, keys, { kind: "pledge", input });
  for (const input of lettersOf(scene)) await storeForm(db, keys, { kind: "letter", input });
}

test("pledges and letters of new addresses share transactions, stored as if alone", async () => {
  const [alone, together] = [await aScene(), await aScene()];
  for (const input of pledgesOf(alone)) await pledge(db, keys, input);
  for (const input of lettersOf(alone)) await writeLetter(db, keys, input);
  await keep(together);
  expect(await processForms(db, keys, { log })).toBe(5);
  expect(await storedOf(together)).toEqual(await storedOf(alone));
  expect(await transactionsOf(together)).toEqual({ pledges: 1, letters: 1 });
});

test("an address's pledge and letter are both stored, a second pledge as a version", async () => {
  const scene = await aScene();
  const to = anAddress();
  await storeForm(db, keys, { kind: "pledge", input: aPledgeInput(scene, { to }) });
  await storeForm(db, keys, { kind: "letter", input: aLetterInput(scene.campaign, { to }) });
  const second = pledgeAnswers({ holding: { shares: "7", bucket: null } });
  await storeForm(db, keys, { kind: "pledge", input: aPledgeInput(scene, { to, answers: second }) });
  let taken = 0;
  for (let tries = 0; taken < 3 && tries < 5; tries++) taken += await processForms(db, keys, { log });
  const [row] = await db.execute(sql`
    select (select count(*)::int from supporters where email_canonical = ${to}) as people,
      (select array_agg(version order by version) from pledges
        where campaign_id = ${scene.campaign.id}) as versions,
      (select count(distinct series)::int from pledges where campaign_id = ${scene.campaign.id}) as series,
      (select count(*)::int from letters where campaign_id = ${scene.campaign.id}) as letters`);
  expect(row).toEqual({ people: 1, versions: [1, 2], series: 1, letters: 1 });
});

test("a pledge that cannot be stored waits alone, and all others are stored", async () => {
  const scene = await aScene();
  await keep(scene);
  await db.execute(
    sql.raw(`
    create function refuse_one() returns trigger language plpgsql as $$ begin raise exception 'refused'; end
      $$;
    create trigger refuse_one before insert on pledges for each row
      when (new.kind = 'fund') execute function refuse_one()`),
  );
  onTestFinished(async () => {
    await db.execute(sql`drop function refuse_one cascade`);
    await db.execute(sql`delete from waiting_forms`);
  });
  await processForms(db, keys, { log });
  const [row] = await db.execute(sql`
    select (select count(*)::int from pledges where campaign_id = ${scene.campaign.id}) as pledges,
      (select count(*)::int from letters where campaign_id = ${scene.campaign.id}) as letters,
      (select array_agg(attempts::int) from waiting_forms) as waiting`);
  expect(row).toEqual({ pledges: 2, letters: 2, waiting: [1] });
});
