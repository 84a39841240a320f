import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { auditEntries, letters, outbox } from "#db/schema/index.ts";
import { changeRows, rowsIn } from "#tests/support/builders.ts";
import { aBegunDispatch, aLetterCampaign, dispatchRow, mailsOf } from "#tests/support/dispatches.ts";
import { aLetter } from "#tests/support/letters.ts";
import { aFolder, anOperator, jsonOf } from "#tests/support/operator.ts";

const folder = aFolder();

async function aScene() {
  const { db, run } = await anOperator(folder);
  const scene = await aLetterCampaign(db);
  const cli = (...args: string[]) => run(...args, "--campaign", scene.campaign.slug);
  return { db, cli, ...scene };
}

test("a dispatch is drafted, edited, submitted and withdrawn by command", async () => {
  const { db, cli, campaign, recipient } = await aScene();
  await aLetter(db, campaign);
  const to = ["--recipient", recipient.publicId];
  expect(await cli("dispatch", "draft", "--recipient", "1")).toMatchObject({ code: 2, out: "" });
  const { publicId } = jsonOf(await cli("dispatch", "draft", ...to, "--json"));
  const on = ["--dispatch", "1"];
  const body = join(folder, "body.txt");
  writeFileSync(body, "Dear board,\n\nplease read {letters} letters.\n");
  const options = ["--subject", "Letters of your customers", "--body-file", body, "--names", "no"];
  expect(jsonOf(await cli("dispatch", "edit", ...on, ...options, "--json"))).toMatchObject({
    outcome: "saved",
    version: 2,
    tookBack: false,
  });
  expect(await dispatchRow(db, { publicId })).toMatchObject({
    subject: "Letters of your customers",
    body: "Dear board,\n\nplease read {letters} letters.",
    withNames: false,
  });
  for (const wrong of [[], ["--subject", ""], ["--names", "maybe"]])
    expect(await cli("dispatch", "edit", ...on, ...wrong)).toMatchObject({ code: 2, out: "" });
  expect(jsonOf(await cli("dispatch", "submit", ...on, "--json"))).toMatchObject({ letters: 1, names: 0 });
  expect(await cli("dispatch", "submit", ...on)).toMatchObject({ code: 1, out: "" });
  expect(jsonOf(await cli("dispatch", "take-back", ...on, "--json"))).toMatchObject({ outcome: "withdrawn" });
  expect(await cli("dispatch", "take-back", ...on)).toMatchObject({ code: 1, out: "" });
  jsonOf(await cli("dispatch", "submit", ...on, "--json"));
  expect(await cli("dispatch", "approve", ...on)).toMatchObject({ code: 1, out: "" });
  const entries = await rowsIn(db, auditEntries, { subject: publicId });
  expect(entries.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
    "operator dispatch-drafted",
    "operator dispatch-edited",
    "operator dispatch-submitted",
    "operator dispatch-approval-withdrawn",
    "operator dispatch-submitted",
  ]);
}, 300_000);

test("letters are listed, read (which is logged) and chosen to go individually", async () => {
  const { db, cli, campaign, recipient } = await aScene();
  const letter = await aLetter(db, campaign, { name: "Wanda Writer" });
  const list = await cli("letter", "list");
  expect(list.out).toMatch(new RegExp(`\n${letter.publicId} +\\S+ +confirmed +US +– +Wanda Writer\n$`));
  expect(jsonOf(await cli("letter", "list", "--state", "sent", "--json")).letters).toEqual([]);
  expect(await cli("letter", "list", "--state", "moon")).toMatchObject({ code: 2, out: "" });
  const on = ["--letter", letter.publicId];
  expect((await cli("letter", "show", ...on)).out).toContain("I ask you to end these agreements.");
  expect(await cli("letter", "show", ...on, "--shares")).toMatchObject({ code: 1, out: "" });
  const to = ["--recipient", recipient.publicId];
  expect(jsonOf(await cli("dispatch", "draft", ...to, ...on, "--json"))).toMatchObject({
    kind: "individual",
    left: 0,
  });
  expect(await cli("dispatch", "draft", ...to, ...on)).toMatchObject({ code: 1, out: "" });
  const views = await rowsIn(db, auditEntries, { action: "people-listed" });
  expect(views.map(({ actor, detail }) => [actor, detail])).toEqual([
    ["operator", { list: "letters", rows: 1 }],
    ["operator", { list: "letters", rows: 0, state: "sent" }],
  ]);
}, 300_000);

test("what became of a mail is found out and said by command", async () => {
  const { db, cli, ...scene } = await aScene();
  const begun = await aBegunDispatch(db, scene, { letters: [await aLetter(db, scene.campaign)] });
  const { parts } = jsonOf(await cli("dispatch", "status", "--dispatch", "1", "--json"));
  const mail = ["--dispatch", "1", "--mail", parts[0].publicId];
  expect(await cli("dispatch", "settle", ...mail, "--arrived", "no")).toMatchObject({ code: 1, out: "" });
  expect(await cli("dispatch", "put-back", ...mail)).toMatchObject({ code: 1, out: "" });
  expect(await cli("dispatch", "settle", ...mail, "--arrived", "perhaps")).toMatchObject({
    code: 2,
    out: "",
  });
  const [sent] = await mailsOf(db, await dispatchRow(db, begun));
  const unknown = { state: "unknown", settledAt: new Date(), problem: "interrupted" } as const;
  await changeRows(db, outbox, sent?.mail.id ?? 0, unknown);
  expect(jsonOf(await cli("dispatch", "settle", ...mail, "--arrived", "no", "--json"))).toEqual({
    outcome: "settled",
    waiting: 1,
  });
  expect((await db.select().from(letters))[0]?.state).toBe("confirmed");
}, 300_000);
