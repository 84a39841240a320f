import { once } from "node:events";
import { and, desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { countLetters } from "#app/domain/entries/letters/list/list-letters.server.ts";
import { listOwnLetters } from "#app/domain/entries/letters/queries.server.ts";
import { withdrawLetter } from "#app/domain/entries/letters/withdraw-letter.server.ts";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";
import { approvePack } from "#app/domain/outgoing/packs/approve-pack.server.ts";
import { askForPack, discardPack } from "#app/domain/outgoing/packs/ask-or-discard-pack.server.ts";
import { countGoneSince, listPacks } from "#app/domain/outgoing/packs/list-packs.server.ts";
import { fetchPack } from "#app/domain/outgoing/packs/making/fetch-pack.server.ts";
import { packLivesDays } from "#app/domain/outgoing/packs/pack.ts";
import {
  approveHandOver,
  recordHandOver,
  withdrawHandOver,
} from "#app/domain/outgoing/packs/record-hand-over.server.ts";
import { verifyPack } from "#app/domain/outgoing/packs/verifying/verify-pack.server.ts";
import { removeMember } from "#app/domain/team/remove-member.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { correctSupporter } from "#app/domain/upkeep/own-data/change-own-data.server.ts";
import {
  auditEntries,
  campaignOrganizers,
  consents,
  letterEvents,
  letters,
  nameReviews,
  namesAwaitingReview,
  outbox,
  packs,
  rightPeriods,
  signatures,
  supporters,
} from "#db/schema/index.ts";
import { aCampaign, changeRows, rowsIn, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aDispatch, aLetterCampaign } from "#tests/support/dispatches.ts";
import { aLetter } from "#tests/support/letters.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aMadePack, anApprovedPack, aTeam, packPorts } from "#tests/support/packs.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { unzipped } from "#tests/support/zip.ts";

const db = await aDatabase();
const agreed = ["sign", "deliver_to_company"] as const;
type Four = [Whose, Whose, Whose, Whose];
type Whose = { id: number; supporterId: number };
const later = (days: number) => new Date(Date.now() + days * 86_400_000);

test("a pack holds whom it may hold, and says of all others why they are not in it", async () => {
  const campaign = await aCampaign(db);
  const stored = (values: object) => aStoredSignature(db, campaign, { consents: agreed, ...values });
  await stored({ name: "Łucja Handed", country: "PL", comment: "=because, “it” matters" });
  await stored({ name: "Ana Handed", postalCode: "02139" });
  await stored({ name: "Did Not Agree", consents: ["sign"] });
  for (const state of ["pending", "withdrawn", "invalidated"] as const)
    await stored({ name: "Not Counted", state });
  await stored({ name: "Mickey Mouse" });
  const hidden = await stored({ name: "Donald Duck" });
  const kept = await stored({ name: "James Bond" });
  const asked = await stored({ name: "Harry Potter" });
  const at = new Date();
  for (const [{ signature, supporter }, state] of [
    [hidden, "hidden"],
    [kept, "kept"],
    [asked, "asked"],
  ] as const) {
    const { createHash } = await import("node:crypto");
    const nameSha256 = createHash("sha256").update(supporter.name).digest();
    const review = { signatureId: signature.id, campaignId: campaign.id, reasons: ["character"], nameSha256 };
    await db.insert(nameReviews).values({ ...review, state, decidedAt: at });
  }
  await aStoredSignature(db, await aCampaign(db), { name: "Other Campaign", consents: agreed });
  const delivered = await aLetter(db, campaign, { name: "Walter Writer", body: 'I ask you, "please".' });
  await aLetter(db, campaign, { holdReason: "threat" });
  await aLetter(db, campaign, { state: "email_pending" });
  await aLetter(db, campaign, { state: "withdrawn", withdrawnAt: at });
  await aLetter(db, campaign, { state: "refused", moderationReason: "threat", moderatedAt: at });

  const { bytes } = await aMadePack(db, campaign);
  const { findings, manifest } = await verifyPack(bytes);
  expect(findings).toEqual([]);
  const left = (of: "signatures" | "letters") =>
    Object.fromEntries(manifest?.[of].leftOut.map(({ reason, count }) => [reason, count]) ?? []);
  expect(left("signatures")).toEqual({
    unconfirmed: 1,
    withdrawn: 1,
    invalidated: 1,
    "in-review": 0,
    "no-consent": 1,
    unseen: 0,
    queued: 1,
    hidden: 1,
    asked: 1,
    erased: 0,
  });
  expect(left("letters")).toEqual({
    "for-another": 0,
    unconfirmed: 1,
    withdrawn: 1,
    refused: 1,
    "no-consent": 0,
    held: 1,
    erased: 0,
  });
  expect(manifest?.signatures).toMatchObject({ rows: 3, byCountry: { US: 2, PL: 1 }, byUsState: {} });
  expect(manifest?.weeding).toMatchObject({ kept: 1, queued: 1, hidden: 1, asked: 1 });

  const files = await unzipped(bytes);
  const csv = files["signatures.csv"] ?? "";
  expect(csv).toMatch(/^receipt_code,signed_on,name,country,comment\r\n/);
  expect(csv).toContain('Łucja Handed,PL,"\'=because, “it” matters"\r\n');
  expect(csv).toContain("James Bond");
  expect(files["letters.csv"]).toContain(delivered.publicId);
  expect(files["letters.csv"]?.split("\r\n")).toHaveLength(3);
  for (const [name, text] of Object.entries(files)) {
    expect(text, name).not.toMatch(/@example|Did Not Agree|Not Counted|Mickey|Donald|Potter|Other Campaign/);
  }
});

test("two packs do not tell the state of fewer than five who joined, left or moved", async () => {
  const campaign = await aCampaign(db);
  const unlike = (n: number) => [...String(n)].map((digit) => "bcdfghjklm"[Number(digit)]).join("o");
  let signers = 10;
  const sign = async (count: number, postalCode: string | null) => {
    const signed = [];
    for (let n = 0; n < count; n++) {
      const part = unlike(signers++);
      // Repeats would wait for a decision.
      const name = `Ana${part}a Li${part}i`;
      signed.push(await aStoredSignature(db, campaign, { consents: agreed, postalCode, name }));
    }
    return signed;
  };
  const states = async () => {
    const { bytes, on, team } = await aMadePack(db, campaign);
    const { manifest } = await verifyPack(bytes);
    await discardPack(db, { ...on, actor: team.asker });
    const { byUsState, usStates } = manifest?.signatures ?? {};
    return [byUsState, usStates?.ofPack, usStates?.words] as const;
  };
  const leave = (signed: Awaited<ReturnType<typeof sign>>) =>
    Promise.all(
      signed.map(({ signature }) =>
        changeRows(db, signatures, signature.id, { state: "withdrawn", withdrawnAt: new Date() }),
      ),
    );
  await sign(4, "02139");
  expect(await states()).toEqual([{}, null, expect.stringContaining("Not by state")]);
  const boston = await sign(6, "02139");
  expect(await states()).toEqual([{ MA: 10 }, null, expect.not.stringContaining("pack")]);
  // Ada joins; then four others, with whom she is one of five.
  await sign(1, "05401");
  expect(await states()).toEqual([{ MA: 10 }, 2, expect.stringContaining("As in pack 2")]);
  await sign(3, "05401");
  expect((await states())[0]).toEqual({ MA: 10 });
  await sign(1, null);
  expect((await states())[0]).toEqual({ MA: 10, others: 4, notGiven: 1 });
  // Five who leave do not hide one who joins, nor she them.
  await leave(boston.slice(0, 5));
  await sign(1, "05401");
  expect(await states()).toEqual([{ MA: 10, others: 4, notGiven: 1 }, 5, expect.anything()]);
  await sign(4, "02139");
  expect((await states())[0]).toEqual({ MA: 9, VT: 5, notGiven: 1 });
  // One person's new ZIP code moves nothing.
  await correctSupporter(db, {
    supporterId: boston[5]?.supporter.id ?? 0,
    name: "Ada Again",
    country: "US",
    postalCode: "05401",
  });
  await db.delete(namesAwaitingReview);
  expect(await states()).toEqual([{ MA: 9, VT: 5, notGiven: 1 }, 7, expect.anything()]);
});

test("packs need a second person, and the right in their campaign", async () => {
  const campaign = await aCampaign(db);
  const team = await aTeam(db, campaign);
  const stranger = `organizer:${(await anOrganizer(db, { campaign: await aCampaign(db) })).id}` as const;
  const reviewer = `organizer:${(await anOrganizer(db, { campaign, role: "reviewer" })).id}` as const;
  const exporter = `organizer:${(await anOrganizer(db, { campaign, role: "exporter" })).id}` as const;
  for (const actor of [stranger, reviewer]) {
    expect(await askForPack(db, { campaignId: campaign.id, actor })).toEqual({ outcome: "gone" });
  }
  const asked = await askForPack(db, { campaignId: campaign.id, actor: team.asker });
  if (asked.outcome !== "asked") throw new Error(asked.outcome);
  expect(await askForPack(db, { campaignId: campaign.id, actor: team.approver })).toMatchObject({
    outcome: "waits",
  });
  const on = { campaignId: campaign.id, publicId: asked.publicId };
  expect(await fetchPack(db, packPorts, { ...on, actor: team.asker })).toEqual({ outcome: "not-approved" });
  expect(await approvePack(db, { ...on, actor: team.asker })).toEqual({ outcome: "own" });
  for (const actor of [stranger, reviewer, exporter]) {
    expect(await approvePack(db, { ...on, actor })).toEqual({ outcome: "gone" });
  }
  expect(await approvePack(db, { ...on, actor: team.approver }, later(packLivesDays + 1))).toEnd("not-asked");
  expect(await approvePack(db, { ...on, actor: team.approver })).toEqual({ outcome: "approved" });
  for (const actor of [stranger, reviewer]) {
    expect(await fetchPack(db, packPorts, { ...on, actor })).toEqual({ outcome: "gone" });
  }
  expect(await fetchPack(db, packPorts, { ...on, actor: exporter }, later(packLivesDays + 1))).toEnd("over");
});

test("a failed transfer is logged and can restart, a made pack cannot be remade", async () => {
  const campaign = await aCampaign(db);
  await aStoredSignature(db, campaign, { consents: agreed });
  const team = await aTeam(db, campaign);
  const on = await anApprovedPack(db, campaign, team);
  const fetch = async (ports = packPorts) => {
    const fetched = await fetchPack(db, ports, { ...on, actor: team.approver });
    if (fetched.outcome !== "streaming") return fetched.outcome;
    return fetched.file;
  };
  // Otherwise all of it may be made before the transfer breaks off.
  const endless = { ...packPorts, papers: { packPdf: () => new Promise<never>(() => {}) } };
  const file = await fetch(endless);
  if (typeof file === "string") throw new Error(file);
  expect(await fetch()).toBe("busy");
  file.destroy();
  await expect
    .poll(async () => (await listPacks(db, { ...on, organizerId: null }))[0]?.state)
    .toBe("aborted");

  const again = await fetch();
  if (typeof again === "string") throw new Error(again);
  again.resume();
  await once(again, "end");
  expect(await fetch()).toBe("over");
  const actions = await rowsIn(db, auditEntries, { subject: on.publicId });
  expect(actions.map(({ action }) => action)).toEqual([
    "pack-asked",
    "pack-approved",
    "pack-started",
    "pack-aborted",
    "pack-started",
    "pack-made",
  ]);
});

test("a paper that cannot be made ends the pack, and nothing whole arrives", async () => {
  const campaign = await aCampaign(db);
  const failing = { ...packPorts, papers: { packPdf: () => Promise.reject(new Error("no typeface")) } };
  await expect(aMadePack(db, campaign, failing)).rejects.toThrow("no typeface");
  await expect
    .poll(async () => (await listPacks(db, { campaignId: campaign.id, organizerId: null }))[0]?.state)
    .toBe("aborted");
});

type Made = Awaited<ReturnType<typeof aMadePack>>;

/** What an approver sees of the waiting handover. */
const seenOf = async ({ campaignId }: Made["on"]) =>
  (await listPacks(db, { campaignId, organizerId: null }))[0]?.told?.seen ?? "";

/** Records a handover by one organizer and approves it by another. */
async function handOver(on: Made["on"], team: Made["team"], handedOverAt = new Date()) {
  const handOverInput = { ...on, actor: team.asker, handedOverAt, to: "The front desk" };
  expect(await recordHandOver(db, handOverInput, new Date())).toEqual({ outcome: "waits" });
  return approveHandOver(db, { ...on, actor: team.approver, seen: await seenOf(on) });
}

test("a handover marks waiting letters as sent, by their hash in the pack", async () => {
  const campaign = await aCampaign(db);
  const waiting = await aLetter(db, campaign, { name: "Before Correction" });
  const accepted = await aLetter(db, campaign, {
    state: "accepted",
    sentSha256: Buffer.alloc(32),
    handedOverAt: new Date(),
  });
  const { bytes, on, team } = await aMadePack(db, campaign);
  const files = await unzipped(bytes);
  const late = await aLetter(db, campaign, {});
  await db.update(supporters).set({ name: "After Correction" }).where(eq(supporters.id, waiting.supporterId));
  const record = (handedOverAt: Date, actor: typeof team.asker = team.asker) =>
    recordHandOver(db, { ...on, actor, handedOverAt, to: "The front desk" }, new Date());
  const viewer = `organizer:${(await anOrganizer(db, { campaign, role: "viewer" })).id}` as const;
  expect(await record(new Date(), viewer)).toEqual({ outcome: "gone" });
  expect(await record(later(-1))).toEqual({ outcome: "wrong-time" });
  expect(await record(later(1))).toEqual({ outcome: "wrong-time" });
  const handed = new Date();
  expect(await record(handed)).toEqual({ outcome: "waits" });
  const recordedMark = await seenOf(on);
  const approve = (actor: typeof team.asker, seen = recordedMark) =>
    approveHandOver(db, { ...on, actor, seen });
  expect(await approve(team.asker)).toEqual({ outcome: "own" });
  expect(await approve(team.approver, "else")).toEqual({ outcome: "not-told" });
  const [untold] = await db.select().from(letters).where(eq(letters.id, waiting.id));
  expect(untold).toMatchObject({ state: "confirmed", handedOverAt: null });
  expect(await db.$count(outbox, eq(outbox.letterId, waiting.id))).toBe(0);
  expect(await approve(team.approver)).toEqual({ outcome: "recorded", letters: 1, withdrawn: 0 });
  expect(await approve(team.approver)).toEqual({ outcome: "not-told" });
  expect(await record(new Date())).toEqual({ outcome: "not-made" });

  const read = async ({ id }: { id: number }) => {
    const [letter] = await db.select().from(letters).where(eq(letters.id, id));
    return letter;
  };
  const sent = await read(waiting);
  expect(sent?.state).toBe("sent");
  expect(files["letters.csv"]).toContain(sent?.sentSha256?.toString("hex"));
  expect((await read(accepted))?.state).toBe("accepted");
  expect((await read(late))?.state).toBe("confirmed");
  const [event] = await rowsIn(db, letterEvents, { letterId: waiting.id, event: "sent" });
  expect(event).toMatchObject({ problem: "in-person", emailId: null });
  expect(await db.$count(outbox, eq(outbox.letterId, waiting.id))).toBe(1);
});

test("who changed their mind since a pack was made is told before it is handed over", async () => {
  const campaign = await aCampaign(db);
  const mine = [];
  for (let n = 0; n < 4; n++) mine.push(await aLetter(db, campaign, {}));
  const [withdrawn, refused, revoked, renamed] = mine.map(({ id, supporterId }) => ({
    id,
    supporterId,
  })) as Four;
  const signed = [];
  for (let n = 0; n < 6; n++) signed.push(await aStoredSignature(db, campaign, { consents: agreed }));
  const [one, two, three, four, five] = signed as typeof signed &
    Record<0 | 1 | 2 | 3 | 4, (typeof signed)[0]>;
  const { on, team } = await aMadePack(db, campaign);
  const [pack] = await db.select().from(packs).where(eq(packs.publicId, on.publicId));
  const gone = () => countGoneSince(db, { campaignId: campaign.id, id: pack?.id ?? 0 });
  expect(await gone()).toEqual({ letters: 0, signatures: 0 });
  // People not in it do not count.
  const late = await aStoredSignature(db, campaign, { consents: ["sign"], state: "withdrawn" });
  expect(late.signature.state).toBe("withdrawn");

  const at = later(0.01);
  const take = (supporterId: number, purpose: "deliver_letter" | "deliver_to_company") =>
    changeRows(db, consents, { supporterId, purpose }, { revokedAt: at });
  await db.update(letters).set({ state: "withdrawn", withdrawnAt: at }).where(eq(letters.id, withdrawn.id));
  await db
    .update(letters)
    .set({ state: "refused", moderationReason: "threat", moderatedAt: at })
    .where(eq(letters.id, refused.id));
  await take(revoked.supporterId, "deliver_letter");
  const another = { name: "Another Name", country: "US", postalCode: null };
  await correctSupporter(db, { supporterId: renamed.supporterId, ...another }, at);
  await changeRows(db, signatures, one.signature.id, { state: "withdrawn", withdrawnAt: at });
  await take(two.supporter.id, "deliver_to_company");
  await changeRows(db, signatures, three.signature.id, { state: "invalidated", invalidatedAt: at });
  await correctSupporter(db, { supporterId: four.supporter.id, ...another }, at);
  const ports = { keys: testKeys, record: async () => {}, removeMails: async () => {} };
  await eraseSupporter(db, ports, { publicId: five.supporter.publicId, actor: "supporter" }, at);
  expect(await gone()).toEqual({ letters: 4, signatures: 5 });

  await handOver(on, team);
  const [entry] = await db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.action, "pack-handed-over"))
    .orderBy(desc(auditEntries.id))
    .limit(1);
  expect(entry?.detail).toMatchObject({ gone: { letters: 4, signatures: 5 } });
});

