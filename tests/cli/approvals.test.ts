import { expect, test } from "vitest";
import { askForPack } from "#app/domain/outgoing/packs/ask-or-discard-pack.server.ts";
import { outbox } from "#db/schema/index.ts";
import { aFolder, anOperator, jsonOf } from "#tests/support/operator.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const folder = aFolder();

test("a petition's translation is requested, read, sent back and approved by command", async () => {
  const { cli, run, db, campaign } = await anOperator(folder);
  await aStoredSignature(db, campaign);
  const listed = jsonOf(await cli("translation", "list", "--in", "es", "--json"));
  const texts: { key: string; text: string; field: string; part: string }[] = listed.texts;
  for (const { key, text } of texts.filter(({ part }) => part === "petition"))
    jsonOf(await cli("translation", "set", "--in", "es", "--key", key, "--text", `Es: ${text}`, "--json"));
  expect(await cli("translation", "publish", "--in", "es")).toMatchObject({ code: 1 });
  const asked = await cli("translation", "correct", "--in", "es");
  expect(asked.code).toBe(0);
  expect(asked.out).toContain("→ Es: We, the undersigned, ask for a sample.");
  expect(asked.out).toContain("needs approval");
  const waiting = await cli("petition", "waiting");
  expect(waiting.out).toMatch(/Current text, in "es":\n\n\(none\)/);
  expect(waiting.out).toMatch(
    /Needs approval, in "es":\n\nEs: We ask for a sample\.\n\nEs: We, the undersigned/,
  );
  expect(await cli("petition", "approve")).toMatchObject({ code: 1 });

  const { waiting: things } = jsonOf(await cli("approval", "list", "--json"));
  expect(things).toMatchObject([{ kind: "petition" }]);
  const thing = ["--kind", "petition", "--subject", things[0].subject];
  expect(await cli("approval", "send-back", ...thing, "--reason", "  ")).toMatchObject({ code: 2 });
  expect(await cli("approval", "send-back", "--kind", "moon", "--subject", things[0].subject)).toMatchObject({
    code: 2,
  });
  const back = ["approval", "send-back", ...thing, "--reason", "A word is missing."] as const;
  expect(await cli(...back)).toMatchObject({ code: 0 });
  expect(await cli(...back)).toMatchObject({ code: 1 });
  expect((await cli("approval", "list")).out).toContain("A word is missing.");
  expect(await cli("approval", "settle", ...thing)).toMatchObject({ code: 0 });
  expect(await cli("approval", "settle", ...thing)).toMatchObject({ code: 1 });
  expect((await cli("approval", "list")).out).toContain("Nothing needs approval");
  expect(await cli("petition", "waiting")).toMatchObject({ code: 1 });

  jsonOf(await cli("translation", "correct", "--in", "es", "--json"));
  expect(jsonOf(await cli("petition", "approve", "--approve-alone", "--json"))).toMatchObject({ version: 1 });
  expect(await run("approval", "list", "--campaign", "nowhere")).toMatchObject({ code: 1 });
}, 120_000);

test("an organizer's request is sent back by command, and its author gets the reason", async () => {
  const { cli, db, campaign } = await anOperator(folder);
  const organizer = await anOrganizer(db, { campaign, role: "owner" });
  await askForPack(db, { campaignId: campaign.id, actor: `organizer:${organizer.id}` });
  const { waiting } = jsonOf(await cli("approval", "list", "--json"));
  const thing = ["--kind", "pack", "--subject", waiting[0].subject, "--reason", "Not yet."];
  jsonOf(await cli("approval", "send-back", ...thing, "--json"));
  const mails = await db.select({ to: outbox.organizerId, template: outbox.template }).from(outbox);
  expect(mails.filter(({ template }) => template === "approval-sent-back")).toEqual([
    { to: organizer.id, template: "approval-sent-back" },
  ]);
}, 120_000);
