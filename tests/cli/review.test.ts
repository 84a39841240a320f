import { expect, test } from "vitest";
import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import { suppressAddress } from "#app/domain/queue/suppress-address.server.ts";
import { runBulks } from "#app/tasks/index.ts";
import { auditEntries, signatures } from "#db/schema/index.ts";
import { aCampaign, rowsIn, testKeys } from "#tests/support/builders.ts";
import { aFolder, anOperator, jsonOf } from "#tests/support/operator.ts";
import { aSignatureOnHold } from "#tests/support/reviews.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const folder = aFolder();

test("the operator reviews by command as organizers do in the console, all logged", async () => {
  const { db, campaign, cli } = await anOperator(folder);
  const [one, two] = [await aSignatureOnHold(db, campaign), await aSignatureOnHold(db, campaign)];
  const runReview = async (...args: string[]) => {
    const { code, out, err } = await cli(...args, "--json");
    expect([err, code]).toEqual(["", 0]);
    return JSON.parse(out);
  };
  const states = async () =>
    (await db.select().from(signatures).orderBy(signatures.id)).map(({ state }) => state);
  const { reviews } = await runReview("review", "list");
  expect(JSON.stringify(reviews)).not.toContain("@");
  const named = (await runReview("review", "list", "--names")).reviews;
  expect(named[0]).toMatchObject({ email: one.supporter.email });
  expect(reviews.map(({ publicId }: { publicId: string }) => publicId)).toEqual([
    one.review.publicId,
    two.review.publicId,
  ]);
  const kept = await runReview("review", "keep", "--review", one.review.publicId);
  expect(kept).toMatchObject({ decided: 1 });
  expect(await runReview("review", "undo", "--at", kept.at)).toEqual({ undone: 1 });
  expect((await cli("review", "undo", "--at", kept.at)).code).toBe(1);
  expect((await cli("review", "undo", "--at", "noon")).code).toBe(2);
  await runReview("review", "keep", "--review", one.review.publicId);
  expect(await runReview("review", "invalidate", "--review", two.review.publicId)).toMatchObject({
    decided: 1,
  });
  expect(await states()).toEqual(["confirmed", "invalidated"]);

  for (let n = 0; n < 2; n++)
    await aStoredSignature(db, campaign, { email: `made${n}-${campaign.id}@bad.example` });
  const bad = ["--domain", "bad.example"];
  expect(await runReview("review", "bulk", "preview", ...bad)).toMatchObject({ matched: 2 });
  const sample = await cli("review", "bulk", "preview", ...bad, "--names");
  expect(sample.out).toMatch(/\nstate +country +name +address\n(?:.*@.*\n){2}$/);
  expect(await runReview("review", "bulk", "blocks")).toEqual({ blocks: [] });
  expect(await runReview("review", "bulk", "start", ...bad, "--note", "{count} were made up.")).toEqual({
    outcome: "asked",
    number: 1,
  });
  const own = await cli("review", "bulk", "approve", "--number", "1");
  expect([own.code, own.err]).toEqual([
    1,
    "You asked for it, so an organizer must approve it in the console. Or add --approve-alone.\n",
  ]);
  expect(await runReview("review", "bulk", "approve", "--number", "1", "--approve-alone")).toMatchObject({
    outcome: "approved",
  });
  await runBulks(db);
  expect(await states()).toEqual(["confirmed", "invalidated", "invalidated", "invalidated"]);
  expect(await runReview("review", "bulk", "list")).toMatchObject({
    bulks: [{ number: 1, state: "done", matched: 2, invalidated: 2, approvedAlone: true }],
  });
  expect(await runReview("review", "bulk", "undo", "--number", "1")).toEqual({
    outcome: "being undone",
    number: 1,
  });
  await runBulks(db);
  expect(await states()).toEqual(["confirmed", "invalidated", "confirmed", "confirmed"]);
  expect((await cli("review", "bulk", "cancel", "--number", "1")).code).toBe(1);
  expect(await runReview("review", "bulk", "start", ...bad, "--approve-alone")).toMatchObject({ number: 2 });
  expect(await runReview("review", "bulk", "cancel", "--number", "2")).toMatchObject({ number: 2 });
  await runBulks(db);
  expect(await states()).toEqual(["confirmed", "invalidated", "confirmed", "confirmed"]);
  expect((await cli("review", "bulk", "preview")).code).toBe(2);
  expect((await cli("review", "bulk", "preview", "--country", "XX")).code).toBe(2);

  const entries = await rowsIn(db, auditEntries, { campaignId: campaign.id });
  const actions = entries.filter(({ actor }) => actor === "operator").map(({ action }) => action);
  expect(actions).toEqual([
    "people-listed",
    "signatures-reviewed",
    "signatures-unreviewed",
    "signatures-reviewed",
    "signatures-reviewed",
    "people-listed",
    "bulk-asked",
    "bulk-approved-alone",
    "bulk-undo-asked",
    "bulk-asked",
    "bulk-approved-alone",
    "bulk-cancelled",
  ]);
}, 240_000);

