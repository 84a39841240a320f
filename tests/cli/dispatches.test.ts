import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freezeCampaign } from "#app/domain/campaign/freeze-campaign.server.ts";
import { sealHolding } from "#app/domain/entries/pledges/holding.server.ts";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";
import { campaigns, letterRecipients, letters } from "#db/schema/index.ts";
import { firstOf, organization, testKeys } from "#tests/support/builders.ts";
import { aBegunDispatch, actionsOn, aDispatch, dispatchRow } from "#tests/support/dispatches.ts";
import { aHandedOver } from "#tests/support/handed-over.ts";
import { aLetter, aRecipient } from "#tests/support/letters.ts";
import { aFolder, anOperator } from "#tests/support/operator.ts";
import { anOrganizer } from "#tests/support/organizers.ts";

const folder = aFolder();

/** An operator of a campaign with a verified recipient, two owners, and waiting letters. */
async function aScene(waiting = 2) {
  const { db, campaign, cli } = await anOperator(folder);
  await db.update(campaigns).set(organization).where(eq(campaigns.id, campaign.id));
  const recipient = await aRecipient(db, campaign);
  const people = await Promise.all([1, 2].map(() => anOrganizer(db, { campaign, role: "owner" })));
  const team = people.map((person) => ({ ...person, actor: `organizer:${person.id}` as const }));
  const written = [];
  for (let n = 1; n <= waiting; n++) written.push(await aLetter(db, campaign, { name: `Writer ${n}` }));
  const dispatch = (verb: string, ...args: string[]) => cli("dispatch", verb, ...args);
  return { db, campaign, recipient, team, written, dispatch };
}

type Scene = Awaited<ReturnType<typeof aScene>>;

async function aDraft(scene: Scene, chosen?: { publicId: string }[]) {
  const writer = firstOf(scene.team);
  return aDispatch(scene.db, scene, writer.actor, chosen && { letters: chosen });
}

async function aSubmitted(scene: Scene, chosen?: { publicId: string }[]) {
  const draft = await aDraft(scene, chosen);
  expect(await submitDispatch(scene.db, draft)).toMatchObject({ outcome: "submitted" });
  return draft;
}

const one = ["--dispatch", "1"] as const;

test("a dispatch is listed, told and previewed with its files before anybody approves it", async () => {
  const scene = await aScene();
  expect(await scene.dispatch("list")).toEqual({ code: 0, out: "No dispatches yet.\n", err: "" });
  const draft = await aSubmitted(scene, scene.written);

  const listed = await scene.dispatch("list");
  expect([listed.code, listed.err]).toEqual([0, ""]);
  expect(listed.out).toMatch(new RegExp(`^number +state .*\n +1 +submitted +2 +0 .*${draft.publicId}`));
  expect(JSON.parse((await scene.dispatch("list", "--json")).out)).toMatchObject({
    outcome: "listed",
    dispatches: [{ publicId: draft.publicId, number: 1, stage: "submitted", letters: 2 }],
  });

  const status = await scene.dispatch("status", ...one);
  expect(status.out).toMatch(/^Dispatch 1, individual, to .*: submitted\n\nemail +letters +names +state/);
  expect(status.out).toMatch(/\nsubmitted +2\n$/);

  const files = join(folder, "annexes");
  const second = await scene.dispatch("preview", ...one, "--part", "2", "--files", files);
  expect([second.code, second.err]).toEqual([0, ""]);
  expect(second.out).toMatch(/^To: .*@.*\nSubject: .*\n\n[\s\S]*Writer 2/);
  expect(second.out).not.toContain("Writer 1");
  const seen = JSON.parse((await scene.dispatch("preview", ...one, "--json")).out);
  expect(seen).toMatchObject({ outcome: "written", part: 1, parts: 2, letters: 1 });
  expect(seen.text).toContain("Writer 1");
  expect(seen.files).toHaveLength(readdirSync(files).length);
});

test("a preview writes the annexes of a consolidated letter into a private folder", async () => {
  const scene = await aScene();
  await aDraft(scene);
  const files = join(folder, "consolidated");
  const { code, out } = await scene.dispatch("preview", ...one, "--files", files, "--json");
  expect([code, statSync(files).mode & 0o777]).toEqual([0, 0o700]);
  const named: string[] = JSON.parse(out).files.map(({ filename }: { filename: string }) => filename);
  expect(readdirSync(files).sort()).toEqual([...named].sort());
  const csv = named.find((name) => name.endsWith(".csv")) ?? "";
  expect(readFileSync(join(files, csv), "utf8")).toContain("Writer 2");
  const pdf = named.find((name) => name.endsWith(".pdf")) ?? "";
  expect(readFileSync(join(files, pdf)).subarray(0, 5).toString()).toBe("%PDF-");
});

test("taking files with people is logged, refused in a freeze, and covers shares", async () => {
  const scene = await aScene(0);
  const publicId = randomUUID();
  const sealed = sealHolding(testKeys, publicId, { shares: "7654321", bucket: null });
  const letter = await aLetter(scene.db, scene.campaign, {
    publicId,
    sharesEnc: sealed.sharesEnc,
    keyId: sealed.keyId,
  });
  const draft = await aDraft(scene, [letter]);
  expect((await scene.dispatch("preview", ...one)).out).not.toContain("7654321");
  expect(await actionsOn(scene.db, draft)).not.toContain("dispatch-file-taken");
  const files = join(folder, "taken");
  expect(await scene.dispatch("preview", ...one, "--files", files)).toMatchObject({ code: 0, err: "" });
  expect(readFileSync(join(files, readdirSync(files)[0] ?? ""), "utf8")).toContain("7654321");
  expect(await actionsOn(scene.db, draft)).toContain("dispatch-file-taken");
  await freezeCampaign(scene.db, { campaignId: scene.campaign.id, actor: "operator" });
  const frozen = join(folder, "frozen");
  expect(await scene.dispatch("preview", ...one, "--files", frozen)).toMatchObject({ code: 1, out: "" });
  expect(existsSync(frozen)).toBe(false);
}, 120_000);

