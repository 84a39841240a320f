import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type After, lateAtMost, stepsAtMost } from "#app/domain/outgoing/updates/audience/acts.ts";
import { everyone, isNarrowed, readAudience } from "#app/domain/outgoing/updates/audience/audience.ts";
import { cancelUpdate } from "#app/domain/outgoing/updates/cancel-update.server.ts";
import { createDraft } from "#app/domain/outgoing/updates/create-draft.server.ts";
import { pauseByOrganizer } from "#app/domain/outgoing/updates/pause-update.server.ts";
import { countAudience, readProgress } from "#app/domain/outgoing/updates/progress.server.ts";
import { findBrought } from "#app/domain/outgoing/updates/queries.server.ts";
import { resumeUpdate } from "#app/domain/outgoing/updates/resume-update.server.ts";
import { saveDraft } from "#app/domain/outgoing/updates/save-draft.server.ts";
import { followSeries } from "#app/domain/outgoing/updates/sending/follow-series.server.ts";
import { scheduleUpdate } from "#app/domain/outgoing/updates/sending/schedule-update.server.ts";
import { submitUpdate } from "#app/domain/outgoing/updates/submit-update.server.ts";
import { hashOfContent } from "#app/domain/outgoing/updates/update-content.server.ts";
import { contentOfForm, draftForm } from "#app/domain/outgoing/updates/update-form.ts";
import { endRestored } from "#app/domain/upkeep/archives/end-restored.server.ts";
import { campaigns, outbox, signatures, supporters, updates } from "#db/schema/index.ts";
import { aCampaign, changeRows, organization } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import {
  aBatchMailing,
  mailsOf,
  revokeConsents,
  runEngine,
  stateOf,
  takeAll,
} from "#tests/support/engine.ts";
import { aLetter } from "#tests/support/letters.ts";
import { aStubMailing } from "#tests/support/mail.ts";
import { aMeeting, aPledge } from "#tests/support/pledges.ts";
import { agreeTo, aStoredSignature } from "#tests/support/signatures.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";

// Updates that go by themselves, some days after an act.

const db = await aDatabase();
const ago = (days: number, minutes = 0) => new Date(Date.now() - days * 86_400_000 - minutes * 60_000);
const threeDays: After = { act: "signed", days: 3, unless: "wrote" };
const actor = "operator" as const;

/** The campaign that each address signed: a run also sends what other tests left. */
const campaignOf = new Map<string, number>();

/** A campaign in which a step runs since `begun` days ago. */
async function aStep(after: After = threeDays, begun = 10) {
  const campaign = await aCampaign(db, { ...organization, status: "open" });
  const audience = { ...everyone, after };
  const step = await anUpdate(db, campaign, {
    ...approved,
    state: "scheduled",
    sendAt: ago(begun),
    inArchive: false,
    audience,
  });
  const { mailing, calls } = aBatchMailing(takeAll);
  await runEngine(db, mailing);
  // It looked at no act before it began.
  expect(await stateOf(db, step)).toMatchObject({ state: "sending", audienceSize: 0 });
  await changeRows(db, updates, step.id, { startedAt: ago(begun), followedThrough: ago(begun) });
  const names = () =>
    calls.flatMap((call) =>
      call.names.filter((_, place) => campaignOf.get(call.to[place] ?? "") === campaign.id),
    );
  return { campaign, step, mailing, calls, names, run: () => runEngine(db, mailing) };
}

/** Somebody who agreed to updates as they signed, so many days ago. */
async function signed(campaign: { id: number }, name: string, at: Date, news = true) {
  const { supporter } = await aStoredSignature(db, campaign, { name, signedAt: at, consents: ["sign"] });
  campaignOf.set(supporter.email, campaign.id);
  await changeRows(db, supporters, supporter.id, { confirmedAt: at });
  if (news) await agreeTo(db, "updates", supporter.id, campaign, { grantedAt: at });
  return supporter;
}

