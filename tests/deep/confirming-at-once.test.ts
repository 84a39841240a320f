import { eq, inArray, sql } from "drizzle-orm";
import { afterAll, expect, inject, test } from "vitest";
import { ownLinkSource } from "#app/domain/campaign/share-links/share-link.ts";
import { confirmSignature } from "#app/domain/entries/signatures/confirm-signature.server.ts";
import { confirmTogether } from "#app/domain/entries/signatures/confirm-together.server.ts";
import { scoreSignatures } from "#app/domain/review/scoring/score-signatures.server.ts";
import { listCounterDrift } from "#app/domain/upkeep/check-counters.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { connect, disconnect } from "#db/connection.ts";
import type { Db } from "#db/index.ts";
import { shareLinks, supporters } from "#db/schema/index.ts";
import { aCampaign, testKeys as keys } from "#tests/support/builders.ts";
import { databaseUrl } from "#tests/support/cluster.ts";
import { type Campaign, confirming, type Values } from "#tests/support/confirming.ts";
import { aDatabase } from "#tests/support/database.ts";

const db = await aDatabase();
const { signed, aSharer } = confirming(db);

const ports = { keys, record: async () => {}, removeMails: async () => {} };

/** Errors of failed groups, which then confirm each signature alone. */
const failed: unknown[] = [];

const together = { keys, onFailure: (error: unknown) => failed.push(error) };

/** The same database through another process's connections. */
function anotherProcess(max = 10): Db {
  const other = connect(databaseUrl(inject("clusterUrl"), db.$client.options.database, "owner"), { max });
  afterAll(() => disconnect(other));
  return other;
}

const byLink = (shareCode: string) => ({ source: ownLinkSource, shareCode });

/** Somebody whose earlier signature was erased with them, and who signed again. */
async function erasedBefore(campaign: Campaign) {
  const { publicId, supporterId, to } = await signed(campaign);
  await confirmSignature(db, keys, publicId);
  const [person] = await db.select().from(supporters).where(eq(supporters.id, supporterId));
  await eraseSupporter(db, ports, { publicId: person?.publicId ?? "", actor: "supporter" });
  return signed(campaign, { to });
}

const aCrowd = (campaign: Campaign, size: number, values: (n: number) => Values = () => ({})) =>
  Promise.all(Array.from({ length: size }, (_, n) => signed(campaign, values(n))));

/** How many are confirmed, on hold or not, and how many receipts they get. */
const confirmedOf = async (crowd: readonly { supporterId: number }[]) => {
  const people = crowd.map(({ supporterId }) => supporterId);
  const [row] = await db.execute(sql`
    select (select count(*)::int from signatures where state in ('confirmed', 'quarantined')
      and supporter_id in ${people}) as confirmed,
      (select count(*)::int from outbox where template = 'receipt' and supporter_id in ${people}) as receipts,
      (select count(*)::int from supporters where confirmed_at is not null and id in ${people}) as proved`);
  return row;
};

/** Two processes that count in the same slot. */
async function twoInOneSlot(): Promise<[Db, Db]> {
  const bySlot = new Map<number, Db>();
  while (true) {
    const one = anotherProcess(1);
    const [row] = await one.execute<{ slot: number }>(sql`select pg_backend_pid() % 16 as slot`);
    const other = bySlot.get(row?.slot ?? 0);
    if (other) return [one, other];
    bySlot.set(row?.slot ?? 0, one);
  }
}

test("many who confirm at once, some twice, are confirmed once each, no deadlock", async () => {
  const [campaign, second] = [await aCampaign(db), await aCampaign(db)];
  const sharers = [await aSharer(campaign), await aSharer(campaign), await aSharer(campaign)];
  const crowd = await aCrowd(campaign, 60, (n) => (n % 2 ? byLink(sharers[n % 3]?.code ?? "") : {}));
  const others = await aCrowd(second, 20);
  const erased = await aCrowd(campaign, 10, (n) => byLink(sharers[n % 3]?.code ?? ""));
  const processes = [db, anotherProcess()];
  const all = [...crowd, ...others];
  const [answers] = await Promise.all([
    Promise.all(
      [all, all.toReversed()].flatMap((asked, n) =>
        asked.map(({ publicId, page }) => confirmTogether(processes[n] ?? db, together, publicId, page)),
      ),
    ),
    ...erased.map(async ({ supporterId, publicId, page }, n) => {
      const [person] = await db.select().from(supporters).where(eq(supporters.id, supporterId));
      await Promise.all([
        confirmTogether(processes[n % 2] ?? db, together, publicId, page),
        eraseSupporter(db, ports, { publicId: person?.publicId ?? "", actor: "supporter" }),
      ]);
    }),
    scoreSignatures(db),
    scoreSignatures(db),
  ]);
  expect(failed.splice(0)).toEqual([]);
  expect(answers.map(({ outcome }) => outcome).sort()).toEqual([
    ...Array(80).fill("already-confirmed"),
    ...Array(80).fill("confirmed"),
  ]);
  expect(await confirmedOf(all)).toEqual({ confirmed: 80, receipts: 80, proved: 80 });
  expect(await listCounterDrift(db)).toEqual([]);
  const [{ arrived } = { arrived: 0 }] = await db
    .select({ arrived: sql<number>`sum(arrived)::int` })
    .from(shareLinks)
    .where(
      inArray(
        shareLinks.supporterId,
        sharers.map(({ supporterId }) => supporterId),
      ),
    );
  expect(arrived).toBeGreaterThanOrEqual(30);
  expect(arrived).toBeLessThanOrEqual(40);
});

test("erasures, and signers who sign again, share a slot of counters without a deadlock", async () => {
  const [campaign, second] = [await aCampaign(db), await aCampaign(db)];
  const [here, there] = await twoInOneSlot();
  const confirmAll = async (by: Db, all: readonly ({ publicId: string } | undefined)[]) => {
    for (const one of all) await confirmSignature(by, keys, one?.publicId ?? "");
  };
  const eraseAll = async (by: Db, all: readonly { supporterId: number }[]) => {
    const people = await db
      .select({ publicId: supporters.publicId })
      .from(supporters)
      .where(
        inArray(
          supporters.id,
          all.map(({ supporterId }) => supporterId),
        ),
      );
    for (const { publicId } of people) await eraseSupporter(by, ports, { publicId, actor: "supporter" });
  };
  const anErasedCrowd = async () => {
    const again = [];
    for (let n = 0; n < 6; n++) again.push(await erasedBefore(campaign));
    return again;
  };
  const confirmed = async (size: number) => {
    const crowd = await aCrowd(campaign, size);
    await confirmAll(db, crowd);
    return crowd;
  };
  /** Confirmed in the second campaign, pending in the first. */
  const inBoth = async (size: number) => {
    const crowd = await aCrowd(second, size);
    await confirmAll(db, crowd);
    for (const { to } of crowd) await signed(campaign, { to });
    return crowd;
  };

  await Promise.all([confirmAll(here, await anErasedCrowd()), confirmAll(there, await aCrowd(campaign, 18))]);
  await Promise.all([eraseAll(here, await confirmed(8)), eraseAll(there, await aCrowd(campaign, 16))]);
  await Promise.all([eraseAll(here, await confirmed(8)), confirmAll(there, await anErasedCrowd())]);
  await Promise.all([eraseAll(here, await inBoth(6)), eraseAll(there, await inBoth(6))]);
  expect(await listCounterDrift(db)).toEqual([]);
}, 60_000);
