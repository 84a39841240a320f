import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { writeLetter } from "#app/domain/entries/letters/writing/write-letter.server.ts";
import { pledge } from "#app/domain/entries/pledges/pledge.server.ts";
import { processForms } from "#app/domain/entries/waiting-forms/process-forms.server.ts";
import { storeForm } from "#app/domain/entries/waiting-forms/store-form.server.ts";
import { createLog } from "#app/lib/log.server.ts";
import { aCampaign, testKeys as keys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aPledgeInput, pledgeAnswers } from "#tests/support/holders.ts";
import { aBallotItem, aMeeting } from "#tests/support/pledges.ts";
import { aLetterInput, written } from "#tests/support/writers.ts";

const db = await aDatabase();
const log = createLog("silent");
const anAddress = () => `person-${randomBytes(5).toString("hex")}@example.org`;

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
