// The audience is fixed when an update begins; who has joined since.
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { everyone } from "#app/domain/outgoing/updates/audience/audience.ts";
import { countAudience } from "#app/domain/outgoing/updates/progress.server.ts";
import { prepareUpdate, prepareUpdates } from "#app/domain/outgoing/updates/sending/prepare-update.server.ts";
import { startDueUpdates } from "#app/domain/outgoing/updates/sending/run-updates.server.ts";
import { consents, supporters } from "#db/schema/index.ts";
import { aCampaign, changeRows, organization } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import {
  aBatchMailing,
  aDueUpdate,
  mailsOf,
  readersOf,
  runEngine,
  stateOf,
  takeAll,
} from "#tests/support/engine.ts";
import { agreeTo, aStoredSignature } from "#tests/support/signatures.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";

const db = await aDatabase();
const aReadyCampaign = () => aCampaign(db, organization);
const due = { ...approved, state: "scheduled", sendAt: new Date("2026-03-03T00:00:00Z") } as const;

/** Someone with a confirmed address and no consents yet. */
async function someone(campaign: { id: number }) {
  const { supporter } = await aStoredSignature(db, campaign, { consents: [] });
  const confirmedAt = new Date("2026-03-01T00:00:00Z");
  await db.update(supporters).set({ confirmedAt }).where(eq(supporters.id, supporter.id));
  return supporter;
}

/** Agrees now to get updates of the campaign. */
const agree = (campaign: { id: number }, person: { id: number }) =>
  agreeTo(db, "updates", person.id, campaign, { textVersion: "1" });

test("a subscriber after the start is reached only by a continuation", async () => {
  const campaign = await aReadyCampaign();
  // An older row than the readers', agreeing later: the snapshot has not reached it yet.
  const late = await someone(campaign);
  const readers = await readersOf(db, campaign, 4);
  const update = await aDueUpdate(db, campaign);
  const { mailing, calls } = aBatchMailing(takeAll);
  expect(await startDueUpdates(db, mailing)).toBe(1);
  expect(await prepareUpdate(db, { people: 1 })).toBe(true);
  await agree(campaign, late);
  const later = await someone(campaign);
  await agree(campaign, later);
  await prepareUpdates(db, { people: 7 });
  const [left] = readers;
  await changeRows(db, consents, { supporterId: left?.id ?? 0 }, { revokedAt: new Date() });
  await runEngine(db, mailing);
  const emails = (people: { email: string }[]) => people.map(({ email }) => email).sort();
  expect((await mailsOf(db, update)).map(({ email }) => email).sort()).toEqual(emails(readers));

  // Got no email in the end, but was in the audience.
  await agree(campaign, { id: left?.id ?? 0 });
  const scope = { campaignId: campaign.id, audience: everyone, continuesId: update.id };
  expect(await countAudience(db, scope)).toBe(2);
  calls.length = 0;
  const next = await anUpdate(db, campaign, { ...due, continuesId: update.id });
  await runEngine(db, mailing);
  expect(calls.flatMap(({ to }) => to).sort()).toEqual(emails([late, later]));
  expect(await stateOf(db, next)).toMatchObject({ state: "sent", audienceSize: 2 });

  const [newest] = await readersOf(db, campaign, 1);
  await anUpdate(db, campaign, { ...due, continuesId: update.id });
  calls.length = 0;
  await runEngine(db, mailing);
  expect(calls.flatMap(({ to }) => to)).toEqual([newest?.email]);
  expect(await countAudience(db, scope)).toBe(0);
});

test("two continuations of one update that are prepared at once take each person once", async () => {
  const campaign = await aReadyCampaign();
  await readersOf(db, campaign, 2);
  const update = await aDueUpdate(db, campaign);
  const { mailing, calls } = aBatchMailing(takeAll);
  await runEngine(db, mailing);
  const joined = await readersOf(db, campaign, 5);
  await anUpdate(db, campaign, { ...due, continuesId: update.id });
  await anUpdate(db, campaign, { ...due, continuesId: update.id });
  await startDueUpdates(db, mailing);
  calls.length = 0;

  // Locks one of them, so that the transaction that takes them cannot commit yet: both overlap.
  const preparing = await db.transaction(async (tx) => {
    await tx.execute(sql`select from supporters where id = ${joined[2]?.id} for update`);
    const both = [prepareUpdate(db), prepareUpdate(db)];
    await expect.poll(waiting).toBe(2);
    return { both };
  });
  expect(await Promise.all(preparing.both)).toEqual([true, true]);
  await runEngine(db, mailing);
  expect(calls.flatMap(({ to }) => to).sort()).toEqual(joined.map(({ email }) => email).sort());

  async function waiting() {
    const [row] = await db.execute<{ n: number }>(sql`
      select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`);
    return row?.n;
  }
});
