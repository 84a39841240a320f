import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { getPriority } from "node:os";
import { sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { anAddress, aSiteAlone, waitForMail } from "#tests/support/site.ts";

type Site = Awaited<ReturnType<typeof aSiteAlone>>;

/** The pids of the processes that a site has started. */
function childrenOf({ child }: Site): number[] {
  try {
    return execFileSync("pgrep", ["-P", String(child.pid)], { encoding: "utf8" })
      .trim()
      .split("\n")
      .map(Number);
  } catch {
    return [];
  }
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** The one worker of a site, once it works. */
async function workerOf(site: Site): Promise<number> {
  const connections = sql`select from pg_stat_activity
    where datname = current_database() and application_name = 'undersigned worker'`;
  await expect.poll(async () => (await site.db.execute(connections)).length).toBeGreaterThan(0);
  const [pid, ...others] = childrenOf(site);
  expect(others).toEqual([]);
  return pid ?? 0;
}

const sign = async (site: Site, email: string) => {
  const fields = { name: "Ana", email, country: "US", consent_sign: "on" };
  return (await site.post("/c/microsoft-ice/sign", fields)).status;
};

/** The log lines of a site's first process, as they are written. */
function linesOf(site: Site): () => { msg: string; process?: string }[] {
  let written = "";
  for (const stream of site.output)
    stream.on("data", (chunk) => {
      written += chunk;
    });
  const all = () => written.split("\n").filter(Boolean);
  return () => all().flatMap((line) => [JSON.parse(line)].filter((each) => each.process !== "worker"));
}

test("pages are served while a killed worker restarts and sends what waited", async () => {
  const site = await aSiteAlone();
  const lines = linesOf(site);
  const worker = await workerOf(site);
  process.kill(worker, "SIGKILL");
  const email = anAddress();
  expect(await sign(site, email)).toBe(303);
  expect((await site.get("/readyz")).status).toBe(200);

  await waitForMail(site, email);
  expect(lines()).toMatchObject([{ level: 50, signal: "SIGKILL", msg: "the worker ended and is restarted" }]);

  const next = await workerOf(site);
  expect(next).not.toBe(worker);
  const exited = once(site.child, "exit");
  site.child.kill("SIGTERM");
  expect(await exited).toEqual([0, null]);
  expect(isAlive(next)).toBe(false);
});

test("the worker is back behind the web process once it works", async () => {
  const site = await aSiteAlone();
  const worker = await workerOf(site);
  await expect.poll(() => getPriority(worker) - getPriority(site.child.pid)).toBe(10);
});

test("Ctrl-C, which a terminal sends to both processes, ends both at once", async () => {
  const site = await aSiteAlone();
  const lines = linesOf(site);
  const worker = await workerOf(site);
  const exited = once(site.child, "exit");
  const began = performance.now();
  for (const pid of [worker, site.child.pid ?? 0]) process.kill(pid, "SIGINT");
  expect(await exited).toEqual([0, null]);
  expect(performance.now() - began).toBeLessThan(3000);
  expect(isAlive(worker)).toBe(false);
  expect(lines()).toEqual([]);
});

test("after a kill -9 of the first process its worker ends by itself", async () => {
  const site = await aSiteAlone();
  const worker = await workerOf(site);
  onTestFinished(() => void (isAlive(worker) && process.kill(worker, "SIGKILL")));
  site.child.kill("SIGKILL");
  await expect.poll(() => isAlive(worker)).toBe(false);
});
