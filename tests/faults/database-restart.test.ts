// The database is killed and restarted under the worker, as after a crash of its machine.
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { queueNames } from "#app/domain/base/jobs/queues.ts";
import { connect, disconnect } from "#db/connection.ts";
import { findBinaries } from "#db/embedded/binaries.ts";
import { findDataFolder } from "#db/embedded/data-folder.ts";
import { roleNames } from "#db/embedded/passwords.ts";
import { run } from "#db/embedded/run.ts";
import { removeEmbedded, startEmbedded } from "#db/embedded.ts";
import { migrate } from "#db/migrate.ts";
import { emailNames } from "#tests/support/email-names.ts";
import { byChance, createProvider } from "#tests/support/resend-provider.mjs";
import { addressOf, aScene } from "./scene.ts";
import { faults, sizes, tell, whole } from "./sizes.ts";
import { endLeasesOfAll, watchUntilSent } from "./watch.ts";
import { aWorker, byResend } from "./worker.ts";

const root = join(import.meta.dirname, "../..");

/** A test's own server, durable as in production, that can be crashed. */
async function aCluster() {
  const folder = join(root, `.cache/test-postgres-crash-${process.pid}`);
  onTestFinished(() => removeEmbedded(folder));
  const server = await startEmbedded({ folder });
  await migrate({
    ownerUrl: server.url("owner"),
    folder: join(root, "db"),
    appRole: roleNames.app,
    queues: queueNames,
    emails: emailNames,
  });
  const db = connect(server.url("owner"), { max: 4, name: "undersigned faults" });
  onTestFinished(() => disconnect(db));
  const place = findDataFolder(folder);
  const log = join(place.data, "server.log");
  /** Kills all its processes without a checkpoint, and restarts it from the disk. */
  const crash = () =>
    run(place.account, join(findBinaries(place.account), "pg_ctl"), [
      "restart",
      "-D",
      place.data,
      "-m",
      "immediate",
      "-w",
      "-t",
      "60",
      "-l",
      log,
    ]);
  return { ground: { db, appUrl: server.url("app") }, crash };
}

const away = /^(57P0[1-5]|08\w{3}|CONNECT|ECONN|EPIPE)/;
/** The error of a statement or a running transaction when the database is away. */
const isAway = (error: unknown): boolean => {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  return away.test(String(code)) || (cause !== undefined && isAway(cause));
};

test("everyone gets the update once though the database crashes twice in between", async () => {
  const { ground, crash } = await aCluster();
  const { people } = sizes;
  const scene = await aScene(ground, people);
  const seed = sizes.seeds[0] ?? 1;
  const chance = byChance(seed, faults);
  const crashes: number[] = [];
  const crashAt = [0.3, 0.6];
  let crashing = Promise.resolve();
  const crashOnce = async () => {
    await crash();
    // The first statement may meet a connection that the crash closed.
    const ended = () =>
      endLeasesOfAll(scene).then(
        () => true,
        (error) => !isAway(error) && Promise.reject(error),
      );
    await expect.poll(ended).toBe(true);
  };
  const provider = createProvider({
    perSecond: whole ? 40 : 10,
    limited: false,
    hangFor: 1000,
    behave: (call) => {
      // In the middle of a call: its answer cannot be stored.
      const { mails } = provider.counted;
      if (mails >= (crashAt[0] ?? Number.POSITIVE_INFINITY) * people) {
        crashAt.shift();
        crashes.push(mails);
        crashing = crashing.then(crashOnce);
      }
      return chance(call);
    },
  });
  onTestFinished(provider.close);
  const worker = await aWorker(scene, byResend(await provider.listen()));
  await scene.send();

  const end = await watchUntilSent(scene, { within: 240, lastWords: worker.lastWords, tolerate: isAway });
  await crashing;
  expect(crashes).toHaveLength(2);
  const wrong = Array.from({ length: people }, (_, n) => addressOf(n + 1)).filter(
    (address) => provider.ledger.get(address)?.length !== 1,
  );
  expect(wrong).toEqual([]);
  expect(end.counts).toMatchObject({ queued: 0, claimed: 0, unknown: 0, accepted: people });
  tell("database restarted", {
    seed,
    people,
    "crashes after": crashes.join(" and "),
    "worker ended by itself": worker.endedByItself,
    looks: end.looks,
  });
});
