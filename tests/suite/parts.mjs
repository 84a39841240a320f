// The parts of the suite: what each runs, and how what failed in it runs once more, alone.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { buildIfChanged } from "../../app/cli/build.mjs";
import { failuresIn, readReport, root } from "./reports.mjs";

const bin = (name) => join(root, "node_modules/.bin", name);
const suite = (file) => join(root, "tests/suite", file);

/** Reads or builds. It does not fail by chance, so nothing of it runs again. */
const check = (name, command, ...args) => ({ name, set: "quick", command, args });

/**
 * Tests in a project of vitest. `node`: runs them with another Node than this one. A whole file runs again:
 * its tests share a database or a site.
 */
const vitest = (name, { node = process.execPath, ...more } = {}) => ({
  name,
  set: "quick",
  command: node,
  args: [
    bin("../vitest/vitest.mjs"),
    "run",
    "--project",
    name,
    "--reporter=default",
    `--reporter=${suite("vitest-reporter.mjs")}`,
  ],
  again: "file",
  alone: ({ file }) => [file, "--maxWorkers=1"],
  byHand: ({ file }) => `npx vitest run --project ${name} ${file}`,
  ...more,
});

/** Tests in Chromium. */
const playwright = (name, which, more) => ({
  name,
  set: "quick",
  command: bin("playwright"),
  args: ["test", `--reporter=list,${suite("playwright-reporter.mjs")}`],
  which,
  shuffled: (seed) => [`--shuffle=${seed}`],
  again: "test",
  alone: ({ at }) => [...at, "--workers=1"],
  needsMachine: true,
  byHand: ({ at: [line, , project] }) => `npx playwright test ${line} --project "${project}"`,
  after: "build",
  unless: chromiumMissing,
  ...more,
});

/** Runs a project's tests as if it were another day: what passes only by today's date fails. */
const inFourHundredDays = (part) => ({
  name: `${part}+400`,
  set: "full",
  after: "build",
  command: process.execPath,
  args: [suite("on-another-day.mjs"), "+400", part],
  byHand: ({ file }) => `npm run test:another-day -- +400 ${part} ${file}`,
});

/**
 * In the order in which they start. `set`: `quick` is `npm test`, `all` is `npm run test:all`, `ci` is
 * `.ci/run`, `full` is `npm run test:full`; each includes the ones before it. `after`: the part that must
 * have ended. `needsMachine`: no other part runs then. `measures`: the same, at the end.
 * `again`: what runs once more in CI if it failed. `unless`: null, or why it cannot run here.
 */
const parts = [
  { name: "build", set: "quick", run: () => buildIfChanged(root, { say: false }) },
  check("lint", bin("biome"), "check", "--error-on-warnings", "."),
  check("unused", bin("knip")),
  check("layers", bin("depcruise"), "app", "db", "emails", "tests", "--config", ".dependency-cruiser.cjs"),
  check("types", process.execPath, bin("../typescript-7/bin/tsc"), "--noEmit"),
  {
    name: "image",
    set: "ci",
    command: "bash",
    args: ["tests/image.sh"],
    again: "whole",
    unless: imageMissing,
    env: oldestServer("DATABASE_URL"),
  },
  vitest("server", { after: "build" }),
  vitest("faults", { set: "all", after: "build" }),
  // `.ci/run` gives these the oldest PostgreSQL that is supported; the others use the newest, embedded.
  vitest("storage", { env: oldestServer("TEST_DATABASE_URL") }),
  // `.ci/run` has them run by the newest Node that is supported, and all others by the oldest.
  vitest("unit", { node: process.env.UNIT_TEST_NODE }),
  vitest("deep", { set: "all", after: "build" }),
  playwright("journeys", ["--grep", "@journey"]),
  playwright("browser", ["--grep-invert", "@journey"], { set: "all" }),
  ...["unit", "storage", "server"].map(inFourHundredDays),
  {
    name: "lighthouse",
    set: "ci",
    measures: true,
    command: "npm",
    args: ["run", "--silent", "lighthouse"],
    unless: chromiumMissing,
  },
  {
    name: "bench",
    set: "ci",
    measures: true,
    command: "npm",
    args: ["run", "--silent", "bench", "--", "--quick", "--check"],
  },
];

const sets = ["quick", "all", "ci", "full"];

/** The parts with these names, and all of a set. */
export function partsOf(names, set) {
  const unknown = names.find((name) => !parts.some((part) => part.name === name));
  if (unknown) throw new Error(`There is no part "${unknown}": ${parts.map(({ name }) => name).join(", ")}.`);
  const inSet = (part) => set !== undefined && sets.indexOf(part.set) <= sets.indexOf(set);
  return parts.filter((part) => names.includes(part.name) || inSet(part));
}

/**
 * What of a failed part runs again, each in a process of its own: `{ name, args, failures }`. Null for a part
 * that does not fail by chance, or repeats by itself what it measures.
 */
export function againOf(part) {
  const failures = failuresIn(readReport(part.name));
  if (!part.again) return null;
  // Also if it failed before its tests, or outside them.
  if (part.again === "whole" || failures.length === 0 || failures.some(({ file }) => file === ""))
    return [{ name: part.name, args: [...part.args, ...(part.which ?? [])], failures }];
  const groups = new Map();
  for (const one of failures) {
    const key = part.again === "file" ? one.file : `${one.file}: ${one.name}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].map(([name, of]) => ({
    name,
    args: [...part.args, ...part.alone(of[0])],
    failures: of,
  }));
}

/** The server that `.ci/run` has started, in the variable that a part reads it from. */
function oldestServer(variable) {
  const url = process.env.STORAGE_TEST_DATABASE_URL;
  return url ? { [variable]: url } : {};
}

/** Null, or why the image cannot be built here. */
function imageMissing() {
  const missing = ["buildah", "psql"].find((program) => spawnSync("which", [program]).status !== 0);
  if (process.getuid?.() !== 0 || missing)
    return { skipped: "building the image takes root, buildah and psql" };
  if (!process.env.STORAGE_TEST_DATABASE_URL && !process.env.DATABASE_URL)
    return { skipped: "running the image takes DATABASE_URL of a PostgreSQL's superuser" };
  return null;
}

/** Null with a browser; as root on Debian it is installed first. Otherwise what to do. */
function chromiumMissing() {
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
  return {
    problem:
      "No Chromium was found: install it (Debian: apt-get install chromium), or set CHROMIUM_PATH to one.",
  };
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
