import { eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { decideWords } from "#app/domain/moderation/decide-words.server.ts";
import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import { auditEntries, nameReviews, outbox } from "#db/schema/index.ts";
import { rowsIn } from "#tests/support/builders.ts";
import { aFolder, anOperator, jsonOf } from "#tests/support/operator.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const folder = aFolder();

test("names and comments are decided by command as in the console, and logged", async () => {
  const { db, campaign, cli } = await anOperator(folder);
  const list = async (...args: string[]) => jsonOf(await cli("names", "list", ...args, "--json"));
  expect((await cli("names", "list")).out).toContain("No names or comments.");
  for (const name of ["Batman", "Mickey Mouse", "Peter Pan"])
    await aStoredSignature(db, campaign, { name, consents: ["sign", "deliver_to_company"] });
  await aStoredSignature(db, campaign, {
    name: "Ada Bloom",
    comment: "Because of my neighbours",
    display: "public",
    consents: ["sign", "public_name"],
    textVersion: "2026-12",
  });
  await screenNewNames(db);
  const { words } = await list();
  const idOf = (name: string) =>
    words.find((one: { name: string }) => one.name === name)?.publicId ?? "nothing";
  expect(words).toHaveLength(4);
  expect((await list("--kind", "comment")).words).toMatchObject([{ comment: "Because of my neighbours" }]);
  const seen = await cli("names", "list");
  expect(seen.out).toContain("To decide 4");
  expect(seen.out).toMatch(new RegExp(`${idOf("Batman")} +name +US +A fictional character +Batman\n`));

  const word = (name: string) => ["--word", idOf(name)];
  expect(jsonOf(await cli("names", "keep", ...word("Ada Bloom"), "--json"))).toMatchObject({ decided: 1 });
  expect(jsonOf(await cli("names", "hide", ...word("Batman"), "--json"))).toMatchObject({ decided: 1 });
  const asked = jsonOf(await cli("names", "ask", ...word("Peter Pan"), "--json"));
  expect(asked).toMatchObject({ decision: "ask", decided: 1, notAsked: 0 });
  expect(await cli("names", "ask", ...word("Ada Bloom"))).toMatchObject({ code: 1, out: "" });
  const asking = eq(outbox.template, "ask-name");
  expect(await db.select().from(outbox).where(asking)).toHaveLength(1);
  expect(jsonOf(await cli("names", "undo", "--at", asked.at, "--json"))).toEqual({ undone: 1 });
  expect(await db.select().from(outbox).where(asking)).toEqual([]);
  expect(await cli("names", "undo", "--at", asked.at)).toMatchObject({ code: 1 });
  for (const wrong of [
    ["names", "list", "--state", "moon"],
    ["names", "list", "--after", "1"],
    ["names", "keep"],
    ["names", "keep", "--word", "1"],
    ["names", "undo", "--at", "noon"],
  ])
    expect(await cli(...wrong)).toMatchObject({ code: 2, out: "" });

  const entries = await db.select().from(auditEntries).where(eq(auditEntries.campaignId, campaign.id));
  expect(entries.every(({ actor }) => actor === "operator")).toBe(true);
  expect(entries.map(({ action }) => action).filter((action) => action !== "people-listed")).toEqual([
    "comments-decided",
    "names-decided",
    "names-decided",
    "names-undecided",
  ]);
  expect(entries.filter(({ action }) => action === "people-listed")).toHaveLength(4);
}, 400_000);

test("the operator takes back what the operator decided, never what an organizer did", async () => {
  const { db, campaign, cli } = await anOperator(folder);
  const organizer = await anOrganizer(db, { campaign, role: "reviewer" });
  await aStoredSignature(db, campaign, { name: "Batman", consents: ["sign", "deliver_to_company"] });
  await screenNewNames(db);
  const [review] = await db.select().from(nameReviews).where(eq(nameReviews.campaignId, campaign.id));
  const { at } = await decideWords(db, {
    campaignId: campaign.id,
    organizerId: organizer.id,
    decision: "hide",
    alike: false,
    reviews: [review?.publicId ?? ""],
  });
  expect(await cli("names", "undo", "--at", at.toISOString())).toMatchObject({ code: 1, out: "" });
  expect(await rowsIn(db, nameReviews, inArray(nameReviews.state, ["hidden"]))).toHaveLength(1);
}, 200_000);

test("names are watched and watched no more by command", async () => {
  const { cli } = await anOperator(folder);
  expect((await cli("names", "watched")).out).toBe("No watched names. To add one: `names watch`.\n");
  expect(jsonOf(await cli("names", "watch", "--name", "Satya Sample", "--json"))).toEnd("watched");
  expect(await cli("names", "watch", "--name", "satya sample")).toMatchObject({ code: 1, out: "" });
  expect(await cli("names", "watch", "--name", "x")).toMatchObject({ code: 2, out: "" });
  const { names } = jsonOf(await cli("names", "watched", "--json"));
  expect(names).toMatchObject([{ name: "Satya Sample" }]);
  expect(jsonOf(await cli("names", "unwatch", "--watched", String(names[0].id), "--json"))).toEqual({
    outcome: "unwatched",
  });
  expect(await cli("names", "unwatch", "--watched", String(names[0].id))).toMatchObject({ code: 1 });
}, 300_000);
