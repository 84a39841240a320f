import { and, eq, isNull, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { writeProven } from "#app/domain/entries/letters/writing/write-proven.server.ts";
import { decryptHolding } from "#app/domain/entries/pledges/holding.server.ts";
import type { PledgeAnswers } from "#app/domain/entries/pledges/pledge.ts";
import { pledgeProven } from "#app/domain/entries/pledges/pledge-proven.server.ts";
import { reportFundOutcome, reportOutcome } from "#app/domain/entries/pledges/report-outcome.server.ts";
import { rotateHoldings, rotateKept } from "#app/domain/entries/pledges/rotate-holdings.server.ts";
import { readLiveVotes } from "#app/domain/entries/pledges/totals/voted-rate.server.ts";
import { withdrawPledge } from "#app/domain/entries/pledges/withdraw-pledge.server.ts";
import { signProven } from "#app/domain/entries/signatures/sign-proven.server.ts";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import { setConsents } from "#app/domain/supporters/consents.server.ts";
import { wipeKeptPledges } from "#app/domain/upkeep/retention/purge-pending.server.ts";
import { findUndoable, undoEntry } from "#app/domain/upkeep/undo-entry.server.ts";
import { makeKeys } from "#app/lib/keys.server.ts";
import { consents, meetings, pledgeReminders, pledges, pledgeTotals, supporters } from "#db/schema/index.ts";
import { aCampaign, testKeys as keys, rowsIn } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { everythingStored } from "#tests/support/everything-stored.ts";
import { aHolder, pledgeAnswers } from "#tests/support/holders.ts";
import { aMeeting } from "#tests/support/pledges.ts";
import { aWriter, written } from "#tests/support/writers.ts";

const db = await aDatabase();
const now = new Date("2026-11-24T12:00:00Z");
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

/** Somebody who wrote a letter or pledged, agreeing to `before`, and what they enter by a personal link. */
async function aScene(
  kind: "signature" | "pledge" | "letter",
  before: ConsentPurpose[] = [],
  purposes: ConsentPurpose[] = ["public_name", "updates"],
) {
  const campaign = await aCampaign(db);
  const meeting = await aMeeting(db, campaign, 2027);
  const { supporterId } =
    kind === "letter"
      ? (await aHolder(db, { campaign, meeting }, { consents: ["pledge", ...before] }, { now })).pledge
      : (await aWriter(db, campaign, { consents: ["letter", "deliver_letter", ...before] }, now)).letter;
  const [person] = await db.select().from(supporters).where(eq(supporters.id, supporterId));
  const about = { supporterPublicId: person?.publicId ?? "", campaign, locale: "en" };
  const display = "public" as const;
  const entered =
    kind === "signature"
      ? await signProven(
          db,
          keys,
          { ...about, display, consents: ["sign", ...purposes], linkFrom: now },
          after(5),
        )
      : kind === "pledge"
        ? await pledgeProven(
            db,
            keys,
            {
              ...about,
              meetingId: meeting.id,
              answers: pledgeAnswers({ display }),
              consents: ["pledge", ...purposes],
            },
            after(5),
          )
        : await writeProven(
            db,
            keys,
            { ...about, answers: written({ display }), consents: ["letter", "deliver_letter", ...purposes] },
            after(5),
          );
  if (!("publicId" in entered)) throw new Error(`nothing was entered: ${entered.outcome}`);
  const inForce = async () => {
    const own = and(eq(consents.supporterId, supporterId), isNull(consents.revokedAt));
    const rows = await db.select().from(consents).where(own);
    return rows.map(({ purpose }) => purpose).filter((purpose) => /updates|public_name/.test(purpose));
  };
  return { about, supporterId, meeting, inForce, entry: { kind, publicId: entered.publicId } };
}

test.each(["signature", "pledge", "letter"] as const)(
  "the undo of a %s revokes the consents that came with it, and no earlier one",
  async (kind) => {
    const fresh = await aScene(kind);
    expect((await fresh.inForce()).sort()).toEqual(["public_name", "updates"]);
    expect(await undoEntry(db, keys, fresh.entry, after(10))).toBe("entry");
    expect(await fresh.inForce()).toEqual([]);

    const known = await aScene(kind, ["updates"]);
    expect(await undoEntry(db, keys, known.entry, after(10))).toBe("entry");
    expect(await known.inForce()).toEqual(["updates"]);
  },
);

test.each(["signature", "pledge", "letter"] as const)(
  "the undo of a %s revokes what was ticked for it later, by which a stranger could add to it",
  async (kind) => {
    const { about, supporterId, inForce, entry } = await aScene(kind, [], ["public_name"]);
    const terms = { textVersion: "1", locale: "en", granted: ["updates"] as const, asked: [] };
    await db.transaction((tx) =>
      setConsents(tx, { supporterId, campaignId: about.campaign.id, ...terms }, after(7)),
    );
    expect((await inForce()).sort()).toEqual(["public_name", "updates"]);
    expect(await undoEntry(db, keys, entry, after(10))).toBe("entry");
    expect(await inForce()).toEqual([]);
  },
);

test("an undo leaves a name public that another entry shows, and what was agreed to later", async () => {
  const { about, meeting, inForce, entry } = await aScene("signature");
  const pledged = { meetingId: meeting.id, answers: pledgeAnswers({ display: "public" }) };
  await pledgeProven(db, keys, { ...about, ...pledged, consents: ["pledge", "public_name"] }, after(7));
  expect(await undoEntry(db, keys, entry, after(10))).toBe("entry");
  expect(await inForce()).toEqual(["public_name"]);
});

test("an undo in one campaign leaves the person's entry and consents in another", async () => {
  const here = await aScene("signature");
  const there = await aCampaign(db);
  const entered = await signProven(
    db,
    keys,
    {
      ...here.about,
      campaign: there,
      display: "public",
      consents: ["sign", "public_name", "updates"],
      linkFrom: now,
    },
    after(6),
  );
  const inCampaign = async (campaignId: number) =>
    (
      await rowsIn(
        db,
        consents,
        and(
          eq(consents.supporterId, here.supporterId),
          eq(consents.campaignId, campaignId),
          isNull(consents.revokedAt),
        ),
      )
    )
      .map(({ purpose }) => purpose)
      .sort();
  expect(await undoEntry(db, keys, here.entry, after(10))).toBe("entry");
  expect(await inCampaign(here.about.campaign.id)).toEqual(["deliver_letter", "letter"]);
  expect(await inCampaign(there.id)).toEqual(["public_name", "sign", "updates"]);
  const publicId = "publicId" in entered ? entered.publicId : "";
  expect(await findUndoable(db, keys, { kind: "signature", publicId }, after(11))).toBe("entry");
});

/** A pledge, and changes of it by a link that shows it. */
async function aChangedPledge(first: Partial<PledgeAnswers> = {}, agreed: ConsentPurpose[] = []) {
  const campaign = await aCampaign(db);
  const meeting = await aMeeting(db, campaign, 2027);
  const scene = { campaign, meeting };
  const input = { answers: pledgeAnswers(first), consents: ["pledge" as const, ...agreed] };
  const { pledge: before } = await aHolder(db, scene, input, { now });
  const { supporterId, series } = before;
  const [person] = await db.select().from(supporters).where(eq(supporters.id, supporterId));
  const about = { supporterPublicId: person?.publicId ?? "", campaign, locale: "en", meetingId: meeting.id };
  const change = async (
    answers: Partial<PledgeAnswers>,
    consents: ConsentPurpose[],
    at: Date,
    onlyNewFrom?: Date,
  ) => {
    const input = { ...about, answers: pledgeAnswers(answers), consents: ["pledge" as const, ...consents] };
    const done = await pledgeProven(db, keys, { ...input, onlyNewFrom: onlyNewFrom ?? null }, at);
    if (!("publicId" in done)) throw new Error(`nothing was changed: ${done.outcome}`);
    return { kind: "pledge" as const, publicId: done.publicId };
  };
  const versions = () => db.select().from(pledges).where(eq(pledges.series, series)).orderBy(pledges.version);
  const inForce = async () => {
    const row = (await versions()).find(({ status }) => status === "active");
    return row && { ...row, holding: decryptHolding(keys, row) };
  };
  const agrees = async () => {
    const own = and(eq(consents.supporterId, supporterId), isNull(consents.revokedAt));
    return (await db.select().from(consents).where(own)).map(({ purpose }) => purpose).sort();
  };
  const entry = { kind: "pledge" as const, publicId: before.publicId };
  return { before, entry, change, versions, inForce, agrees, scene, supporterId };
}
const totalsOf = ({ campaign, meeting }: { campaign: { id: number }; meeting: { id: number } }) => ({
  campaignId: campaign.id,
  meetingId: meeting.id,
});
const readTotals = ({ campaign, meeting }: { campaign: { id: number }; meeting: { id: number } }) =>
  db
    .select({ holders: pledgeTotals.holders, shares: pledgeTotals.shares })
    .from(pledgeTotals)
    .where(sql`campaign_id = ${campaign.id} and meeting_id = ${meeting.id} and holders > 0`);
const shares = (amount: string) => ({ holding: { shares: amount, bucket: null } });

test("the undo of a changed pledge restores what was there before the change", async () => {
  const fund = { willing: ["attend"], comment: "As before", display: "initials" } as const;
  const { change, inForce, versions, agrees, scene } = await aChangedPledge(fund, ["public_name"]);
  const intentions = [{ item: null, intention: "against" }] as const;
  const other = { ...shares("7"), intentions, comment: "Not mine", display: "public" } as const;
  const entry = await change(other, ["updates", "contact_cofile", "public_name"], after(5));
  expect((await versions()).map(({ comment, keyId }) => [comment, keyId !== null])).toEqual([
    [null, false],
    ["Not mine", true],
  ]);

  expect(await findUndoable(db, keys, entry, after(10))).toBe("change");
  expect(await undoEntry(db, keys, entry, after(10))).toBe("change");
  expect(await inForce()).toMatchObject({
    version: 3,
    holding: { shares: "100", bucket: null },
    comment: "As before",
    display: "initials",
    verification: "email_confirmed",
  });
  const counted = await readTotals(scene);
  expect(counted).toMatchObject([{ holders: 1, shares: "100.000000" }]);
  expect(await agrees()).toEqual(["pledge", "public_name"]);
  const [row] = await db.execute(sql`
    select (select intention from pledge_intentions where pledge_id = p.id) as intention,
      (select willing from pledge_willing where pledge_id = p.id) as willing
    from pledges p where id = ${(await inForce())?.id ?? 0}`);
  expect(row).toEqual({ intention: "for", willing: "attend" });

  expect(await undoEntry(db, keys, entry, after(11))).toBeNull();
  expect(await inForce()).toMatchObject({ version: 3 });
});

test("the undo of a change keeps the vote that was reported, which is not asked for again", async () => {
  const { change, inForce, scene, versions } = await aChangedPledge();
  await db.update(meetings).set({ status: "closed" }).where(eq(meetings.id, scene.meeting.id));
  const entry = await change(shares("7"), [], after(5));
  await reportOutcome(db, keys, { publicId: entry.publicId, outcome: "voted_as_pledged" }, after(6));
  expect(await undoEntry(db, keys, entry, after(10))).toBe("change");
  expect(await inForce()).toMatchObject({ holding: { shares: "100" }, outcome: "voted_as_pledged" });
  expect((await readLiveVotes(db, totalsOf(scene)))["voted-all:all:outcome"]).toMatchObject({ of: 1 });
  const [{ series } = { series: "" }] = await versions();
  expect(await db.$count(pledgeReminders, sql`series = ${series} and state = 'scheduled'`)).toBe(0);

  const fund = { kind: "fund", holding: null, intentions: [], fundManager: "Sample Funds" } as const;
  const holder = await aChangedPledge(fund);
  const changed = await holder.change({ ...fund, comment: "Changed" }, [], after(5));
  await reportFundOutcome(db, keys, { publicId: changed.publicId, fundOutcome: "supports" }, after(6));
  expect(await undoEntry(db, keys, changed, after(10))).toBe("change");
  expect(await holder.inForce()).toMatchObject({ comment: null, fundOutcome: "supports" });
});

test("what a known form pledges as an institution leaves the owner's consent to co-filing as it was", async () => {
  const institution = { kind: "institution" } as const;
  const { change, agrees } = await aChangedPledge({}, ["contact_cofile"]);
  const unticked = await change(institution, [], after(5), now);
  expect(await agrees()).toEqual(["contact_cofile", "pledge"]);
  expect(await undoEntry(db, keys, unticked, after(10))).toBe("entry");
  expect(await agrees()).toEqual(["contact_cofile", "pledge"]);

  const other = await aChangedPledge();
  const ticked = await other.change(institution, ["contact_cofile"], after(5), now);
  expect(await other.agrees()).toEqual(["contact_cofile", "pledge"]);
  expect(await undoEntry(db, keys, ticked, after(10))).toBe("entry");
  expect(await other.agrees()).toEqual(["pledge"]);
});

test("changes are taken back one by one, and the first pledge with its own undo", async () => {
  const { entry, change, inForce, versions } = await aChangedPledge();
  const second = await change(shares("2"), [], after(1));
  const third = await change(shares("3"), [], after(2));
  expect(await undoEntry(db, keys, second, after(3))).toBeNull();
  expect(await undoEntry(db, keys, third, after(4))).toBe("change");
  expect(await inForce()).toMatchObject({ holding: { shares: "2" } });
  expect(await undoEntry(db, keys, second, after(5))).toBe("change");
  expect(await inForce()).toMatchObject({ holding: { shares: "100" } });
  expect(await undoEntry(db, keys, entry, after(6))).toBe("entry");
  expect(await inForce()).toBeUndefined();
  expect((await versions()).every(({ keptEnc, keyId }) => keptEnc === null && keyId === null)).toBe(true);
});

test("anyone who has the email shows no name and no comment again that its owner took away", async () => {
  const { change, inForce } = await aChangedPledge({ comment: "Mine", display: "public" }, ["public_name"]);
  const hidden = await change({ comment: "Mine", display: "anonymous" }, [], after(1));
  await undoEntry(db, keys, hidden, after(2));
  expect(await inForce()).toMatchObject({ display: "anonymous", comment: "Mine" });

  const other = await aChangedPledge({ comment: "Mine", display: "public" }, ["public_name"]);
  const silent = await other.change({ comment: null, display: "public" }, [], after(1));
  await undoEntry(db, keys, silent, after(2));
  expect(await other.inForce()).toMatchObject({ display: "public", comment: null });
});

test("what an undo restores is kept sealed for seven days, and gone with a withdrawal", async () => {
  const { change, versions, inForce, scene } = await aChangedPledge({ comment: "Kept words" });
  const entry = await change(shares("5"), [], after(0));
  const [first] = await versions();
  expect(first?.keptUntil).toEqual(after(7 * 24 * 60));
  expect(await everythingStored(db)).not.toContain("Kept words");
  const other = await aChangedPledge({ ...shares("1234567.125") });
  await other.change(shares("1"), [], after(0));
  expect((await other.versions())[0]?.keptEnc?.length).toBe(first?.keptEnc?.length);

  await wipeKeptPledges(db, after(7 * 24 * 60 - 1));
  expect((await versions())[0]?.keptEnc).not.toBeNull();
  await wipeKeptPledges(db, after(7 * 24 * 60));
  expect((await versions())[0]).toMatchObject({ keptEnc: null, keptKeyId: null, keptUntil: null });
  expect(await findUndoable(db, keys, entry, after(7 * 24 * 60))).toBe("entry");
  expect(await inForce()).toMatchObject({ holding: { shares: "5" } });
  expect(await readTotals(scene)).toMatchObject([{ holders: 1 }]);

  const { publicId } = (await other.inForce()) ?? { publicId: "" };
  await withdrawPledge(db, keys, { supporterId: other.supporterId, publicId }, after(1));
  expect((await other.versions()).every(({ keptEnc }) => keptEnc === null)).toBe(true);
});

test("what an undo restores is sealed again under a newer secret", async () => {
  const { change, versions } = await aChangedPledge(shares("41"));
  const entry = await change(shares("5"), [], after(0));
  const older = "a-secret-for-tests-that-is-long-enough-0001";
  const both = makeKeys(["a-newer-secret-that-is-long-enough-0001", older]);
  expect(await rotateKept(db, both)).toMatchObject({ missing: {}, damaged: [] });
  await rotateHoldings(db, both);
  const newest = makeKeys(["a-newer-secret-that-is-long-enough-0001"]);
  expect((await versions())[0]?.keptKeyId).toBe(newest[0].id);
  expect(await undoEntry(db, newest, entry, after(1))).toBe("change");
  const row = (await versions()).find(({ status }) => status === "active");
  expect(row && decryptHolding(newest, row)).toEqual({ shares: "41", bucket: null });
});
