import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { askClosing } from "#app/domain/campaign/closing/ask-closing.server.ts";
import { campaigns, claims, petitionNotices } from "#db/schema/index.ts";
import { aFolder, anOperator, jsonOf } from "#tests/support/operator.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aPhonePicture, aPicture } from "#tests/support/pictures.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const folder = aFolder();
const set = (...fields: string[]) => fields.flatMap((field) => ["--set", field]);

test("a claim is written, moved, withdrawn and removed; its source checked each time", async () => {
  const { db, campaign, cli } = await anOperator(folder);
  const words = set("section=reported", "kind=reported", "text=It sold it.", "attribution=The company");
  const { claim } = jsonOf(await cli("claim", "set", ...words, "--json"));
  const on = ["--claim", String(claim)];
  const source = set("publisher=A paper", "published_on=2026-01-05", "published_precision=day");
  const page = set("source_url=https://example.org/one");
  expect(await cli("claim", "set", ...on, ...source, ...page)).toMatchObject({ code: 2, out: "" });
  jsonOf(await cli("claim", "set", ...on, ...source, ...page, "--opened", "--json"));
  const saved = await cli("claim", "set", ...on, ...set("text=It sold it twice."));
  expect(saved.out).toBe(
    `Saved as a draft. The public page has not changed.\nClaim ${claim}. To publish: claim publish --claim ${claim}\n`,
  );
  const other = set("source_url=https://example.org/two");
  expect(await cli("claim", "set", ...on, ...other)).toMatchObject({ code: 2, out: "" });
  const [row] = await db.select().from(claims).where(eq(claims.id, claim));
  expect(row).toMatchObject({
    text: "It sold it twice.",
    sourceUrl: "https://example.org/one",
    published: false,
  });
  expect(await cli("claim", "set", ...on, ...set("moon=full"))).toMatchObject({ code: 2, out: "" });
  expect(await cli("claim", "set", ...on)).toMatchObject({ code: 2, out: "" });
  expect(await cli("claim", "withdraw", ...on)).toMatchObject({ code: 1, out: "" });
  jsonOf(await cli("claim", "publish", ...on, "--json"));
  expect(await cli("claim", "remove", ...on)).toMatchObject({ code: 1, out: "" });
  expect(jsonOf(await cli("claim", "withdraw", ...on, "--json"))).toMatchObject({ outcome: "withdrawn" });

  const second = jsonOf(await cli("claim", "set", ...words, "--json")).claim;
  const two = ["--claim", String(second)];
  expect(jsonOf(await cli("claim", "move", ...two, "--to", "up", "--json"))).toMatchObject({
    outcome: "moved",
  });
  expect(await cli("claim", "move", ...two, "--to", "up")).toMatchObject({ code: 1, out: "" });
  expect(await cli("claim", "move", ...two, "--to", "left")).toMatchObject({ code: 2, out: "" });
  expect(await cli("claim", "remove", ...two, ...on)).toMatchObject({ code: 1, out: "" });
  jsonOf(await cli("claim", "publish", ...on, "--json"));
  const both = jsonOf(await cli("claim", "remove", ...two, ...on, "--withdraw", "--json"));
  expect(both).toMatchObject({ outcome: "removed", deleted: 1, withdrawn: 1 });
  const unread = await cli("claim", "undo", "--at", "yesterday");
  expect(unread).toMatchObject({ code: 2, err: expect.stringContaining("a time that a command printed") });
  const at = both.at.replace("Z", "+00:00");
  expect(jsonOf(await cli("claim", "undo", "--at", at, "--json"))).toMatchObject({ restored: 2 });
  expect(await cli("claim", "undo", "--at", both.at)).toMatchObject({ code: 1, out: "" });
  jsonOf(await cli("claim", "withdraw", ...on, "--json"));
  expect(jsonOf(await cli("claim", "remove", ...two, "--json"))).toMatchObject({ outcome: "removed" });
  expect(await cli("claim", "remove", ...two)).toMatchObject({ code: 1, out: "" });
  expect(await db.$count(claims, eq(claims.campaignId, campaign.id))).toBe(1);
}, 400_000);

