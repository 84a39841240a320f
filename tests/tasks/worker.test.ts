import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { connectToWorkers } from "#app/domain/base/jobs/connect-to-workers.server.ts";
import { queueNames } from "#app/domain/base/jobs/queues.ts";
import { createWriter } from "#app/domain/outbox/batches/write-mails.server.ts";
import { readEnv } from "#app/lib/env.server.ts";
import { drawPicture } from "#app/pictures/draw-picture.server.ts";
import { tasks } from "#app/tasks/index.ts";
import { createWorker } from "#app/worker.ts";
import { enqueue } from "#db/jobs.ts";
import { outbox, signatures } from "#db/schema/index.ts";
import { testKeys } from "#tests/support/builders.ts";
import { aDatabase, openAs } from "#tests/support/database.ts";
import { plainPapers } from "#tests/support/dispatches.ts";
import { aFileMailing, aStubMailing, silent } from "#tests/support/mail.ts";
import { aMemoryLog } from "#tests/support/memory-log.ts";
import { aWaitingMail, readOutbox } from "#tests/support/outbox.ts";

const owner = await aDatabase();
const db = openAs("app", owner);
const env = readEnv("/nowhere", () => "a-secret-for-tests-that-is-long-enough-0001", {});
const within = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 50 });

test("a worker with the product's own role sends what is and gets queued", async () => {
  const first = await aWaitingMail(owner);
  const { mailing, readAll } = await aFileMailing();
  const worker = createWorker({ db, env, log: silent, transport: mailing.transport });
  await worker.start();
  try {
    await within(async () => expect(await readOutbox(db, first.id)).toMatchObject({ state: "accepted" }));
    const second = await aWaitingMail(owner);
    worker.wakeMail();
    await within(async () => expect(await readOutbox(db, second.id)).toMatchObject({ state: "accepted" }));
    expect(await readAll()).toHaveLength(2);
  } finally {
    await worker.stop();
  }
});

test("another process wakes the worker through the queue", async () => {
  const { mailing, tries } = aStubMailing("file");
  const worker = createWorker({ db, env, log: silent, transport: mailing.transport });
  const web = await connectToWorkers({ db, log: silent });
  await worker.start();
  try {
    await aWaitingMail(owner);
    for (let call = 0; call < 100; call++) web.wakeMail();
    await within(async () => expect(tries).toHaveLength(1));
    const jobs = await db.$client`select count(*)::int as jobs from pgboss.job where name = 'send-mail'`;
    expect(jobs[0]?.jobs).toBeLessThanOrEqual(3);
  } finally {
    await web.stop();
    await worker.stop();
  }
});

test("what waits in any queue is done at once, each time", async () => {
  const { mailing } = await aFileMailing();
  const worker = createWorker({ db, env, log: silent, transport: mailing.transport });
  await worker.start();
  try {
    for (const times of [1, 2]) {
      await db.transaction((tx) => enqueue(tx, "replan-reminders"));
      await within(async () =>
        expect(
          await db.$client`select state from pgboss.job
            where name = 'replan-reminders' and state = 'completed'`,
        ).toHaveLength(times),
      );
    }
  } finally {
    await worker.stop();
  }
});

test("a worker that stops lets the mail under way end before it is done", async () => {
  const mail = await aWaitingMail(owner);
  let began = () => {};
  const underWay = new Promise<void>((resolve) => {
    began = resolve;
  });
  const { mailing } = aStubMailing("file", async () => {
    began();
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { outcome: "accepted", providerId: null };
  });
  const worker = createWorker({ db, env, log: silent, transport: mailing.transport });
  await worker.start();
  await underWay;
  await worker.stop();
  expect(await readOutbox(db, mail.id)).toMatchObject({ state: "accepted" });
});

test("every queue has its job, and jobs hold no word about anyone", async () => {
  expect(Object.keys(tasks).sort()).toEqual([...queueNames].sort());
  const jobs =
    await db.$client`select distinct data::text as data from pgboss.job where name not like '\\_\\_%'`;
  expect(jobs.map(({ data }) => data ?? "{}").filter((data) => data !== "{}" && data !== "null")).toEqual([]);
});

test("every job runs on a database with a campaign, with the product's own rights", async () => {
  const pending = await aWaitingMail(owner);
  const { mailing } = aStubMailing("file");
  await owner
    .update(signatures)
    .set({ signedAt: new Date(Date.now() - 8 * 86_400_000) })
    .where(eq(signatures.id, pending.signature.id));
  const ports = {
    db,
    keys: testKeys,
    mailing,
    writeMails: createWriter(db, mailing),
    erasing: { keys: testKeys, log: aMemoryLog(), removeMails: mailing.transport.files.remove },
    papers: plainPapers,
    drawPicture,
    readBounces: null,
    log: silent,
    wakeMail: () => {},
    stop: new AbortController().signal,
  };
  for (const name of queueNames) await tasks[name](ports);
  expect(await db.$count(outbox, eq(outbox.id, pending.id))).toBe(0);
});
