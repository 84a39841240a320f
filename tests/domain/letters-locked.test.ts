import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { cancelDispatch } from "#app/domain/outgoing/dispatches/cancel-dispatch.server.ts";
import { lockDispatch } from "#app/domain/outgoing/dispatches/lock-dispatch.server.ts";
import { claimPart } from "#app/domain/outgoing/dispatches/parts/claim-part.server.ts";
import { freezePart } from "#app/domain/outgoing/dispatches/parts/freeze-part.server.ts";
import { gatherPart } from "#app/domain/outgoing/dispatches/parts/gather-part.server.ts";
import { recordPartOutcome } from "#app/domain/outgoing/dispatches/parts/record-part-outcome.server.ts";
import { splitTooLarge } from "#app/domain/outgoing/dispatches/parts/split-too-large.server.ts";
import { writePart } from "#app/domain/outgoing/dispatches/parts/write-part.server.ts";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";
import { recordHandOver } from "#app/domain/outgoing/packs/record-hand-over.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { eraseClosed } from "#app/domain/upkeep/retention/erase-closed.server.ts";
import type { SendOutcome } from "#app/mail/transport.ts";
import type { Db } from "#db/index.ts";
import { campaigns, letterParts, letters, outbox, supporters } from "#db/schema/index.ts";
import { changeRows, storeRow, testKeys } from "#tests/support/builders.ts";
import { aDatabase, openAs } from "#tests/support/database.ts";
import { aBegunDispatch, aDispatch, aLetterCampaign, plainPapers } from "#tests/support/dispatches.ts";
import { aLetter } from "#tests/support/letters.ts";
import { aFileMailing } from "#tests/support/mail.ts";
import { aMadePack } from "#tests/support/packs.ts";
import { causeOf } from "#tests/support/refusals.ts";

const db = await aDatabase();
// Many letters are read in the order on disk. An UPDATE with nothing before it locks them in that order.
const name = sql.identifier(db.$client.options.database);
for (const way of ["enable_indexscan", "enable_bitmapscan"])
  await db.execute(sql`alter database ${name} set ${sql.identifier(way)} = off`);
const other = openAs("app", db);

type Scene = Awaited<ReturnType<typeof aLetterCampaign>>;
type Letter = typeof letters.$inferSelect;
type Command = { ids: number[]; run: (db: Db) => Promise<unknown> };

/** Commands that change or delete two letters, each with a campaign's letters to use. */
const commands: Record<string, (scene: Scene) => Promise<Command>> = {
  "an accepted mail": (scene) => settling(scene, { outcome: "accepted", providerId: "p" }),
  "a mail that is retried": (scene) =>
    settling(scene, { outcome: "retry-later", problem: "busy", after: 60 }),
  "two mails too large to divide": async (scene) => {
    const [first, second] = await twoLetters(scene);
    const draft = await aBegunDispatch(db, scene);
    await refuseAsTooLarge(draft.id, [second.id, first.id]);
    return {
      ids: [first.id, second.id],
      run: (by) =>
        by.transaction(async (tx) => {
          const on = { campaignId: scene.campaign.id, publicId: draft.publicId, actor: "operator" } as const;
          const dispatch = await lockDispatch(tx, on, "write");
          if (dispatch) await splitTooLarge(tx, dispatch);
        }),
    };
  },
  "a cancelled dispatch": async (scene) => {
    const ids = idsOf(await twoLetters(scene));
    const draft = await aDispatch(db, scene, scene.team[0]?.actor ?? "operator");
    await submitDispatch(db, draft);
    return { ids, run: (by) => cancelDispatch(by, draft) };
  },
  "a pack handed over": async (scene) => {
    const ids = idsOf(await twoLetters(scene));
    const { on } = await aMadePack(db, scene.campaign);
    const handOver = { ...on, actor: "operator", handedOverAt: new Date(), to: "The front desk" } as const;
    return { ids, run: (by) => recordHandOver(by, handOver) };
  },
  "erasing a campaign": async (scene) => {
    const ids = idsOf(await twoLetters(scene));
    const closed = { status: "closed", closedAt: new Date("2020-01-01T00:00:00Z") } as const;
    await db.update(campaigns).set(closed).where(eq(campaigns.id, scene.campaign.id));
    return { ids, run: (by) => eraseClosed(by, { list: async () => [], remove: async () => {} }) };
  },
  "erasing a person": async ({ campaign }) => {
    const first = await aLetter(db, campaign, { state: "withdrawn", withdrawnAt: new Date() });
    const { supporterId } = first;
    const second = await aLetter(db, campaign, { supporterId });
    const [person] = await db.select().from(supporters).where(eq(supporters.id, supporterId));
    const ports = { keys: testKeys, record: async () => {}, removeMails: async () => {} };
    return {
      ids: idsOf([first, second]),
      run: (by) => eraseSupporter(by, ports, { publicId: person?.publicId ?? "", actor: "supporter" }),
    };
  },
};

