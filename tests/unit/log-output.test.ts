// Where a log goes may be full, or read by nobody: the process continues, and later says what was dropped.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { aSmallDisk } from "#tests/support/small-disk.ts";

const root = join(import.meta.dirname, "../..");

const compiled = join(root, `.cache/test-log-${process.pid}`);
afterAll(() => rmSync(compiled, { recursive: true, force: true }));
const built = build({
  configFile: false,
  logLevel: "error",
  build: {
    ssr: true,
    rollupOptions: {
      input: ["log", "capture-console"].map((name) => join(root, `app/lib/${name}.server.ts`)),
    },
    outDir: compiled,
    target: "es2022",
  },
});

const program = `
  import { createLog } from ${JSON.stringify(join(compiled, "log.server.js"))};
  import { redirectConsoleToLog } from ${JSON.stringify(join(compiled, "capture-console.server.js"))};
  process.stdout.on("error", () => process.exit(9));
  const log = createLog();
  redirectConsoleToLog(log);
  let n = 0;
  process.on("message", (lines) => {
    for (let more = lines; more > 0; more--) log.info({ n: n++, pad: "x".repeat(400) }, "a line");
    setImmediate(() => process.send(process.memoryUsage().rss));
  });
  process.on("disconnect", () => process.exit(0));`;

/** Runs a process whose log goes to `stdout`. Returns what has it write lines, and what ends it. */
async function aLogger(stdout: number | "pipe") {
  await built;
  const args = ["--input-type=module", "-e", program];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", stdout, "inherit", "ipc"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  return {
    child,
    async log(lines: number) {
      const left = once(child, "exit").then(([code, signal]) => {
        throw new Error(`the process ended: ${code ?? signal}`);
      });
      left.catch(() => {});
      child.send(lines);
      const [bytes] = await Promise.race([once(child, "message"), left]);
      return (bytes as number) / 1e6;
    },
    async end() {
      child.disconnect();
      return (await once(child, "exit"))[0];
    },
  };
}

type Line = { n?: number; dropped?: number };
const linesOf = (text: string) =>
  text
    .split("\n")
    .flatMap((line): Line[] => (line.startsWith("{") && line.endsWith("}") ? [JSON.parse(line)] : []));

/** Every line is there, or counted. */
function expectAll(lines: Line[], written: number) {
  const dropped = lines.reduce((sum, line) => sum + (line.dropped ?? 0), 0);
  expect(dropped).toBeGreaterThan(0);
  expect(lines.filter(({ n }) => n !== undefined).length + dropped).toBe(written);
}

test("a full device as the log does not end the process", async () => {
  const full = openSync("/dev/full", "w");
  const logger = await aLogger(full);
  closeSync(full);
  for (let n = 0; n < 5; n++) await logger.log(1000);
  expect(await logger.end()).toBe(0);
});

test("a reader that left does not end the process", async () => {
  const logger = await aLogger("pipe");
  logger.child.stdout?.destroy();
  for (let n = 0; n < 5; n++) await logger.log(1000);
  expect(await logger.end()).toBe(0);
});

test("nobody reads the log: the process continues, and later says how many lines were dropped", async () => {
  const folder = mkdtempSync(join(tmpdir(), "undersigned-log-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  execFileSync("mkfifo", [join(folder, "pipe")]);
  const pipe = openSync(join(folder, "pipe"), "r+");
  onTestFinished(() => closeSync(pipe));
  const ofPipe = await aLogger(pipe);
  const ofSocket = await aLogger("pipe");
  for (const logger of [ofPipe, ofSocket]) {
    const before = await logger.log(5000);
    for (let n = 0; n < 3; n++) await logger.log(5000);
    expect((await logger.log(5000)) - before).toBeLessThan(40);
  }

  let read = "";
  ofSocket.child.stdout?.on("data", (chunk) => {
    read += chunk;
  });
  await expect.poll(() => read).toContain('"dropped"');
  expectAll(linesOf(read), 25_000);

  // The process made the pipe non-blocking.
  let text = "";
  const block = Buffer.alloc(65_536);
  const readMore = () => {
    try {
      for (;;) text += block.toString("utf8", 0, readSync(pipe, block));
    } catch (error) {
      expect(error).toMatchObject({ code: "EAGAIN" });
    }
    return text;
  };
  await expect.poll(readMore).toMatch(/"dropped".*\n/);
  expectAll(linesOf(text), 25_000);
});

test("a disk that was full: later lines are whole, and say how many were dropped", async ({ skip }) => {
  const disk = aSmallDisk(skip, "256k");
  writeFileSync(join(disk, "other"), Buffer.alloc(100_000));
  const path = join(disk, "log");
  const file = openSync(path, "a");
  const logger = await aLogger(file);
  closeSync(file);
  await logger.log(1000);
  rmSync(join(disk, "other"));
  await logger.log(1);
  expect(await logger.end()).toBe(0);
  expectAll(linesOf(readFileSync(path, "utf8")), 1001);
});