test("a pack that is stale is discarded, by who may, and then never handed over", async () => {
  const campaign = await aCampaign(db);
  const letter = await aLetter(db, campaign, {});
  const { on, team } = await aMadePack(db, campaign);
  const viewer = `organizer:${(await anOrganizer(db, { campaign, role: "reviewer" })).id}` as const;
  const stranger = `organizer:${(await anOrganizer(db, { campaign: await aCampaign(db) })).id}` as const;
  for (const actor of [viewer, stranger])
    expect(await discardPack(db, { ...on, actor })).toEqual({ outcome: "gone" });
  const mine = { ...on, actor: team.asker };
  expect(await discardPack(db, mine)).toEqual({ outcome: "discarded" });
  expect(await discardPack(db, mine)).toEqual({ outcome: "not-made" });
  const handOver = { ...mine, handedOverAt: new Date(), to: "The front desk" };
  expect(await recordHandOver(db, handOver)).toEqual({ outcome: "not-made" });
  expect((await db.select().from(letters).where(eq(letters.id, letter.id)))[0]?.state).toBe("confirmed");
  expect(await listPacks(db, { ...on, organizerId: null })).toMatchObject([{ state: "discarded" }]);
  expect(await askForPack(db, mine)).toMatchObject({ outcome: "asked", number: 2 });
  const fetches = await db.$count(
    auditEntries,
    and(eq(auditEntries.subject, on.publicId), eq(auditEntries.action, "pack-discarded")),
  );
  expect(fetches).toBe(1);
});