test("an email that goes by itself reaches each person once, when their day has come", async () => {
  const { campaign, step, run, names } = await aStep();
  await signed(campaign, "before it began", ago(11));
  const due = await signed(campaign, "due", ago(4));
  await signed(campaign, "due today", ago(3, 15));
  await signed(campaign, "not yet", ago(2));
  await signed(campaign, "asked for no news", ago(4), false);
  const wrote = await signed(campaign, "wrote", ago(4));
  await aLetter(db, campaign, { supporterId: wrote.id, createdAt: ago(1) });
  await revokeConsents(db, await signed(campaign, "left", ago(4)));

  await run();
  expect(names().sort()).toEqual(["due", "due today"]);
  await changeRows(db, signatures, { supporterId: due.id }, { confirmedAt: ago(3, 11) });
  await changeRows(db, updates, step.id, { followedThrough: ago(9) });
  await run();
  expect(names()).toHaveLength(2);
  expect(await stateOf(db, step)).toMatchObject({ state: "sending", audienceSize: 2 });
  const { counts } = await readProgress(db, step.id);
  expect(counts).toMatchObject({ accepted: 2, queued: 0 });
});

test("each act has its own series", async () => {
  const acts: [
    After["act"],
    (campaign: Parameters<typeof aMeeting>[1] & { id: number }, who: number) => unknown,
  ][] = [
    ["wrote", (campaign, supporterId) => aLetter(db, campaign, { supporterId, createdAt: ago(6) })],
    [
      "pledged",
      async (campaign, supporterId) =>
        aPledge(
          db,
          { campaignId: campaign.id, supporterId, meetingId: (await aMeeting(db, campaign)).id },
          { confirmedAt: ago(6) },
        ),
    ],
    [
      "voted",
      async (campaign, supporterId) =>
        aPledge(
          db,
          { campaignId: campaign.id, supporterId, meetingId: (await aMeeting(db, campaign)).id },
          { confirmedAt: ago(60), outcome: "voted_as_pledged", outcomeAt: ago(6) },
        ),
    ],
  ];
  for (const [act, does] of acts) {
    const { campaign, run, names } = await aStep({ act, days: 5, unless: null });
    const person = await signed(campaign, act, ago(8));
    await signed(campaign, "did nothing else", ago(8));
    await run();
    expect(names(), act).toEqual([]);
    await does(campaign, person.id);
    await runFollowing(campaign);
    await run();
    expect(names(), act).toEqual([act]);
  }
});

/** Lets the ten minutes between two looks pass, as if no act had been looked at. */
const runFollowing = (campaign: { id: number }) =>
  changeRows(db, updates, { campaignId: campaign.id }, { followedThrough: ago(10) });

test("who does it, takes their act back or leaves before the call gets none", async () => {
  const { campaign, step, names, run } = await aStep();
  const people = [];
  for (const name of ["stays", "writes", "withdraws", "leaves"])
    people.push(await signed(campaign, name, ago(4)));
  const [, writes, withdraws, leaves] = people;
  while (await followSeries(db));
  expect(await stateOf(db, step)).toMatchObject({ audienceSize: 4 });
  await aLetter(db, campaign, { supporterId: writes?.id ?? 0 });
  await changeRows(
    db,
    signatures,
    { supporterId: withdraws?.id ?? 0 },
    { state: "withdrawn", withdrawnAt: ago(0) },
  );
  await revokeConsents(db, { id: leaves?.id ?? 0 });
  await run();
  expect(names()).toEqual(["stays"]);
  const ended = (await mailsOf(db, step)).map(({ state, problem }) => [state, problem]);
  expect(ended).toEqual([
    ["accepted", null],
    ["skipped", "no-longer-due"],
    ["skipped", "no-longer-due"],
    ["skipped", "unsubscribed"],
  ]);
  const { counts, audienceSize } = await readProgress(db, step.id);
  expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(audienceSize);
});

test("a transport that takes one email at a time checks the same", async () => {
  const { campaign, step } = await aStep();
  await signed(campaign, "stays", ago(4));
  const writes = await signed(campaign, "writes", ago(4));
  while (await followSeries(db));
  await aLetter(db, campaign, { supporterId: writes.id });
  const stub = aStubMailing();
  await runEngine(db, stub.mailing);
  expect((await mailsOf(db, step)).map(({ problem }) => problem)).toEqual([null, "no-longer-due"]);
});