test("a petition is drafted, dropped and restored, and earlier signers notified", async () => {
  const { db, campaign, cli } = await anOperator(folder);
  await aStoredSignature(db, campaign);
  const file = join(folder, "petition.txt");
  writeFileSync(file, "We, the undersigned, ask for something else.\n");
  expect(await cli("petition", "draft")).toMatchObject({ code: 2, out: "" });
  expect(await cli("petition", "drop")).toMatchObject({ code: 1, out: "" });
  jsonOf(await cli("petition", "draft", "--body-file", file, "--json"));
  jsonOf(await cli("petition", "drop", "--json"));
  const { changes } = jsonOf(await cli("campaign", "history", "--thing", "petition", "--json"));
  const dropped = String(changes[0].fields[0].id);
  expect(jsonOf(await cli("campaign", "restore", "--change", dropped, "--json"))).toEqual({
    outcome: "restored",
    thing: "petition",
  });
  expect(await cli("campaign", "restore", "--change", "999999")).toMatchObject({ code: 1, out: "" });
  expect(await cli("campaign", "restore", "--change", "x")).toMatchObject({ code: 2, out: "" });
  expect(await cli("petition", "tell", "--change", "It asks for more.")).toMatchObject({ code: 1, out: "" });
  const publishing = ["petition", "publish", "--meaning", "changed", "--earlier", "apart"];
  expect(jsonOf(await cli(...publishing, "--json"))).toMatchObject({
    outcome: "asked",
    forecast: { before: 1, after: 0, apart: 1 },
  });
  expect(await cli(...publishing)).toMatchObject({
    code: 1,
    err: expect.stringContaining("petition withdraw"),
  });
  expect(jsonOf(await cli("petition", "withdraw", "--json"))).toEqual({ outcome: "withdrawn" });
  expect(await cli("petition", "approve", "--approve-alone")).toMatchObject({ code: 1, out: "" });
  expect((await cli(...publishing)).out).toContain(
    "Counted now: 1. With this text: 0, and 1 counted separately",
  );
  expect(await cli("petition", "approve")).toMatchObject({ code: 1, err: expect.stringContaining("alone") });
  expect(jsonOf(await cli("campaign", "show", "--json")).petition).toMatchObject({
    inForce: 1,
    versions: [{ version: 1, signatures: 1 }],
    waiting: { askedBy: null },
  });
  jsonOf(await cli("petition", "approve", "--approve-alone", "--json"));
  for (const wrong of ["x", "2", "9"])
    expect(await cli("petition", "return", "--version", wrong)).toMatchObject({ out: "" });
  expect(jsonOf(await cli("petition", "return", "--version", "1", "--json"))).toMatchObject({
    outcome: "asked",
    forecast: { before: 0, after: 1, apart: 0 },
  });
  jsonOf(await cli("petition", "withdraw", "--json"));
  jsonOf(await cli("petition", "tell", "--change", "It asks for more.", "--json"));
  const [notice] = await db.select().from(petitionNotices);
  const on = ["--notice", notice?.publicId ?? ""];
  expect((await cli("notice", "preview", ...on)).out).toContain("It asks for more.");
  expect(await cli("notice", "preview", ...on, "--locale", "de")).toMatchObject({ code: 2, out: "" });
  expect(await cli("notice", "resume", ...on)).toMatchObject({ code: 1, out: "" });
  await db.update(campaigns).set({ title: "Another title" }).where(eq(campaigns.id, campaign.id));
  const differs = await cli("notice", "approve", ...on, "--approve-alone");
  expect(differs).toMatchObject({ code: 1, err: expect.stringContaining("notice ask-anew") });
  expect(jsonOf(await cli("notice", "ask-anew", ...on, "--json"))).toEqual({ outcome: "asked" });
  expect(await cli("notice", "approve", ...on)).toMatchObject({ code: 1, out: "" });
  jsonOf(await cli("notice", "approve", ...on, "--approve-alone", "--json"));
  expect(await cli("notice", "ask-anew", ...on)).toMatchObject({ code: 1, out: "" });
  const paused = { pausedAt: new Date() };
  await db.update(petitionNotices).set(paused);
  expect(jsonOf(await cli("notice", "resume", ...on, "--json"))).toEqual({ outcome: "resumed" });
}, 400_000);

test("share texts and languages are drafted, and a closing request is withdrawn", async () => {
  const { db, campaign, cli } = await anOperator(folder);
  const named = ["--languages", "es,en", "--share-en", "Sign with me."];
  jsonOf(await cli("words", "draft", ...named, "--json"));
  expect(jsonOf(await cli("campaign", "show", "--json")).draft).toMatchObject({
    languages: ["es", "en"],
    shareTexts: { en: "Sign with me." },
  });
  expect(await cli("words", "draft", "--languages", "xx")).toMatchObject({ code: 2, out: "" });
  expect(await cli("campaign", "close", "--withdraw")).toMatchObject({ code: 1, out: "" });
  expect(await cli("campaign", "close", "--withdraw", "--dry-run")).toMatchObject({ code: 2, out: "" });
  const owner = await anOrganizer(db, { campaign });
  const actor = `organizer:${owner.id}` as const;
  await askClosing(db, { campaignId: campaign.id, actor, months: 12 });
  expect(jsonOf(await cli("campaign", "close", "--withdraw", "--json"))).toEqual({ outcome: "withdrawn" });
}, 200_000);

test("a picture is placed with all that it needs, keeps its words, and is removed", async () => {
  const { cli } = await anOperator(folder);
  const file = join(folder, "picture.jpg");
  const small = join(folder, "small.jpg");
  writeFileSync(file, await aPhonePicture());
  writeFileSync(small, await aPicture({ width: 300, height: 200 }).jpeg().toBuffer());
  const words = ["--alt-en", "A door.", "--alt-es", "Una puerta.", "--credit", "Ana", "--licence", "CC0"];
  const none = ["--people", "none"];
  expect((await cli("picture", "set", "--file", file, ...words)).err).toContain(
    "--people: Say whether someone can be recognized",
  );
  expect((await cli("picture", "set", ...words, ...none)).err).toContain("give --file");
  expect((await cli("picture", "set", "--file", small, ...words, ...none)).err).toContain(
    "Choose a picture at least 640 pixels wide",
  );
  jsonOf(await cli("picture", "set", "--file", file, ...words, ...none, "--json"));
  jsonOf(await cli("picture", "set", "--credit", "Ana Ruiz", "--json"));
  expect(jsonOf(await cli("campaign", "show", "--json")).draft.picture).toMatchObject({
    credit: "Ana Ruiz",
    alts: { en: "A door.", es: "Una puerta." },
    widths: [640, 960],
  });
  expect(await cli("picture", "set", "--file", file)).toMatchObject({ code: 2, out: "" });
  jsonOf(await cli("words", "publish", "--json"));
  jsonOf(await cli("picture", "remove", "--json"));
  expect(jsonOf(await cli("words", "publish", "--json"))).toMatchObject({ fields: 1 });
}, 200_000);