test("a letter handed over in person leaves its dispatch", async () => {
  const scene = await aLetterCampaign(db);
  const { campaign } = scene;
  const letter = await aLetter(db, campaign, {});
  const draft = await aDispatch(db, scene, scene.team[0]?.actor ?? "operator", { letters: [letter] });
  const { on, team } = await aMadePack(db, campaign);
  await handOver(on, team);
  const [sent] = await db.select().from(letters).where(eq(letters.id, letter.id));
  expect(sent).toMatchObject({ state: "sent", dispatchId: null });
  expect(await submitDispatch(db, draft)).toEqual({ outcome: "nothing-waits" });
});

test("a letter withdrawn after its pack was made or handed over shows as both", async () => {
  const campaign = await aCampaign(db);
  const [before, after] = [await aLetter(db, campaign), await aLetter(db, campaign)];
  const { on, team } = await aMadePack(db, campaign);
  const withdraw = ({ supporterId, publicId }: typeof before) =>
    withdrawLetter(db, { supporterId, publicId });
  expect(await withdraw(before)).toEqual({ outcome: "in-pack" });
  const handedOverAt = new Date();
  expect(await withdraw(after)).toEqual({ outcome: "in-pack" });
  expect(await countLetters(db, campaign.id)).toMatchObject({ withdrawn: 2, withdrawnAfter: 0 });

  expect(await handOver(on, team, handedOverAt)).toEqual({ outcome: "recorded", letters: 0, withdrawn: 2 });
  expect(await countLetters(db, campaign.id)).toMatchObject({ withdrawn: 2, withdrawnAfter: 2, sent: 0 });
  for (const { supporterId } of [before, after]) {
    const [listed] = await listOwnLetters(db, testKeys, supporterId);
    expect(listed).toMatchObject({ state: "withdrawn", correctedSince: false });
    expect(listed?.handedOverAt?.getTime()).toBeGreaterThan(0);
    expect(listed?.sentSha256).toHaveLength(64);
    expect(listed?.events.map(({ event, problem }) => [event, problem])).toEqual([
      ["confirmed", null],
      ["withdrawn", null],
      ["sent", "in-person"],
    ]);
    const queuedEmails = await db.select().from(outbox).where(eq(outbox.supporterId, supporterId));
    expect(queuedEmails.map(({ template }) => template)).toEqual(["letter-sent"]);
  }
  expect(await withdraw(before)).toEqual({ outcome: "handed-over" });
});