test("a freeze holds it back, closing the campaign ends it", async () => {
  const { campaign, step, names, run } = await aStep();
  await signed(campaign, "held back", ago(4));
  await changeRows(db, campaigns, campaign.id, { frozenAt: new Date(), frozenBy: actor });
  await run();
  expect(names()).toEqual([]);
  await changeRows(db, campaigns, campaign.id, { frozenAt: null, frozenBy: null });
  await run();
  expect(names()).toEqual(["held back"]);

  await signed(campaign, "too late", ago(3, 30));
  await runFollowing(campaign);
  while (await followSeries(db));
  await changeRows(db, campaigns, campaign.id, { status: "closed", closedAt: new Date() });
  await run();
  expect(names()).toEqual(["held back"]);
  expect(await stateOf(db, step)).toMatchObject({ state: "sent" });
  expect((await mailsOf(db, step)).at(-1)).toMatchObject({ state: "skipped", problem: "no-longer-due" });
});

test("it does not start in a closed campaign, which would end it at once", async () => {
  const campaign = await aCampaign(db, { ...organization, status: "closed", closedAt: ago(1) });
  const audience = { ...everyone, after: threeDays };
  const step = await anUpdate(db, campaign, { ...approved, inArchive: false, audience });
  const once = await anUpdate(db, campaign, approved);
  const { mailing } = aBatchMailing(takeAll);
  const start = ({ publicId }: { publicId: string }) =>
    scheduleUpdate(db, mailing, { campaignId: campaign.id, publicId, actor, sendAt: null });
  expect(await start(step)).toEqual({ outcome: "campaign-closed" });
  expect(await start(once)).toMatchObject({ outcome: "scheduled" });
});

test("after a pause it goes to those who fell due, but to nobody more than two weeks late", async () => {
  const { campaign, step, mailing, names, run } = await aStep(threeDays, 40);
  const on = { campaignId: campaign.id, publicId: step.publicId, actor };
  expect(await pauseByOrganizer(db, on)).toEqual({ outcome: "paused" });
  await signed(campaign, "long ago", ago(3 + lateAtMost, 5));
  await signed(campaign, "late", ago(3 + lateAtMost - 1));
  await run();
  expect(names()).toEqual([]);
  expect(await resumeUpdate(db, mailing, on)).toEqual({ outcome: "resumed" });
  await run();
  expect(names()).toEqual(["late"]);
});

test("once ended it takes nobody, and who waits gets none", async () => {
  const { campaign, step, names, run } = await aStep();
  await signed(campaign, "waits", ago(4));
  while (await followSeries(db));
  const on = { campaignId: campaign.id, publicId: step.publicId, actor };
  expect(await cancelUpdate(db, on)).toEqual({ outcome: "cancelled" });
  await signed(campaign, "next", ago(4));
  await run();
  expect(names()).toEqual([]);
  expect((await mailsOf(db, step)).map(({ problem }) => problem)).toEqual(["cancelled"]);
});

test("pieces take everyone once, also those of one moment", async () => {
  const { campaign, step } = await aStep();
  const at = ago(4);
  for (let n = 0; n < 7; n++) await signed(campaign, `at once ${n}`, n < 5 ? at : ago(3, 40 - n));
  let pieces = 0;
  while (await followSeries(db, 2)) pieces += 1;
  expect(pieces).toBeGreaterThan(1);
  expect(await stateOf(db, step)).toMatchObject({ audienceSize: 7 });
});

test("what readers did afterwards is counted, without those who had done it before", async () => {
  const { campaign, step, run } = await aStep({ act: "signed", days: 3, unless: null });
  const [first, second, third] = [
    await signed(campaign, "writes then", ago(4)),
    await signed(campaign, "had written", ago(4)),
    await signed(campaign, "writes much later", ago(4)),
  ];
  const meeting = await aMeeting(db, campaign);
  await run();
  expect(await findBrought(db, step.id)).toMatchObject({ acts: {} });
  await changeRows(db, outbox, { updateId: step.id }, { settledAt: ago(20) });
  await aLetter(db, campaign, { supporterId: first?.id ?? 0, createdAt: ago(19) });
  await aLetter(db, campaign, { supporterId: second?.id ?? 0, createdAt: ago(21) });
  await aLetter(db, campaign, { supporterId: third?.id ?? 0, createdAt: ago(5) });
  const holder = { campaignId: campaign.id, supporterId: first?.id ?? 0, meetingId: meeting.id };
  await aPledge(db, holder, { confirmedAt: ago(18) });
  await changeRows(db, updates, step.id, { broughtAt: ago(0, 61) });
  await run();
  const { acts, at } = await findBrought(db, step.id);
  expect(acts).toEqual({ wrote: 1, pledged: 1 });
  expect(Date.parse(at ?? "")).toBeGreaterThan(ago(0, 5).getTime());
});

