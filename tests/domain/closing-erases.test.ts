import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { closeCampaign, erasesOn } from "#app/domain/campaign/closing/close-campaign.server.ts";
import { readClosing } from "#app/domain/campaign/closing/read-closing.server.ts";
import { readCounts } from "#app/domain/campaign/queries.server.ts";
import { confirmedOf, countLetters } from "#app/domain/entries/letters/list/list-letters.server.ts";
import { listTotalDrift } from "#app/domain/entries/pledges/totals/check-totals.server.ts";
import { rebuildTotals } from "#app/domain/entries/pledges/totals/recount.server.ts";
import { watchName } from "#app/domain/names/watch-names.server.ts";
import { createExport } from "#app/domain/outgoing/exports/create-export.server.ts";
import { saveFilter } from "#app/domain/outgoing/exports/filters.server.ts";
import { usualFilter } from "#app/domain/outgoing/exports/presets.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { eraseClosed } from "#app/domain/upkeep/retention/erase-closed.server.ts";
import { makeExports } from "#app/tasks/index.ts";
import type { Db } from "#db/index.ts";
import { approvalRequests, filePieces, outbox, supporters } from "#db/schema/index.ts";
import { aCampaign, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { everythingStored } from "#tests/support/everything-stored.ts";
import { aFileHandedIn, aSheetTyped, scopeOf } from "#tests/support/imports.ts";
import { aLetter } from "#tests/support/letters.ts";
import { aMeeting, nextYear } from "#tests/support/pledges.ts";
import { aPledgeWithHolding } from "#tests/support/pledges-with-holdings.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const closedOn = new Date("2026-11-30T12:00:00Z");
const months = 6;
const due = erasesOn(closedOn, months);
const before = new Date(due.getTime() - 1000);

async function aFullCampaign() {
  const db = await aDatabase();
  const campaign = await aCampaign(db);
  const meeting = await aMeeting(db, campaign, nextYear);
  const scope = await scopeOf(db, campaign);
  const named = (sort: string) => ({
    name: `Zephyrine ${sort}`,
    email: `zephyrine-${sort.toLowerCase()}@example.org`,
  });
  const signature = await aStoredSignature(db, campaign, {
    ...named("Signer"),
    comment: "Zephyrine wrote this",
  });
  await aPledgeWithHolding(db, { campaign, meeting }, named("Holder"));
  await aPledgeWithHolding(db, { campaign, meeting }, { ...named("Withdrawn"), status: "withdrawn" });
  const letter = await aLetter(db, campaign, {
    ...named("Writer"),
    body: "Zephyrine asks you to end this.",
    state: "sent",
    sentSha256: Buffer.alloc(32, 7),
    handedOverAt: closedOn,
  });
  await aSheetTyped(db, scope, ["Zephyrine Paper", "Zephyrine Sheet"]);
  await aFileHandedIn(db, scope, "name,email\nZephyrine List,zephyrine-list@example.org\n", {
    fileName: "zephyrine.csv",
    now: closedOn,
  });
  await watchName(db, { ...scope, name: "Zephyrine Watched" });
  const list = { preset: "full", filter: usualFilter("full") } as const;
  await saveFilter(db, { ...scope, name: "Zephyrine and others", list });
  await createExport(db, { ...scope, ...list, kept: true }, closedOn);
  await makeExports({ db, keys: testKeys, stop: new AbortController().signal }, () => closedOn);
  await db
    .insert(outbox)
    .values({
      campaignId: campaign.id,
      supporterId: letter.supporterId,
      template: "letter-receipt",
      letterId: letter.id,
      state: "accepted",
      transport: "file",
      createdAt: closedOn,
    });
  await db
    .insert(approvalRequests)
    .values({
      campaignId: campaign.id,
      kind: "update",
      subject: randomUUID(),
      askedAt: closedOn,
      sentBackAt: closedOn,
      reason: "Leave Zephyrine out.",
    });
  await db.transaction((tx) =>
    rebuildTotals(tx, testKeys, { campaignId: campaign.id, meetingId: meeting.id }),
  );
  const removed: string[] = [];
  const files = { list: async () => [], remove: async (ids: string[]) => void removed.push(...ids) };
  const close = () =>
    closeCampaign(db, { campaignSlug: campaign.slug, months, actor: "operator", dryRun: false }, closedOn);
  return { db, campaign, signature, letter, files, removed, close };
}

/** All public counts, and the console's. */
async function counted(db: Db, campaign: { id: number }) {
  const { onPaper, signatures } = await readCounts(db, campaign.id);
  const letters = await countLetters(db, campaign.id);
  const totals = await db.execute(sql`
    select t::text as line from pledge_totals t where campaign_id = ${campaign.id} order by line`);
  return { onPaper, signatures, totals: [...totals], letters: confirmedOf(letters) };
}

test("nothing is erased a second early, and periods of retention are kept", async () => {
  const { db, campaign, files, close } = await aFullCampaign();
  await close();
  const stored = await everythingStored(db);
  expect(await eraseClosed(db, files, before)).toBe(0);
  expect(await everythingStored(db)).toBe(stored);
  for (const sort of ["Signer", "Holder", "Writer", "Paper", "Watched"])
    expect(stored, sort).toContain(`Zephyrine ${sort}`);
  expect(await db.$count(filePieces)).toBe(2);
  expect((await readClosing(db, campaign.id)).closed).toMatchObject({
    erasesOn: due.toISOString(),
    counts: { signatures: 1, pledges: 2, letters: 1, paper: 2, mails: 1, files: 2 },
  });
});

test("at its time everything personal is erased, and every count stays", async () => {
  const { db, campaign, files, removed, close } = await aFullCampaign();
  const was = await counted(db, campaign);
  expect(was).toMatchObject({ signatures: 1, onPaper: 2, letters: 1 });
  expect(was.totals.length).toBeGreaterThan(0);
  const mails = (await db.select({ id: outbox.publicId }).from(outbox)).map(({ id }) => id);
  await close();
  await eraseClosed(db, files, due);
  const stored = await everythingStored(db);
  expect(stored.split("\n").filter((line) => /zephyrine/i.test(line))).toEqual([]);
  expect(stored).not.toContain(Buffer.from("Zephyrine").toString("hex"));
  expect(await db.$count(supporters)).toBe(0);
  expect(await db.$count(filePieces)).toBe(0);
  expect(removed).toEqual(expect.arrayContaining(mails));
  expect(await counted(db, campaign)).toEqual(was);
  expect(await listCounterDrift(db)).toEqual([]);
  expect(await listTotalDrift(db, testKeys)).toEqual([]);
});

test("an erasure between closing and its end still counts after both", async () => {
  const { db, campaign, signature, files, close } = await aFullCampaign();
  await close();
  const ports = { keys: testKeys, record: async () => {}, removeMails: async () => {} };
  const erased = await eraseSupporter(
    db,
    ports,
    { publicId: signature.supporter.publicId, actor: "supporter" },
    before,
  );
  expect(erased.outcome).toBe("erased");
  await eraseClosed(db, files, due);
  expect((await readCounts(db, campaign.id)).signatures).toBe(1);
  expect(
    await eraseSupporter(db, ports, { publicId: signature.supporter.publicId, actor: "supporter" }, due),
  ).toEqual({ outcome: "gone" });
  expect(await listCounterDrift(db)).toEqual([]);
});
