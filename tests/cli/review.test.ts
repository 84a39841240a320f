import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { runBulks } from "#app/tasks/run-bulks.ts";
import { auditEntries, signatures } from "#db/schema/index.ts";
import { aFolder, anOperator } from "#tests/support/operator.ts";
import { aHeldSignature } from "#tests/support/reviews.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const folder = aFolder();

test("the operator reviews by command as organizers do in the console, all logged", async () => {
  const { db, campaign, cli } = await anOperator(folder);
  const [one, two] = [await aHeldSignature(db, campaign), await aHeldSignature(db, campaign)];
  const told = async (...args: string[]) => {
    const { code, out, err } = await cli(...args, "--json");
    expect([err, code]).toEqual(["", 0]);
    return JSON.parse(out);
  };
  const states = async () =>
    (await db.select().from(signatures).orderBy(signatures.id)).map(({ state }) => state);
  const { reviews } = await told("review", "list");
  expect(JSON.stringify(reviews)).not.toContain("@");
  const named = (await told("review", "list", "--names")).reviews;
  expect(named[0]).toMatchObject({ email: one.supporter.email });
  expect(reviews.map(({ publicId }: { publicId: string }) => publicId)).toEqual([
    one.review.publicId,
    two.review.publicId,
  ]);
  const kept = await told("review", "keep", "--review", one.review.publicId);
  expect(kept).toMatchObject({ decided: 1 });
  expect(await told("review", "undo", "--at", kept.at)).toEqual({ undone: 1 });
  expect((await cli("review", "undo", "--at", kept.at)).code).toBe(1);
  expect((await cli("review", "undo", "--at", "noon")).code).toBe(2);
  await told("review", "keep", "--review", one.review.publicId);
  expect(await told("review", "invalidate", "--review", two.review.publicId)).toMatchObject({ decided: 1 });
  expect(await states()).toEqual(["confirmed", "invalidated"]);

  for (let n = 0; n < 2; n++)
    await aStoredSignature(db, campaign, { email: `made${n}-${campaign.id}@bad.example` });
  const bad = ["--domain", "bad.example"];
  expect(await told("review", "bulk", "preview", ...bad)).toMatchObject({ matched: 2 });
  const sample = await cli("review", "bulk", "preview", ...bad, "--names");
  expect(sample.out).toMatch(/\nstate +country +name +address\n(?:.*@.*\n){2}$/);
  expect(await told("review", "bulk", "blocks")).toEqual({ blocks: [] });
  expect(await told("review", "bulk", "start", ...bad, "--note", "{count} were made up.")).toEqual({
    outcome: "asked",
    number: 1,
  });
  const own = await cli("review", "bulk", "approve", "--number", "1");
  expect([own.code, own.err]).toEqual([
    1,
    "You asked for it, so an organizer must approve it in the console. Or add --approve-alone.\n",
  ]);
  expect(await told("review", "bulk", "approve", "--number", "1", "--approve-alone")).toMatchObject({
    outcome: "approved",
  });
  await runBulks(db);
  expect(await states()).toEqual(["confirmed", "invalidated", "invalidated", "invalidated"]);
  expect(await told("review", "bulk", "list")).toMatchObject({
    bulks: [{ number: 1, state: "done", matched: 2, invalidated: 2, approvedAlone: true }],
  });
  expect(await told("review", "bulk", "undo", "--number", "1")).toMatchObject({ number: 1 });
  await runBulks(db);
  expect(await states()).toEqual(["confirmed", "invalidated", "invalidated", "invalidated"]);
  expect(await told("review", "bulk", "undo", "--number", "1", "--approve-alone")).toMatchObject({
    number: 1,
  });
  await runBulks(db);
  expect(await states()).toEqual(["confirmed", "invalidated", "confirmed", "confirmed"]);
  expect((await cli("review", "bulk", "cancel", "--number", "1")).code).toBe(1);
  expect(await told("review", "bulk", "start", ...bad, "--approve-alone")).toMatchObject({ number: 2 });
  expect(await told("review", "bulk", "cancel", "--number", "2")).toMatchObject({ number: 2 });
  await runBulks(db);
  expect(await states()).toEqual(["confirmed", "invalidated", "confirmed", "confirmed"]);
  expect((await cli("review", "bulk", "preview")).code).toBe(2);
  expect((await cli("review", "bulk", "preview", "--country", "XX")).code).toBe(2);

  const entries = await db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.campaignId, campaign.id))
    .orderBy(auditEntries.id);
  const deeds = entries.filter(({ actor }) => actor === "operator").map(({ action }) => action);
  expect(deeds).toEqual([
    "people-listed",
    "signatures-reviewed",
    "signatures-unreviewed",
    "signatures-reviewed",
    "signatures-reviewed",
    "people-listed",
    "bulk-asked",
    "bulk-approved-alone",
    "bulk-undo-asked",
    "bulk-undo-approved-alone",
    "bulk-asked",
    "bulk-approved-alone",
    "bulk-cancelled",
  ]);
}, 240_000);