test("its approval covers when it goes, and older approvals keep their hash", () => {
  const content = { audience: everyone, inArchive: false, texts: [] };
  const { after: _after, ...older } = everyone;
  expect(hashOfContent({ ...content, audience: readAudience(older) })).toEqual(hashOfContent(content));
  const hashes = [null, threeDays, { ...threeDays, days: 4 }, { ...threeDays, unless: null }].map((after) =>
    hashOfContent({ ...content, audience: { ...everyone, after } }).toString("hex"),
  );
  expect(new Set(hashes).size).toBe(4);
  expect(isNarrowed({ ...everyone, after: threeDays })).toBe(true);
});

test("at most six follow one act; the form says what is wrong with one", async () => {
  const campaign = await aCampaign(db, { ...organization, status: "open" });
  const submitted = [];
  for (let n = 0; n <= stepsAtMost; n++) {
    const on = { campaignId: campaign.id, publicId: randomUUID(), actor };
    await createDraft(db, { ...on, after: { act: "signed", days: n + 1, unless: null } });
    const content = {
      audience: { ...everyone, after: { act: "signed" as const, days: n + 1, unless: null } },
      inArchive: false,
      texts: [{ locale: "en", subject: `Step ${n}`, body: "Words.", greeting: null }],
    };
    expect(await saveDraft(db, { ...on, version: 1, content })).toMatchObject({ outcome: "saved" });
    submitted.push(await submitUpdate(db, { ...on, version: 2 }));
  }
  expect(submitted.slice(0, stepsAtMost)).toEqual(Array(stepsAtMost).fill({ outcome: "submitted" }));
  const full = { outcome: "incomplete", problems: [{ field: "after", code: "series-full" }] };
  expect(submitted.at(-1)).toEqual(full);

  const form = { version: "1", did: "anything", countries: [], in_archive: "on" };
  const read = (fields: Record<string, string>) => {
    const parsed = draftForm(["en"]).safeParse({ ...form, ...fields });
    return parsed.success
      ? contentOfForm(parsed.data, ["en"])
      : parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  };
  expect(read({ after: "signed", days: "0" })).toEqual(["days days-range"]);
  expect(read({ after: "signed", days: "three" })).toEqual(["days days-range"]);
  expect(read({ after: "signed", days: "3", unless: "signed" })).toEqual(["unless unless-same"]);
  expect(read({ after: "left", days: "3" })).toEqual(["after after-unknown"]);
  const step = { inArchive: false, audience: { ...everyone, after: threeDays } };
  expect(read({ after: "signed", days: "3", unless: "wrote", since: "2026-10-01" })).toMatchObject(step);
  expect(read({ after: "", days: "99" })).toMatchObject({ inArchive: true, audience: everyone });
});

test("before it starts the page counts who would have been in it for a month", async () => {
  const campaign = await aCampaign(db, { ...organization, status: "open" });
  await signed(campaign, "recent", ago(5));
  await signed(campaign, "older", ago(40));
  const audience = { ...everyone, after: threeDays };
  expect(await countAudience(db, { campaignId: campaign.id, audience, continuesId: null })).toBe(1);
});

test("nobody is emailed twice after a restore: who was due by then gets none", async () => {
  const { campaign, step, mailing, names, run } = await aStep();
  await signed(campaign, "due before", ago(4));
  await endRestored(async (statement) => (await db.execute(sql.raw(statement))).count ?? 0);
  expect(await stateOf(db, step)).toMatchObject({ state: "paused", pauseReason: "restored" });
  const on = { campaignId: campaign.id, publicId: step.publicId, actor };
  expect(await resumeUpdate(db, mailing, on)).toEqual({ outcome: "resumed" });
  await run();
  expect(names()).toEqual([]);
  await signed(campaign, "due after", ago(2));
  await changeRows(db, updates, step.id, { followedThrough: sql`followed_through - interval '3 days'` });
  await changeRows(
    db,
    signatures,
    { campaignId: campaign.id },
    { confirmedAt: sql`confirmed_at - interval '2 days'` },
  );
  await run();
  expect(names()).toContain("due after");
});

