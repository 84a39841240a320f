import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { emailsQueued } from "#app/domain/outbox/contents/index.ts";
import { failedStates } from "#app/domain/outbox/failed-email.ts";
import {
  type FailedEmailFilter,
  listFailedEmails,
} from "#app/domain/outbox/outcomes/list-failed-emails.server.ts";
import { emailStates } from "#app/domain/queue/email.ts";
import { outbox } from "#db/schema/index.ts";
import { aCampaign, storeRow } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { emailNames } from "#tests/support/email-names.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();
const all: FailedEmailFilter = { state: null, kind: null, cursor: null };

/** A campaign with one email in each state, and another like it. */
async function aScene() {
  const campaign = await aCampaign(db);
  for (const one of [campaign, await aCampaign(db)]) {
    const { supporter, signature } = await aStoredSignature(db, one);
    await db.delete(outbox).where(sql`campaign_id = ${one.id}`);
    for (const state of emailStates)
      await storeRow(db, outbox, {
        campaignId: one.id,
        supporterId: supporter.id,
        signatureId: signature.id,
        template: "receipt",
        state,
        problem: state === "bounced" ? "hard-bounce" : null,
        ...(state === "claimed" && { leaseUntil: new Date() }),
      });
  }
  return { campaign, scope: { campaignId: campaign.id, names: true } };
}

test("what failed is listed by state and kind, newest first, of this campaign alone", async () => {
  const { scope } = await aScene();
  const { mails, newer, older } = await listFailedEmails(db, scope, all);
  expect(mails.map(({ state }) => state)).toEqual(["unknown", "failed", "complained", "bounced"]);
  expect([newer, older]).toEqual([null, null]);
  expect(mails.at(-1)).toMatchObject({
    kind: "signature",
    template: "receipt",
    problem: "hard-bounce",
    about: null,
    role: null,
    person: { name: expect.any(String), address: expect.stringContaining("@") },
  });
  const bounced = await listFailedEmails(db, scope, { ...all, state: "bounced" });
  expect(bounced.mails).toHaveLength(1);
  expect((await listFailedEmails(db, scope, { ...all, kind: "update" })).mails).toEqual([]);
});

test("no name and no address is read for who may not see them", async () => {
  const { scope } = await aScene();
  const { mails } = await listFailedEmails(db, { ...scope, names: false }, all);
  expect(mails).toHaveLength(4);
  expect(mails.every(({ person, role }) => person === null && role === null)).toBe(true);
  expect(JSON.stringify(mails)).not.toContain("@");
});

test("pages follow one another by key and lose nobody, to and fro", async () => {
  const { scope } = await aScene();
  const first = await listFailedEmails(db, scope, all, 3);
  expect(first.mails.map(({ state }) => state)).toEqual(["unknown", "failed", "complained"]);
  const second = await listFailedEmails(
    db,
    scope,
    { ...all, cursor: { side: "older", than: first.older ?? 0 } },
    3,
  );
  expect(second.mails.map(({ state }) => state)).toEqual(["bounced"]);
  expect(second.older).toBeNull();
  const back = await listFailedEmails(
    db,
    scope,
    { ...all, cursor: { side: "newer", than: second.newer ?? 0 } },
    3,
  );
  expect(back.mails).toEqual(first.mails);
  expect(back.newer).toBeNull();
});

test("the list is found by its own index, and each email has a file and a kind", async () => {
  const { scope } = await aScene();
  const state = sql.raw(`state in (${failedStates.map((one) => `'${one}'`).join(", ")})`);
  const plan = await db.transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    return tx.execute<{ "QUERY PLAN": string }>(sql`
    explain select id from outbox d where campaign_id = ${scope.campaignId} and ${state} order by id desc
    limit 51`);
  });
  expect(JSON.stringify([...plan])).toContain("outbox_troubled");
  expect(emailsQueued.map(({ name }) => name).sort()).toEqual(emailNames.toSorted());
});
