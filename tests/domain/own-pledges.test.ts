import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { changePledgeConsents, hidePledge } from "#app/domain/entries/pledges/change-own-pledge.server.ts";
import { withdrawPledge } from "#app/domain/entries/pledges/withdraw-pledge.server.ts";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import { changeDisplay } from "#app/domain/upkeep/own-data/change-own-data.server.ts";
import { listOwnPledges } from "#app/domain/upkeep/own-data/list-own-pledges.server.ts";
import { consents, meetings, pledgeReminders, pledges, signatures } from "#db/schema/index.ts";
import { aCampaign, changeRows, testKeys as keys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aHolder, pledgeAnswers } from "#tests/support/holders.ts";
import { aMeeting } from "#tests/support/pledges.ts";
import { aPledgeWithHolding } from "#tests/support/pledges-with-holdings.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();
const gives = { asked: ["contact_cofile"] as const, granted: ["contact_cofile"] as const };
const now = new Date("2027-02-01T12:00:00Z");

async function aScene() {
  const campaign = await aCampaign(db);
  return { campaign, meeting: await aMeeting(db, campaign, 2027) };
}
const inForce = async (supporterId: number) =>
  (await db.select().from(consents).where(eq(consents.supporterId, supporterId)))
    .filter(({ revokedAt }) => revokedAt === null)
    .map(({ purpose }) => purpose)
    .sort();

/** Someone whose signature and pledge are both shown by name. */
async function viewedTwice() {
  const scene = await aScene();
  const agreed: ConsentPurpose[] = ["sign", "public_name"];
  const { supporter, signature } = await aStoredSignature(db, scene.campaign, {
    display: "public",
    consents: agreed,
  });
  const pledge = await aPledgeWithHolding(db, scene, { supporterId: supporter.id, display: "public" });
  return { supporter, signature, pledge, owner: { supporterId: supporter.id, locale: "en" } };
}

test("the consent to be shown ends with the last thing of a person that is shown", async () => {
  const first = await viewedTwice();
  await hidePledge(db, { ...first.owner, publicId: first.pledge.publicId }, now);
  expect(await inForce(first.supporter.id)).toEqual(["pledge", "public_name", "sign"]);
  const { publicId } = first.signature;
  await changeDisplay(db, { ...first.owner, publicId, display: "anonymous" }, now);
  expect(await inForce(first.supporter.id)).toEqual(["pledge", "sign"]);

  const second = await viewedTwice();
  const signed = { ...second.owner, publicId: second.signature.publicId };
  await changeDisplay(db, { ...signed, display: "anonymous" }, now);
  expect(await inForce(second.supporter.id)).toEqual(["pledge", "public_name", "sign"]);
  await hidePledge(db, { ...second.owner, publicId: second.pledge.publicId }, now);
  expect(await inForce(second.supporter.id)).toEqual(["pledge", "sign"]);
});

test("nobody hides or speaks for another person's pledge", async () => {
  const mine = await viewedTwice();
  const other = await viewedTwice();
  const theirs = { ...mine.owner, publicId: other.pledge.publicId };
  await hidePledge(db, theirs, now);
  await changePledgeConsents(db, keys, { ...theirs, ...gives }, now);
  const [row] = await db.select().from(pledges).where(eq(pledges.id, other.pledge.id));
  expect(row?.display).toBe("public");
  expect(await inForce(other.supporter.id)).toEqual(["pledge", "public_name", "sign"]);
  const [signature] = await db.select().from(signatures).where(eq(signatures.id, other.signature.id));
  expect(signature?.display).toBe("public");
});

test("revoking contact ends only co-filing reminders, and granting restores them", async () => {
  const scene = await aScene();
  const dates = { proposalDeadline: "2027-06-20", ballotOpenOn: "2027-10-20" };
  const verified = { verifiedAt: now, verifiedBy: "An organizer", asOf: "2027-02-01" };
  await changeRows(db, meetings, scene.meeting.id, { ...dates, ...verified });
  const willing = {
    answers: pledgeAnswers({ willing: ["cofile"] }),
    consents: ["pledge", "contact_cofile"] as const,
  };
  const { pledge } = await aHolder(db, scene, willing, { now });
  const scheduled = async () =>
    (await listOwnPledges(db, keys, pledge.supporterId, now))[0]?.reminders
      .filter(({ state }) => state === "scheduled")
      .map(({ reminder }) => reminder);
  const of = { supporterId: pledge.supporterId, publicId: pledge.publicId, locale: "en" };
  const ballot = ["ballot-open", "meeting-day", "outcome"];
  expect(await scheduled()).toEqual(["proposal-deadline-60", "proposal-deadline-30", ...ballot]);
  await changePledgeConsents(db, keys, { ...of, ...gives, granted: [] }, now);
  expect(await scheduled()).toEqual(ballot);
  await changePledgeConsents(db, keys, { ...of, ...gives }, now);
  expect(await scheduled()).toEqual(["proposal-deadline-60", "proposal-deadline-30", ...ballot]);
});

test("a person sees their number in force, or range, and nothing withdrawn", async () => {
  const scene = await aScene();
  const first = await aHolder(db, scene, {}, { now });
  const also = {
    ...first.input,
    answers: pledgeAnswers({ kind: "institution", holding: { shares: null, bucket: "10-99" } }),
  };
  await aHolder(db, scene, also, { now });
  const again = { ...first.input, answers: pledgeAnswers({ holding: { shares: "250.5", bucket: null } }) };
  await aHolder(db, scene, again, { now });
  const owned = async () =>
    (await listOwnPledges(db, keys, first.pledge.supporterId, now)).map(
      ({ kind, version, status, holding, canTellOutcome }) => ({
        kind,
        version,
        status,
        holding,
        canTellOutcome,
      }),
    );
  const rest = { status: "active", canTellOutcome: false };
  expect(await owned()).toEqual([
    { kind: "direct", version: 2, holding: { shares: "250.5", bucket: null }, ...rest },
    { kind: "institution", version: 1, holding: { shares: null, bucket: "10-99" }, ...rest },
  ]);
  await withdrawPledge(db, keys, first.pledge, now);
  expect((await owned())[0]).toMatchObject({
    kind: "direct",
    version: 2,
    status: "withdrawn",
    holding: null,
  });
});

test.each([
  ["AU", "2027-03-31T22:00:00Z", "2027-04-01"],
  ["NZ", "2027-03-31T20:00:00Z", "2027-04-01"],
  ["US", "2027-04-01T13:00:00Z", "2027-04-01"],
  ["UM", "2027-03-31T21:00:00Z", "2027-04-01"],
  ["PF", "2027-04-01T19:00:00Z", "2027-04-01"],
])("a holder in %s reads the days of reminders as they have them", async (country, at, day) => {
  const scene = await aScene();
  const { pledge } = await aHolder(db, scene, { country }, { now });
  const due = { dueAt: new Date(at), uselessAt: new Date("2027-04-03T00:00:00Z") };
  const row = { series: pledge.series, pledgeId: pledge.id, ...due };
  await db.insert(pledgeReminders).values([
    { ...row, reminder: "meeting-day" },
    { ...row, reminder: "vote-by-1", state: "queued", queuedAt: new Date(at) },
  ]);
  const [listed] = await listOwnPledges(db, keys, pledge.supporterId, now);
  const days = listed?.reminders.map(({ dueOn, queuedOn }) => [dueOn, queuedOn]);
  expect(days).toEqual([
    [day, null],
    [day, day],
  ]);
});
