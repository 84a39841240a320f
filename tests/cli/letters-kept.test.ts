import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditEntries, letterRecipients, letterSettings, letterTemplates } from "#db/schema/index.ts";
import { rowsIn } from "#tests/support/builders.ts";
import { aLetter } from "#tests/support/letters.ts";
import { aFolder, anOperator, jsonOf } from "#tests/support/operator.ts";

const folder = aFolder();

test("an office is added, verified, edited and retired by command", async () => {
  const { db, campaign, cli } = await anOperator(folder);
  const office = ["--name", "Investor Relations", "--email", "ir@company.example.org"];
  const { publicId } = jsonOf(await cli("recipient", "add", ...office, "--json"));
  expect(await cli("recipient", "add", ...office)).toMatchObject({ code: 1, out: "" });
  const bad = await cli("recipient", "add", "--name", "Board", "--email", "nobody");
  expect(bad).toMatchObject({ code: 2, out: "", err: expect.stringContaining("--email: ") });
  const row = async () => (await db.select().from(letterRecipients).orderBy(letterRecipients.id))[0];
  expect(await row()).toMatchObject({ perDay: 20, verifiedAt: null });

  const on = ["--recipient", publicId];
  const looked = ["--by", "Ada Bloom", "--on", "2026-11-20", "--where", "Their page on governance"];
  const verified = await cli("recipient", "verify", ...on, ...looked);
  expect(verified).toMatchObject({ code: 1, err: expect.stringContaining("ir@company.example.org") });
  expect(
    await cli("recipient", "verify", ...on, ...looked, "--email", "other@company.example.org"),
  ).toMatchObject({ code: 1, out: "" });
  const mail = ["--email", "ir@company.example.org"];
  expect(
    await cli(
      "recipient",
      "verify",
      ...on,
      ...mail,
      ...looked.slice(0, 2),
      "--on",
      "2999-01-01",
      ...looked.slice(4),
    ),
  ).toMatchObject({ code: 2, out: "" });
  expect((await row())?.verifiedAt).toBeNull();
  expect(jsonOf(await cli("recipient", "verify", ...on, ...mail, ...looked, "--json"))).toEnd("verified");
  expect(await row()).toMatchObject({
    verifiedBy: "Ada Bloom",
    verifiedWhere: "Their page on governance",
    verifiedById: null,
  });

  const chair = jsonOf(
    await cli("recipient", "add", "--name", "Chair", "--email", "chair@company.example.org", "--json"),
  ).publicId;
  const onChair = ["--recipient", chair];
  expect(await cli("recipient", "open", ...onChair)).toMatchObject({
    code: 1,
    err: expect.stringContaining("nobody has verified it"),
  });
  expect(await cli("recipient", "close", ...on)).toMatchObject({
    code: 1,
    err: expect.stringContaining("only open recipient"),
  });
  await cli("recipient", "verify", ...onChair, "--email", "chair@company.example.org", ...looked);
  expect(jsonOf(await cli("recipient", "open", ...onChair, "--json"))).toEqual({ outcome: "opened" });
  const listed = await cli("recipient", "list");
  expect(listed.out).toMatch(/ default +ir@company/);
  expect(listed.out).toMatch(/ open +chair@company/);
  const [stored] = await db.select().from(letterRecipients).where(eq(letterRecipients.publicId, chair));
  await aLetter(db, campaign, { recipientId: stored?.id ?? 0 });
  expect(await cli("recipient", "close", ...onChair)).toMatchObject({
    code: 1,
    err: expect.stringContaining("add --letters 1"),
  });
  expect(jsonOf(await cli("recipient", "close", ...onChair, "--letters", "1", "--json"))).toEqual({
    outcome: "closed",
    letters: 1,
  });

  expect(jsonOf(await cli("recipient", "edit", ...on, "--per-day", "5", "--json"))).toMatchObject({
    unverified: false,
  });
  expect(await row()).toMatchObject({ perDay: 5, name: "Investor Relations", verifiedBy: "Ada Bloom" });
  expect(
    jsonOf(await cli("recipient", "edit", ...on, "--email", "board@company.example.org", "--json")),
  ).toMatchObject({ unverified: true });
  expect((await row())?.verifiedAt).toBeNull();
  expect(await cli("recipient", "unverify", ...on)).toMatchObject({ code: 1, out: "" });
  expect(jsonOf(await cli("recipient", "retire", ...on, "--json"))).toEqual({ outcome: "retired" });
  expect(await cli("recipient", "edit", ...on, "--per-day", "9")).toMatchObject({ code: 1, out: "" });
  expect(await cli("recipient", "edit", ...on)).toMatchObject({ code: 2 });
  expect(await cli("recipient", "retire", "--recipient", "1")).toMatchObject({ code: 2 });

  const entries = await rowsIn(db, auditEntries, { subject: publicId });
  expect(entries.map(({ actor, action }) => [actor, action])).toEqual(
    ["added", "verified", "edited", "edited", "retired"].map((act) => [
      "operator",
      `letter-recipient-${act}`,
    ]),
  );
}, 400_000);

test("when letters go and what they ask is set by command, and what is not named stays", async () => {
  const { db, cli } = await anOperator(folder);
  expect((await cli("letter", "settings")).out).toContain(
    "drafted every 7 days, or as soon as 500 letters wait.",
  );
  expect(jsonOf(await cli("letter", "set", "--every-days", "14", "--json"))).toMatchObject({
    settings: { everyDays: 14, milestone: 500 },
  });
  expect(jsonOf(await cli("letter", "set", "--milestone", "none", "--json"))).toMatchObject({
    settings: { everyDays: 14, milestone: null },
  });
  expect(await db.select().from(letterSettings)).toMatchObject([{ everyDays: 14, milestone: null }]);
  for (const wrong of [[], ["--every-days", "91"], ["--milestone", "3"]])
    expect(await cli("letter", "set", ...wrong)).toMatchObject({ code: 2, out: "" });

  const file = join(folder, "ask.txt");
  writeFileSync(file, "We ask you to end it.\n");
  expect(jsonOf(await cli("letter", "ask", "--in", "es", "--file", file, "--json"))).toEnd("saved");
  expect(await db.select().from(letterTemplates)).toMatchObject([
    { locale: "es", ask: "We ask you to end it.", editedById: null },
  ]);
  expect(await cli("letter", "ask", "--in", "de", "--file", file)).toMatchObject({ code: 2, out: "" });
  expect(await cli("letter", "ask", "--in", "es", "--file", join(folder, "none"))).toMatchObject({ code: 1 });
  writeFileSync(file, "");
  jsonOf(await cli("letter", "ask", "--in", "es", "--file", file, "--json"));
  expect(await db.select().from(letterTemplates)).toEqual([]);
  const entries = await db.select().from(auditEntries).orderBy(auditEntries.id);
  expect(entries.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
    "operator letter-settings-changed",
    "operator letter-settings-changed",
    "operator letter-template-changed",
    "operator letter-template-changed",
  ]);
}, 300_000);