test("a restore stops a step whose approval was requested again", async () => {
  const { step } = await aStep();
  const paused = { state: "paused", pausedAt: ago(0), pauseReason: "differs" } as const;
  const asked = { approvedAt: null, approvedAlone: false, approvedSha256: null, approvedFrame: null };
  await changeRows(db, updates, step.id, { ...paused, ...asked });
  await endRestored(async (statement) => (await db.execute(sql.raw(statement))).count ?? 0);
  expect(await stateOf(db, step)).toMatchObject({ state: "paused", pauseReason: "differs" });
});

test("a changed pledge is no new one, and one on hold that voted is told like others", async () => {
  const { campaign, step, names, run } = await aStep({ act: "pledged", days: 3, unless: null }, 20);
  const meetingId = (await aMeeting(db, campaign)).id;
  const pledged = async (name: string, ...confirmed: number[]) => {
    const { id: supporterId } = await signed(campaign, name, ago(40));
    const holder = { campaignId: campaign.id, supporterId, meetingId };
    const series = randomUUID();
    for (const [place, days] of confirmed.entries()) {
      const isLast = place === confirmed.length - 1;
      await aPledge(db, holder, {
        series,
        version: place + 1,
        confirmedAt: ago(days),
        ...(isLast ? {} : { status: "superseded", sharesEnc: null, keyId: null }),
      });
    }
  };
  await pledged("before it began, changed since", 30, 5);
  await pledged("changed yesterday", 4, 1);
  await pledged("as it was", 4);
  await run();
  expect(names().sort()).toEqual(["as it was", "changed yesterday"]);
  await changeRows(db, outbox, { updateId: step.id }, { settledAt: ago(2) });
  await changeRows(db, updates, step.id, { broughtAt: ago(0, 61) });
  await run();
  expect(await findBrought(db, step.id)).toMatchObject({ acts: {} });

  const voted = await aStep({ act: "voted", days: 3, unless: null });
  const { id: supporterId } = await signed(voted.campaign, "on hold", ago(8));
  const holder = { campaignId: voted.campaign.id, supporterId, meetingId };
  const told = { outcome: "voted" as const, outcomeAt: ago(4) };
  await aPledge(db, holder, { status: "flagged", confirmedAt: ago(60), ...told });
  await voted.run();
  expect(voted.names()).toEqual(["on hold"]);
});

test("one that continues another leaves out its readers", async () => {
  const { campaign, step, names, run } = await aStep();
  const both = await signed(campaign, "both", ago(4));
  await run();
  expect(names()).toEqual(["both"]);
  await changeRows(db, updates, step.id, { state: "sent", finishedAt: ago(0) });
  const next = await anUpdate(db, campaign, {
    ...approved,
    state: "scheduled",
    sendAt: ago(1),
    inArchive: false,
    continuesId: step.id,
    audience: { ...everyone, after: threeDays },
  });
  await run();
  await changeRows(db, updates, next.id, { followedThrough: ago(9) });
  // Who withdrew and signed again.
  await changeRows(db, signatures, { supporterId: both.id }, { confirmedAt: ago(3, 20) });
  await signed(campaign, "second", ago(3, 20));
  await run();
  expect(names()).toEqual(["both", "second"]);
});

test("who waited in a pause for more than two weeks gets none", async () => {
  const { campaign, step, mailing, names, run } = await aStep(threeDays, 40);
  const long = await signed(campaign, "taken in long ago", ago(4));
  await signed(campaign, "taken in", ago(4));
  while (await followSeries(db));
  const on = { campaignId: campaign.id, publicId: step.publicId, actor };
  expect(await pauseByOrganizer(db, on)).toEqual({ outcome: "paused" });
  await changeRows(db, signatures, { supporterId: long.id }, { confirmedAt: ago(3 + lateAtMost, 5) });
  expect(await resumeUpdate(db, mailing, on)).toEqual({ outcome: "resumed" });
  await run();
  expect(names()).toEqual(["taken in"]);
});