const idsOf = (some: readonly Letter[]) => some.map(({ id }) => id);

async function twoLetters({ campaign }: Scene): Promise<[Letter, Letter]> {
  return [await aLetter(db, campaign), await aLetter(db, campaign)];
}

async function settling(scene: Scene, outcome: SendOutcome): Promise<Command> {
  const ids = idsOf(await twoLetters(scene));
  await aBegunDispatch(db, scene);
  const { mailing } = await aFileMailing();
  const claim = await claimPart(db, mailing);
  if (claim.outcome !== "claimed") throw new Error(claim.outcome);
  const gathered = await gatherPart(db, testKeys, claim.part.partId);
  const written = await writePart({ mailing, papers: plainPapers }, gathered);
  await freezePart(db, mailing, claim.part, { gathered, written });
  return { ids, run: (by) => recordPartOutcome(by, claim.part, outcome) };
}

/** Splits a dispatch's one email into one per letter, each refused for its size, in this order. */
async function refuseAsTooLarge(dispatchId: number, [one, two]: [number, number]) {
  const [part] = await db.select().from(letterParts).where(eq(letterParts.dispatchId, dispatchId));
  const [mail] = await db
    .update(outbox)
    .set({ problem: "too-large" })
    .where(eq(outbox.letterPartId, part?.id ?? 0))
    .returning();
  if (!part || !mail) throw new Error("no mail waits");
  await changeRows(db, letterParts, part.id, { letterIds: [one] });
  const added = await storeRow(db, letterParts, { dispatchId, part: 2, letterIds: [two], signatureIds: [] });
  const { template, campaignId, letterRecipientId, problem } = mail;
  await storeRow(db, outbox, { template, campaignId, letterRecipientId, problem, letterPartId: added.id });
}

const waitForLock = () =>
  expect
    .poll(async () => {
      const [row] = await db.execute<{ n: number }>(sql`
        select count(*)::int as n from pg_stat_activity
        where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`);
      return row?.n;
    })
    .toBe(1);

test.each(Object.keys(commands))(
  "%s and the scoring of its letters lock them in one order",
  async (which) => {
    const { ids, run } = await prepare(which);
    // The first is after the second on disk from now on.
    await changeRows(db, letters, ids[0] ?? 0, { templateSimilarity: 0.5 });
    const { ending } = await db.transaction(async (tx) => {
      const score = (id?: number) =>
        tx.execute(sql`select from letters where id = ${id ?? 0} for no key update`);
      await score(ids[0]);
      const ending = causeOf(run(other));
      await waitForLock();
      await score(ids[1]);
      return { ending };
    });
    expect(await ending).toBe(null);
  },
);

test.each(["erasing a campaign", "erasing a person"])(
  "%s waits for who holds a letter and queues an email to its writer",
  async (which) => {
    const { ids, run } = await prepare(which);
    const { ending } = await db.transaction(async (tx) => {
      const [letter] = await tx.execute<{ writer: string }>(sql`
        select supporter_id as writer from letters where id = ${ids[0] ?? 0} for no key update`);
      const ending = causeOf(run(other));
      await waitForLock();
      await tx.execute(sql`select from supporters where id = ${letter?.writer ?? 0} for key share`);
      return { ending };
    });
    expect(await ending).toBe(null);
  },
);

async function prepare(which: string): Promise<Command> {
  const command = await commands[which]?.(await aLetterCampaign(db));
  if (!command) throw new Error(which);
  return command;
}