test("the operator finds out why a signer is not counted, without reading their address", async () => {
  const { db, campaign, cli } = await anOperator(folder);
  const show = async (typed: string, ...more: string[]) =>
    jsonOf(await cli("signature", "show", typed, ...more, "--json")).signature;
  const counts = async (typed: string) =>
    (await cli("signature", "show", typed)).out.split("\n")[0]?.replace(/^counts +/, "");

  const onHold = await aSignatureOnHold(db, campaign, { reasons: ["block", "cadence"], score: 120 });
  const { publicId, receiptCode } = onHold.signature;
  const explained = await show(receiptCode.toLowerCase());
  expect(explained).toMatchObject({
    publicId,
    counts: "quarantined",
    review: { publicId: onHold.review.publicId, state: "queued", reasons: ["block", "cadence"] },
    suppressions: [],
  });
  expect(JSON.stringify(explained)).not.toContain(onHold.supporter.email);
  expect(await show(publicId, "--names")).toMatchObject({ email: onHold.supporter.email });
  expect(await counts(onHold.review.publicId)).toBe("no: it is on hold for review");
  expect((await cli("signature", "show", publicId)).out).toContain(
    "score 120: Many from one network (block), Regular intervals (cadence) (id ",
  );

  const of = (...args: string[]) => cli(...args, "--json").then(jsonOf);
  await of("review", "invalidate", "--review", onHold.review.publicId);
  expect(await counts(publicId)).toBe("no: it was invalidated");
  for (const named of [publicId, onHold.review.publicId])
    expect(await of("review", "list", "--for", named)).toMatchObject({
      reviews: [{ publicId: onHold.review.publicId }],
    });
  expect(await of("audit", "list", "--subject", onHold.review.publicId)).toMatchObject({
    entries: [{ action: "signatures-reviewed" }],
  });

  const pending = await aStoredSignature(db, campaign, { state: "pending" });
  await suppressAddress(db.$client, testKeys, { address: pending.supporter.email, reason: "hard_bounce" });
  expect(await show(pending.signature.publicId)).toMatchObject({
    counts: "pending",
    suppressions: ["hard_bounce"],
  });
  const named = await aStoredSignature(db, campaign, {
    name: "Batman",
    consents: ["sign", "deliver_to_company"],
  });
  const handover = async () => (await cli("signature", "show", named.signature.publicId)).out;
  expect(await handover()).toMatch(/^counts +yes\n[\s\S]*name on hold: not screened yet\n/);
  await screenNewNames(db);
  expect(await handover()).toContain("name on hold: A fictional character (character); queued (id ");
  expect(await cli("signature", "show", "0000-0000-00")).toMatchObject({ code: 1, out: "" });
  const elsewhere = await aStoredSignature(db, await aCampaign(db));
  expect(await cli("signature", "show", elsewhere.signature.publicId)).toMatchObject({ code: 1, out: "" });
});