test("a handover counts as its approver saw it, and cannot be recorded over", async () => {
  const campaign = await aCampaign(db);
  await aLetter(db, campaign, {});
  const { on, team } = await aMadePack(db, campaign);
  const handedOverAt = new Date();
  const record = (to: string) => recordHandOver(db, { ...on, actor: team.asker, handedOverAt, to });
  expect(await record("The front desk")).toEqual({ outcome: "waits" });
  const seen = await seenOf(on);
  expect(await record("Somebody in the car park")).toEqual({ outcome: "waits-already" });
  const viewer = `organizer:${(await anOrganizer(db, { campaign, role: "viewer" })).id}` as const;
  expect(await withdrawHandOver(db, { ...on, actor: viewer, seen })).toEqual({ outcome: "gone" });
  expect(await withdrawHandOver(db, { ...on, actor: team.asker, seen: "else" })).toEnd("not-told");
  // One person cannot bypass a handover that waits for another.
  expect(await discardPack(db, { ...on, actor: team.asker })).toEqual({ outcome: "hand-over-waits" });
  expect(await withdrawHandOver(db, { ...on, actor: team.asker, seen })).toEqual({ outcome: "taken-back" });
  expect(await withdrawHandOver(db, { ...on, actor: team.asker, seen })).toEqual({ outcome: "not-told" });
  expect(await record("Somebody in the car park")).toEqual({ outcome: "waits" });
  const approve = { ...on, actor: team.approver, seen };
  expect(await approveHandOver(db, approve)).toEqual({ outcome: "not-told" });
  const now = { ...approve, seen: await seenOf(on) };
  expect(await approveHandOver(db, now)).toMatchObject({ outcome: "recorded", letters: 1 });
  const kept = await rowsIn(db, auditEntries, { subject: on.publicId });
  expect(kept.map(({ action }) => action).slice(-4)).toEqual([
    "pack-hand-over-recorded",
    "pack-hand-over-taken-back",
    "pack-hand-over-recorded",
    "pack-handed-over",
  ]);
});

