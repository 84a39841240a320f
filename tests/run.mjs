// `npm test`: checks and quick tests. `npm run test:all`, and `.ci/run`: what simulates, measures, kills, or
// repeats, too. Either shows what runs and how far it is, and stops at the first that fails.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { buildIfChanged } from "../app/cli/build.mjs";

const root = join(import.meta.dirname, "..");
const reports = join(root, ".cache/reports");
mkdirSync(reports, { recursive: true });

const tool = (name, ...args) => ({ command: join(root, "node_modules/.bin", name), args });
/** Runs the tests of a project; `node`: by another Node than this one. */
const vitest = (project, node = process.execPath) => ({
  command: node,
  args: [
    join(root, "node_modules/vitest/vitest.mjs"),
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--reporter=${join(root, "tests/support/progress/vitest.mjs")}`,
    `--outputFile.json=${join(reports, `${project}.json`)}`,
  ],
});

/** Runs journeys in the browser. */
const playwright = (name, ...args) => ({
  ...tool(
    "playwright",
    "test",
    `--reporter=list,json,${join(root, "tests/support/progress/playwright.mjs")}`,
    ...args,
  ),
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, `${name}.json`) },
  before: requireChromium,
  count: () => {
    const { expected, unexpected, flaky, skipped } = readReport(name).stats;
    return { passed: expected + flaky, failed: unexpected, skipped };
  },
});

const steps = [
  {
    name: "types",
    command: process.execPath,
    args: [join(root, "node_modules/typescript-7/bin/tsc"), "--noEmit"],
  },
  { name: "lint", ...tool("biome", "check", "--error-on-warnings", ".") },
  { name: "unused", ...tool("knip") },
  {
    name: "layers",
    ...tool("depcruise", "app", "db", "emails", "tests", "--config", ".dependency-cruiser.cjs"),
  },
  { name: "build", run: () => buildIfChanged(root, { say: false }) },
  // `.ci/run` has them run by the newest Node that is supported, and all others by the oldest.
  { name: "unit", ...vitest("unit", process.env.UNIT_TEST_NODE), count: () => vitestCount("unit") },
  {
    name: "storage",
    ...vitest("storage"),
    // A server for this step only, as `.ci/run` gives the oldest supported one; others use the embedded one.
    env: process.env.STORAGE_TEST_DATABASE_URL
      ? { TEST_DATABASE_URL: process.env.STORAGE_TEST_DATABASE_URL }
      : {},
    count: () => vitestCount("storage"),
  },
  { name: "server", ...vitest("server"), count: () => vitestCount("server") },
  // A dozen: one for each thing that people do here.
  { name: "journeys", ...playwright("journeys", "--grep", "@journey") },
  { name: "deep", ...vitest("deep"), count: () => vitestCount("deep"), isDeep: true },
  { name: "faults", ...vitest("faults"), count: () => vitestCount("faults"), isDeep: true },
  { name: "browser", ...playwright("browser", "--grep-invert", "@journey"), isDeep: true },
  // `npm run test:full` alone: a second run of most tests, and a tool that fetches 185 MB.
  ...(process.env.FULL
    ? [
        ...["unit", "storage", "server"].map(inFourHundredDays),
        {
          name: "lighthouse",
          isDeep: true,
          command: "npm",
          args: ["run", "lighthouse"],
          before: requireChromium,
        },
      ]
    : []),
];

/** A test that passes by the date of today alone fails here before its day has come. */
function inFourHundredDays(part) {
  const name = `${part}+400`;
  return {
    name,
    command: process.execPath,
    args: [join(root, "tests/on-another-day.mjs"), "+400", part],
    isDeep: true,
    count: () => vitestCount(name),
  };
}

/**
 * What may run at the same time, in two lanes of equal length, one per core. The rest needs the machine to
 * itself.
 */
const lanes = [
  [
    ["lint", "unused", "layers", "faults", "unit", "storage"],
    ["build", "types", "server", "deep"],
  ],
  [["journeys", "browser", "unit+400", "storage+400", "server+400", "lighthouse"]],
];
const only = process.argv.slice(2).filter((name) => name !== "--all");
const isAll = process.argv.includes("--all") || Boolean(process.env.FULL);
/** A line for each part that runs: what it is, and how far. */
const bars = new Map();
if (process.stdout.isTTY) setInterval(drawBars, 1000).unref();
const total = { passed: 0, failed: 0, skipped: 0 };
const failed = [];
const began = Date.now();

const chosen = steps.filter(({ name, isDeep }) => (only.length > 0 ? only.includes(name) : isAll || !isDeep));
for (const together of lanes) {
  const whole = await allOf(
    ...together.map(
      (names) => () => inOrder(names.flatMap((name) => chosen.filter((step) => step.name === name))),
    ),
  );
  if (!whole) break;
}
// Once more at the end of a long output.
for (const { name } of failed)
  for (const line of testsOf(name, ({ status }) => status === "failed"))
    console.log(`FAILED ${name}  ${line}`);
console.log(`\n${seconds(began)} in all`);
if (total.failed || chosen.some(({ count }) => count))
  console.log(
    `${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ""}`,
  );
process.exit(total.failed ? 1 : 0);

/** Runs lanes side by side; true when nothing failed in any. */
async function allOf(...lanes) {
  return (await Promise.all(lanes.map((lane) => lane()))).every(Boolean);
}

/** Runs steps one after the other until one fails here or in another lane. */
async function inOrder(lane) {
  for (const step of lane) {
    if (total.failed > 0) return false;
    await tell(step);
  }
  return total.failed === 0;
}

/** Runs one step, tells how it ended, and adds up what it counted. */
async function tell(step) {
  const from = Date.now();
  rmSync(join(reports, `${step.name}.json`), { force: true });
  const problem = step.before?.() ?? null;
  const { code, output } = problem === null ? await perform(step) : { code: 1, output: problem };
  const counts = step.count && problem === null ? countOf(step) : undefined;
  for (const key of Object.keys(total)) total[key] += counts?.[key] ?? 0;

  const figures = counts ? `  ${counts.passed} passed` : "";
  endBar(step.name);
  console.log(
    `${code === 0 ? "ok  " : "FAIL"} ${step.name.padEnd(10)} ${seconds(from).padStart(6)}${figures}`,
  );
  for (const line of testsOf(
    step.name,
    ({ status, failureMessages }) => status === "passed" && failureMessages.length > 0,
  ))
    console.log(`     flaky, passed when tried again: ${line}`);
  if (code === 0) return;
  console.log(`\n${output.trimEnd()}\n`);
  if (!counts?.failed) total.failed += 1;
  failed.push(step);
}

function seconds(from) {
  return `${((Date.now() - from) / 1000).toFixed(1)} s`;
}

async function perform(step) {
  startBar(step.name);
  if (step.run) {
    const problem = await step.run();
    return { code: problem === null ? 0 : 1, output: problem ?? "" };
  }
  return new Promise((resolve) => {
    const child = spawn(step.command, step.args, {
      cwd: root,
      env: { ...process.env, ...step.env },
      stdio: ["ignore", "pipe", "pipe", "pipe"],
    });
    // Lines "<done> <total>", of tests/support/progress.
    child.stdio[3].on("data", (lines) => {
      const [done, all] = String(lines).trim().split("\n").at(-1).split(" ").map(Number);
      moveBar(step.name, done, all);
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output += chunk;
      });
    }
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

function startBar(name) {
  bars.set(name, { from: Date.now(), done: 0, all: 0 });
  if (!process.stdout.isTTY) console.log(`...  ${name}`);
  drawBars();
}

function moveBar(name, done, all) {
  Object.assign(bars.get(name) ?? {}, { done, all });
  drawBars();
}

function endBar(name) {
  if (process.stdout.isTTY && bars.size > 0) process.stdout.write("\r\x1b[J");
  bars.delete(name);
}

/** Draws the parts that run below what is printed, and leaves the cursor at their beginning. */
function drawBars() {
  if (!process.stdout.isTTY) return;
  const lines = [...bars].map(([name, { from, done, all }]) => {
    const filled = all > 0 ? Math.round((done / all) * 24) : 0;
    const bar = `${"=".repeat(filled)}${" ".repeat(24 - filled)}`;
    return `...  ${name.padEnd(10)} ${seconds(from).padStart(8)}  ${all > 0 ? `[${bar}] ${done} of ${all}` : ""}`;
  });
  process.stdout.write(`\r\x1b[J${lines.join("\n")}${lines.length > 1 ? `\x1b[${lines.length - 1}A` : ""}\r`);
}

function readReport(name) {
  return JSON.parse(readFileSync(join(reports, `${name}.json`), "utf8"));
}

function vitestCount(project) {
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = readReport(project);
  return { passed, failed, skipped };
}

/** Tests of a step that `are` so, each as its file and name. */
function testsOf(name, are) {
  try {
    return (readReport(name).testResults ?? []).flatMap(({ name: file, assertionResults }) =>
      assertionResults.filter(are).map(({ fullName }) => `${relative(root, file)}: ${fullName}`),
    );
  } catch {
    return [];
  }
}

/** A report that is missing counts nothing: the step's exit code speaks. */
function countOf(step) {
  try {
    return step.count();
  } catch {
    return undefined;
  }
}

/** Null with a browser; as root on Debian it is installed first. Otherwise a line that says what to do. */
function requireChromium() {
  if (findChromium()) return null;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
      stdio: "ignore",
      env,
    });
    if (findChromium()) return null;
  }
  return "No Chromium was found: install it (Debian: apt-get install chromium), or set CHROMIUM_PATH to one.";
}

function findChromium() {
  const paths = [
    process.env.CHROMIUM_PATH,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    playwrightsOwn(),
  ];
  return paths.find((path) => path && existsSync(path));
}

function playwrightsOwn() {
  try {
    return createRequire(import.meta.url)("playwright-core").chromium.executablePath();
  } catch {
    return undefined;
  }
}
