import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { undoImport } from "#app/domain/entries/imports/undo-import.server.ts";
import { replanAll } from "#app/domain/entries/pledges/reminders/replan-all.server.ts";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { remindPending } from "#app/domain/entries/signatures/pending-signatures.server.ts";
import { resendConfirmation } from "#app/domain/entries/waiting-forms/resend-confirmation.server.ts";
import { createExport } from "#app/domain/outgoing/exports/create-export.server.ts";
import { fetchExport } from "#app/domain/outgoing/exports/making/fetch-export.server.ts";
import { usualFilter } from "#app/domain/outgoing/exports/presets.ts";
import { unsubscribe } from "#app/domain/supporters/consents.server.ts";
import { purgePending } from "#app/domain/upkeep/retention/purge-pending.server.ts";
import type { Db } from "#db/index.ts";
import { consents, outbox, signatures, supporters } from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, organization, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aBatchMailing, aDueUpdate, mailsOf, runEngine, takeAll } from "#tests/support/engine.ts";
import { aFileHandedIn, importedAt, scopeOf, takenIn, work } from "#tests/support/imports.ts";
import { sign } from "#tests/support/sign.ts";

const later = (hours: number) => new Date(importedAt.getTime() + hours * 3_600_000);
const address = (name: string) => ({ canonical: `${name}@example.org` });

/** A campaign with imported people, and for each whether the list says that they want updates. */
async function aListTakenIn(people: Record<string, "yes" | "no" | "">, agreed = {}) {
  const db = await aDatabase();
  const campaign = await aCampaign(db, organization);
  const scope = await scopeOf(db, campaign);
  const rows = Object.entries(people).map(([name, wants]) => `${name}@example.org,${name},US,${wants}`);
  const which = await aFileHandedIn(db, scope, ["email,name,country,newsletter", ...rows].join("\n"));
  await takenIn(db, which, { agreement: agreed });
  return { db, campaign, scope, which, as: { id: campaign.id, petitionVersion: 1 } };
}

const mailed = async (db: Db) =>
  (
    await db
      .select({ template: outbox.template, email: supporters.email })
      .from(outbox)
      .innerJoin(supporters, eq(supporters.id, outbox.supporterId))
      .orderBy(outbox.id)
  ).map(({ template, email }) => `${template} ${email}`);

const updatesInForce = async (db: Db) =>
  (
    await db
      .select({ email: supporters.email })
      .from(consents)
      .innerJoin(supporters, eq(supporters.id, consents.supporterId))
      .where(sql`${consents.purpose} = 'updates' and ${consents.revokedAt} is null`)
      .orderBy(supporters.email)
  ).map(({ email }) => email);

const signatureOf = async (db: Db, email: string) => {
  const [row] = await db
    .select({ publicId: signatures.publicId, state: signatures.state })
    .from(signatures)
    .innerJoin(supporters, eq(supporters.id, signatures.supporterId))
    .where(eq(supporters.email, email));
  return { publicId: row?.publicId ?? "", state: row?.state };
};

test("nobody from a list is emailed without a recorded consent", async () => {
  const { db, campaign } = await aListTakenIn({ yes: "yes", no: "no", silent: "" });
  const update = await aDueUpdate(db, campaign);
  const { mailing, calls } = aBatchMailing(takeAll);
  await runEngine(db, mailing);
  expect(calls.flatMap(({ to }) => to)).toEqual(["yes@example.org"]);

  for (const hours of [1, 49, 24 * 6, 24 * 8, 24 * 40]) {
    expect(await remindPending(db, later(hours))).toBe(0);
    await replanAll(db, testKeys, { now: later(hours) });
    expect(await purgePending(db, { list: async () => [], remove: async () => {} }, later(hours))).toBe(0);
  }
  expect(await mailed(db)).toEqual(["update yes@example.org"]);
  expect((await mailsOf(db, update)).map(({ email }) => email)).toEqual(["yes@example.org"]);
});

test("where the importer says nobody consented, no column is read as consent", async () => {
  const { db, campaign } = await aListTakenIn({ yes: "yes" }, { updatesFor: "nobody" });
  await aDueUpdate(db, campaign);
  const { mailing, calls } = aBatchMailing(takeAll);
  await runEngine(db, mailing);
  expect(calls).toEqual([]);
  expect(await updatesInForce(db)).toEqual([]);
});

