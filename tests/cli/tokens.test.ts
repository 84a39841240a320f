import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openToken } from "#app/domain/access/tokens/open-token.server.ts";
import { storeForm } from "#app/domain/entries/waiting-forms/store-form.server.ts";
import { namesAwaitingReview, outbox, waitingForms } from "#db/schema/index.ts";
import { aSignatureInput, testKeys } from "#tests/support/builders.ts";
import { aFolder, anOperator } from "#tests/support/operator.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { sign } from "#tests/support/sign.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const { db, campaign, cli, run } = await anOperator(aFolder());

test("a token is made by command, printed alone, listed without itself, and ended", async () => {
  const organizer = await anOrganizer(db, { campaign, role: "viewer" });
  const make = (...more: string[]) =>
    cli("token", "make", "--for", organizer.email.toUpperCase(), "--name", "Alarm", ...more);
  const made = await make("--scope", "queues,activity", "--days", "30");
  expect(made).toMatchObject({
    code: 0,
    err: expect.stringMatching(/^It works until 20.* not shown again\.\n$/),
  });
  expect(made.out).toMatch(/^undersigned_[A-Za-z0-9_-]{43}\n$/);
  const token = made.out.trim();
  expect(await openToken(db, token)).toMatchObject({
    scopes: ["activity", "queues"],
    organizerId: organizer.id,
  });

  expect(await make("--scope", "export-signatures")).toMatchObject({
    code: 1,
    out: "",
    err: expect.stringContaining("lacks the right for export-signatures"),
  });
  for (const [wrong, message] of [
    [["--scope", "everything"], "--scope must be one or more of activity,queues"],
    [["--scope", "queues", "--days", "31"], "--days must be one of 7, 30, 90, 365"],
    [["--scope", "export-pledges", "--days", "365"], "at most 90 days"],
  ] as const) {
    expect(await make(...wrong)).toMatchObject({ code: 2, out: "", err: expect.stringContaining(message) });
  }
  const nobody = await cli("token", "make", "--for", "no@example.org", "--name", "x", "--scope", "queues");
  expect(nobody).toMatchObject({
    code: 1,
    err: "The campaign has no organizer no@example.org. Run `organizer list`.\n",
  });

  const listed = await cli("token", "list");
  expect(listed.out).toMatch(/\n[0-9a-f-]{36} {2}works {2}\d{4}-\d\d-\d\d {2}\d{4}-\d\d-\d\d {2}organizer-/);
  expect(listed.out).not.toContain(token.slice(-20));
  const [one] = JSON.parse((await cli("token", "list", "--json")).out).tokens as { id: string }[];
  expect((await cli("token", "revoke", "--token", one?.id ?? "")).out).toBe("The token is revoked.\n");
  expect(await openToken(db, token)).toBe(null);
  expect(await cli("token", "revoke", "--token", one?.id ?? "")).toMatchObject({ code: 1 });
  expect(await cli("token", "revoke", "--token", "x'; --")).toMatchObject({ code: 1 });
});

test("a shell shows the state of queues, and --check exits 1 when one is late", async () => {
  for (const state of ["confirmed", "confirmed", "pending"] as const)
    await aStoredSignature(db, campaign, { state, signedAt: new Date(Date.now() - 3_600_000) });
  const list = await run("campaign", "list");
  expect(list).toMatchObject({ code: 0, err: "" });
  expect(list.out).toMatch(new RegExp(`^${campaign.slug} +open +2 +\\d+ +Sample campaign$`, "m"));

  const status = await cli("campaign", "status");
  expect(status).toMatchObject({ code: 0, err: "" });
  expect(status.out).toMatch(new RegExp(`^Sample campaign \\(${campaign.slug}\\): open\n`));
  expect(status.out).toMatch(/^signatures +2 +2 +0$/m);
  expect(status.out).toMatch(/^pending +1$/m);
  expect(JSON.parse((await cli("campaign", "status", "--json")).out)).toMatchObject({
    counts: { signatures: 2, pending: 1 },
    lastWeek: { joined: 2 },
    blocked: [],
  });
  expect(await run("campaign", "status", "--campaign", "no-such-one")).toMatchObject({
    code: 1,
    err: 'There is no campaign "no-such-one". Run `campaign list`.\n',
  });

  // A delivered name is reviewed first.
  const read = await aStoredSignature(db, campaign, { consents: ["sign", "deliver_to_company"] });
  await db.delete(namesAwaitingReview);
  expect(await cli("queue", "status", "--check")).toMatchObject({ code: 0 });
  await db.execute(sql`
    insert into name_reviews (campaign_id, signature_id, reasons, name_sha256, found_at)
    select campaign_id, id, array['one-word'], sha256('x'), now() - interval '5 days' from signatures
    where id = ${read.signature.id}`);
  const late = await cli("queue", "status", "--check");
  expect([late.code, late.err]).toEqual([1, ""]);
  expect(late.out).toMatch(/^names +1 {2}oldest 5 d +LATE \(after 2 d\)$/m);
  expect(await cli("queue", "status")).toMatchObject({ code: 0 });
  expect((await cli("campaign", "status")).out).toMatch(/^names .*LATE/m);
});

test("forms that wait are told, and what waits since a clock was set back is late", async () => {
  await db.execute(sql`delete from name_reviews`);
  const status = () => cli("queue", "status", "--check");
  await storeForm(db, testKeys, { kind: "manage-link", canonical: "ana@example.org" });
  expect((await status()).out).toMatch(/^forms +1( |$)/m);
  await db.update(waitingForms).set({ dueAt: sql`now() - interval '2 minutes'` });
  expect(await status()).toMatchObject({
    code: 1,
    out: expect.stringMatching(/^forms +1 {2}oldest 2 min +LATE \(after 60 s\)$/m),
  });
  await db.delete(waitingForms);

  for (let n = 0; n < 3; n++) await sign(db, aSignatureInput(campaign));
  expect(await status()).toMatchObject({ code: 0 });
  await db
    .update(outbox)
    .set({ createdAt: sql`created_at + interval '25 hours'`, dueAt: sql`due_at + interval '25 hours'` });
  const ahead = await status();
  expect([ahead.code, ahead.err]).toEqual([1, ""]);
  expect(ahead.out).toContain(
    "3 emails wait until up to 25 h from now, later than any rule allows: the database's clock was set back.",
  );
  expect(JSON.parse((await cli("queue", "status", "--json")).out)).toMatchObject({
    outcome: "late",
    ahead: { emails: 3, forms: 0, jobs: 0 },
  });
});