test("for what an organizer submitted the operator is the second person", async () => {
  const scene = await aScene();
  const draft = await aDraft(scene);
  expect(await scene.dispatch("approve", ...one)).toEqual({
    code: 1,
    out: "",
    err: "It is not waiting for approval.\n",
  });
  await submitDispatch(scene.db, draft);
  const approved = await scene.dispatch("approve", "--dispatch", draft.publicId, "--json");
  expect([approved.code, JSON.parse(approved.out)]).toEqual([
    0,
    { outcome: "approved", publicId: draft.publicId, number: 1 },
  ]);
  expect(await scene.dispatch("approve", ...one)).toMatchObject({ code: 1 });
  expect(await dispatchRow(scene.db, draft)).toMatchObject({ approvedAlone: false, approvedById: null });
  expect(await actionsOn(scene.db, draft)).toContain("dispatch-approved");
});

test("a dispatch that was only saved to files is listed as not sent", async () => {
  const scene = await aScene(1);
  const mail = { state: "accepted", transport: "file" } as const;
  await aHandedOver(scene.db, scene.campaign, { letterIds: scene.written.map(({ id }) => id), mail });
  const figures = { mails: 1, letters: 1, names: 2 };
  for (const [verb, ...args] of [["list"], ["status", ...one]] as const) {
    const { out } = await scene.dispatch(verb, ...args);
    expect(out).toContain("not sent; saved to files: 1 email, 1 letter, 2 names");
    expect(out).not.toMatch(/\bsent +1|: sent\b|accepted/);
    const json = (await scene.dispatch(verb, ...args, "--json")).out;
    expect(JSON.parse(json)).toMatchObject(
      verb === "list"
        ? { dispatches: [{ stage: "filed", filed: figures }] }
        : { stage: "filed", filed: figures },
    );
  }
});

test("a dispatch that everything was withdrawn from is not approved", async () => {
  const scene = await aScene(1);
  await aSubmitted(scene);
  await scene.db.update(letters).set({ state: "withdrawn", withdrawnAt: new Date(), dispatchId: null });
  const { code, err } = await scene.dispatch("approve", ...one);
  expect([code, err]).toEqual([1, "Everything in it was withdrawn. Run `dispatch cancel`.\n"]);
});

test("a dispatch under way is paused, resumed and cancelled, with errors elsewhere", async () => {
  const scene = await aScene();
  const begun = await aBegunDispatch(scene.db, scene);
  const ended = async (verb: string) => {
    const { code, out, err } = await scene.dispatch(verb, ...one);
    return [code, out + err];
  };
  expect(await ended("resume")).toEqual([1, "It is not paused.\n"]);
  expect(await ended("pause")).toEqual([0, "Dispatch 1 is paused.\n"]);
  expect(await ended("pause")).toEqual([1, "It is not being sent.\n"]);
  expect((await scene.dispatch("status", ...one)).out).toMatch(/: paused\nPaused: organizer\./);
  expect(JSON.parse((await scene.dispatch("resume", ...one, "--json")).out)).toEqual({
    outcome: "resumed",
    publicId: begun.publicId,
    number: 1,
  });
  await ended("pause");
  await scene.db.update(letterRecipients).set({ retiredAt: new Date() });
  expect(await ended("resume")).toEqual([1, expect.stringContaining("`recipient verify`")]);
  expect(await ended("cancel")).toEqual([0, "Dispatch 1 is canceled.\n"]);
  expect(await ended("cancel")).toEqual([1, "It has already been sent or canceled.\n"]);
  expect(await ended("preview")).toEqual([
    1,
    "There is no such email: nothing is waiting, or sending has begun.\n",
  ]);
  const { letters: fates, left, stage } = JSON.parse((await scene.dispatch("status", ...one, "--json")).out);
  expect([stage, fates, left.waiting]).toEqual(["cancelled", {}, 2]);
  expect((await actionsOn(scene.db, begun)).slice(-4)).toEqual([
    "dispatch-paused",
    "dispatch-resumed",
    "dispatch-paused",
    "dispatch-cancelled",
  ]);
});

test("a missing thing exits 1, and wrong usage 2 with the command's usage", async () => {
  const scene = await aScene(1);
  const { dispatch } = scene;
  await aDraft(scene);
  const unknown = (reference: string) => ({
    code: 1,
    out: "",
    err: `There is no dispatch "${reference}". Run \`dispatch list\`.\n`,
  });
  for (const verb of ["status", "preview", "approve", "pause", "resume", "cancel"])
    expect([verb, await dispatch(verb, "--dispatch", "2", "--json")]).toEqual([verb, unknown("2")]);
  for (const reference of ["0", "6f1c2a4e-3a50-4a52-9a3e-1b9a2f6a3f10", "x'--"])
    expect(await dispatch("status", "--dispatch", reference)).toEqual(unknown(reference));

  const bare = await dispatch("cancel");
  expect([bare.code, bare.out]).toEqual([2, ""]);
  expect(bare.err).toMatch(
    /^--dispatch is required\.\n\nUsage: [^\n]* dispatch cancel --campaign S --dispatch ID\n/,
  );
  expect(bare.err).not.toMatch(/update send|dispatch list/);
  expect(await dispatch("preview", ...one, "--part", "two")).toMatchObject({
    code: 2,
    err: expect.stringContaining("--part must be a whole number from 1"),
  });
  expect(await dispatch("preview", ...one, "--part", "2")).toMatchObject({ code: 1, out: "" });
});