test("asking to confirm again reaches nobody who only came by a list", async () => {
  const { db, campaign, as } = await aListTakenIn({ listed: "yes" });
  await resendConfirmation(db, { campaignId: campaign.id, ...address("listed") }, importedAt);
  expect(await mailed(db)).toEqual([]);
  await sign(db, aSignatureInput(as, { to: "listed@example.org" }), importedAt);
  await db.delete(outbox);
  await resendConfirmation(db, { campaignId: campaign.id, ...address("listed") }, later(1));
  expect(await mailed(db)).toEqual(["confirm-signature listed@example.org"]);
});

test("a stranger who types a listed address consents to nothing for its owner", async () => {
  const { db, campaign, scope, as } = await aListTakenIn({ listed: "no", other: "no" });
  const ticked = ["sign", "updates", "deliver_to_company"] as const;
  await sign(db, aSignatureInput(as, { to: "listed@example.org", consents: [...ticked] }), importedAt);
  await sign(db, aSignatureInput(as, { to: "other@example.org", consents: [...ticked] }), importedAt);
  expect(await updatesInForce(db)).toEqual([]);
  await aDueUpdate(db, campaign);
  const { mailing, calls } = aBatchMailing(takeAll);
  await runEngine(db, mailing);
  expect(calls).toEqual([]);
  // A file for another tool does not list them as somebody to write to either.
  const filter = { ...usualFilter("action-network"), states: ["imported" as const] };
  const id =
    (await createExport(db, { ...scope, preset: "action-network", filter, kept: false }, importedAt)) ?? "";
  const fetched = await fetchExport(db, testKeys, { ...scope, id }, importedAt);
  if (fetched.outcome !== "streaming") throw new Error(fetched.outcome);
  expect(parse(await buffer(fetched.file), { columns: true })).toEqual([]);

  await confirmSignature(db, testKeys, (await signatureOf(db, "listed@example.org")).publicId, later(1));
  expect(await updatesInForce(db)).toEqual(["listed@example.org"]);
  const given = await db
    .select({ purpose: consents.purpose, importId: consents.importId })
    .from(consents)
    .innerJoin(supporters, eq(supporters.id, consents.supporterId))
    .where(sql`${supporters.email} = 'listed@example.org' and ${consents.revokedAt} is null`)
    .orderBy(consents.purpose);
  expect(given).toEqual([...ticked].map((purpose) => ({ purpose, importId: null })));
});

test("a waiting update skips undone imports and consents revoked since", async () => {
  const { db, campaign, which, as } = await aListTakenIn({
    undone: "yes",
    unsubscribes: "yes",
    confirms: "yes",
  });
  const first = await aDueUpdate(db, campaign);
  const sent = aBatchMailing(takeAll);
  await runEngine(db, sent.mailing);
  const mails = await mailsOf(db, first);
  expect(mails).toHaveLength(3);
  const mail = mails.find(({ email }) => email === "unsubscribes@example.org");
  expect(await unsubscribe(db, mail?.publicId ?? "", later(1))).toEqual({ outcome: "unsubscribed" });
  const own = aSignatureInput(as, { to: "confirms@example.org", consents: ["sign", "updates"] });
  await sign(db, own, later(1));
  await confirmSignature(db, testKeys, (await signatureOf(db, "confirms@example.org")).publicId, later(2));

  await aDueUpdate(db, campaign);
  const stopping = new AbortController();
  const waiting = aBatchMailing(() => {
    stopping.abort();
    return { outcome: "retry-later", after: 60, problem: "busy" };
  });
  await runEngine(db, waiting.mailing).catch(() => {});
  await undoImport(db, which, later(3));
  await work(db);
  await aDueUpdate(db, campaign);
  const rest = aBatchMailing(takeAll);
  await runEngine(db, rest.mailing);
  expect(new Set(rest.calls.flatMap(({ to }) => to))).toEqual(new Set(["confirms@example.org"]));
});

test("after an undo only those who signed here are reminded, once", async () => {
  const { db, which, as } = await aListTakenIn({ waits: "no", silent: "yes" });
  await sign(db, aSignatureInput(as, { to: "waits@example.org" }), importedAt);
  await undoImport(db, which, importedAt);
  await work(db);
  expect((await signatureOf(db, "waits@example.org")).state).toBe("pending");
  expect(await remindPending(db, later(49))).toBe(1);
  expect(await remindPending(db, later(72))).toBe(0);
  expect(await mailed(db)).toEqual([
    "confirm-signature waits@example.org",
    "confirm-reminder waits@example.org",
  ]);
});