test("the only one who can approve lets a handing-over count alone, and that is recorded", async () => {
  const campaign = await aCampaign(db);
  await aLetter(db, campaign, {});
  const { on, team } = await aMadePack(db, campaign);
  const approver = team.approver.slice("organizer:".length);
  await db.delete(rightPeriods).where(eq(rightPeriods.organizerId, approver));
  await db.delete(campaignOrganizers).where(eq(campaignOrganizers.organizerId, approver));
  const handOverInput = { ...on, actor: team.asker, handedOverAt: new Date(), to: "The front desk" };
  expect(await recordHandOver(db, handOverInput)).toMatchObject({ outcome: "recorded", letters: 1 });
  const [pack] = await db.select().from(packs).where(eq(packs.publicId, on.publicId));
  expect(pack).toMatchObject({ handOverAlone: true, handOverApprovedById: pack?.handedOverById });
});

test("a failed pack needs an approval of somebody who may still approve", async () => {
  const now = new Date();
  const broken = { startedAt: now, abortedAt: now };
  const takers = {
    before: async (id: number) => db.update(packs).set(broken).where(eq(packs.id, id)),
    during: async (id: number) => db.update(packs).set({ startedAt: now }).where(eq(packs.id, id)),
  };
  for (const begin of Object.values(takers)) {
    const campaign = await aCampaign(db);
    const team = await aTeam(db, campaign);
    const on = await anApprovedPack(db, campaign, team);
    const [pack] = await db.select().from(packs).where(eq(packs.publicId, on.publicId));
    await begin(pack?.id ?? 0);
    const memberId = team.approver.slice("organizer:".length);
    await removeMember(db, { campaignId: campaign.id, actor: "operator", memberId });
    await db.update(packs).set({ abortedAt: now }).where(eq(packs.publicId, on.publicId));
    expect(await fetchPack(db, packPorts, { ...on, actor: team.asker })).toEqual({ outcome: "not-approved" });
    const [after] = await db.select().from(packs).where(eq(packs.publicId, on.publicId));
    expect(after).toMatchObject({ approvedAt: null, approvedById: null });
    expect((await approvePack(db, { ...on, actor: team.asker })).outcome).toBe("approved");
  }
});
