// `npm test`: checks and quick tests. `npm run test:all`: what simulates, kills and repeats, too.
// `npm run test:full`: every size. Shows what runs and how far it is, and what it took.
//
// In CI (`CI` is set) what failed runs once more, alone, in a process of its own. What passes then is listed,
// and does not fail the run.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { endBar, moveBar, secondsSince, startBar } from "./bars.mjs";
import { againOf, partsOf } from "./parts.mjs";
import {
  asTable,
  countsIn,
  failuresIn,
  firstLine,
  readReport,
  removeReport,
  reportPath,
  root,
  secondsOf,
  testsIn,
} from "./reports.mjs";

const usage = `Usage: npm test -- [part …] [options]

  --all      with what simulates, kills and repeats
  --ci       as .ci/run: with the image, Lighthouse and the benchmark's floors, too
  --seed N   shuffles files and tests by this seed
  --times    what took long: starts, imports, files, and tests over a second
`;
/** With more that failed, chance is not the reason. */
const againAtMost = 10;
/** Two parts, of two workers each, keep two cores busy. */
const atOnce = 2;

const { chosen, seed, isFull, isTimed } = readOptions();
/** Decides what property tests try, and the order with --seed. Always the same, but in the full suite. */
const testSeed = seed ?? (isFull ? Math.floor(Date.now() / 86_400_000) : 1);
const timesPath = join(root, ".cache/suite.json");
const lastTimes = existsSync(timesPath) ? JSON.parse(readFileSync(timesPath, "utf8")) : {};
const benchmarks = join(root, "docs/benchmarks.md");
const began = Date.now();
/** By name: `{ seconds, ok, output, skipped? }`. */
const results = new Map();
/** What passed the second time, and what did not. */
const secondTime = [];
const failed = [];

const measuring = chosen.filter(({ measures }) => measures);
await runTogether(chosen.filter(({ measures }) => !measures));
if (process.env.CI) await runFailedAgain();
else failed.push(...broken());
for (const part of measuring) if (failed.length === 0) await tell(part);
failed.push(...measuring.filter(hasFailed).map((part) => ({ part })));
summarize();
// What was never begun did not pass.
process.exit(failed.length > 0 || chosen.some(({ name }) => !results.has(name)) ? 1 : 0);

function hasFailed({ name }) {
  return results.get(name)?.ok === false;
}

/** Parts that failed, with each failure in them. */
function broken() {
  return chosen.filter(hasFailed).flatMap((part) => {
    const failures = failuresIn(readReport(part.name));
    return failures.length > 0 ? failures.map((failure) => ({ part, failure })) : [{ part }];
  });
}

/** Runs parts side by side until all have ended or, without a second chance, one has failed. */
async function runTogether(waiting) {
  const running = new Map();
  const mayBegin = ({ after, needsMachine }) =>
    !waiting.some(({ name }) => name === after) &&
    !running.has(after) &&
    (!needsMachine || running.size === 0);
  const isOver = () => chosen.some((part) => hasFailed(part) && !(process.env.CI && part.again));
  while (true) {
    const isFree = running.size < atOnce && !(running.size > 0 && waiting[0]?.needsMachine);
    const next = isFree && !isOver() ? waiting.find(mayBegin) : undefined;
    if (next) {
      waiting.splice(waiting.indexOf(next), 1);
      running.set(
        next.name,
        tell(next).then(() => running.delete(next.name)),
      );
      if (next.needsMachine) await running.get(next.name);
    } else if (running.size > 0) await Promise.race(running.values());
    else return;
  }
}

/** Runs one part, and prints how it ended. */
async function tell(part) {
  const { name } = part;
  removeReport(name);
  const missing = part.unless?.() ?? null;
  if (missing?.skipped) {
    results.set(name, { ok: true, seconds: 0, skipped: missing.skipped });
    console.log(`skip ${name.padEnd(10)} ${missing.skipped}`);
    return;
  }
  const from = Date.now();
  const args = [...(part.args ?? []), ...(part.which ?? []), ...((seed && part.shuffled?.(seed)) || [])];
  const { ok, output } = missing
    ? { ok: false, output: missing.problem }
    : await perform(part, { name, args });
  results.set(name, { ok, output, seconds: (Date.now() - from) / 1000 });
  const report = readReport(name);
  const passed = report ? `  ${countsIn(report).passed} passed` : "";
  console.log(`${ok ? "ok  " : "FAIL"} ${name.padEnd(10)} ${secondsSince(from).padStart(8)}${passed}`);
  if (!ok || part.measures || name === "image") console.log(`\n${output.trimEnd()}\n`);
}

/** Runs what failed once more, each alone. */
async function runFailedAgain() {
  for (const part of chosen.filter(hasFailed)) {
    const again = againOf(part);
    const isChance = again !== null && again.length <= againAtMost;
    if (!isChance) {
      if (again) console.log(`${part.name}: ${again.length} of its files failed, too many to be chance.`);
      failed.push(...broken().filter((one) => one.part === part));
      continue;
    }
    const firstOutput = results.get(part.name).output;
    let isWhole = true;
    for (const { name, args, failures } of again) {
      console.log(`\nOnce more, alone: ${part.name === name ? part.name : `${part.name}  ${name}`}`);
      const { ok, output } = await perform(part, { name: `${part.name} again`, args });
      const found =
        failures.length > 0 ? failures : [{ file: "", name: part.name, error: lastLine(firstOutput) }];
      if (ok) secondTime.push(...found.map((failure) => ({ part, failure })));
      else {
        isWhole = false;
        console.log(`\n${output.trimEnd()}\n`);
        failed.push(
          ...found.map((failure) => ({ part, failure: failures.length > 0 ? failure : undefined })),
        );
      }
    }
    if (isWhole) results.get(part.name).ok = true;
  }
}

function lastLine(output) {
  return firstLine(output.trimEnd().split("\n").reverse().join("\n"));
}

async function perform(part, { name, args }) {
  startBar(name);
  if (part.run) {
    const problem = await part.run();
    endBar(name);
    return { ok: problem === null, output: problem ?? "" };
  }
  return new Promise((resolve) => {
    const child = spawn(part.command, args, {
      cwd: root,
      env: {
        ...process.env,
        ...part.env,
        SUITE_REPORT: reportPath(name),
        SUITE_PROGRESS: "3",
        TEST_SEED: String(testSeed),
        ...(seed && { TEST_SHUFFLE: "1" }),
      },
      stdio: ["ignore", "pipe", "pipe", "pipe"],
    });
    // Lines "<done> <all>", of the reporters.
    child.stdio[3].on("data", (lines) => {
      const [done, all] = String(lines).trim().split("\n").at(-1).split(" ").map(Number);
      moveBar(name, done, all);
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output += chunk;
      });
    }
    child.on("close", (code) => {
      endBar(name);
      resolve({ ok: code === 0, output });
    });
  });
}

/** Prints the table of the parts, what was slow, skipped, passed the second time, or failed. */
function summarize() {
  const ran = chosen.filter(({ name }) => results.has(name) && !results.get(name).skipped);
  const rows = ran.map((part) => {
    const { ok, seconds } = results.get(part.name);
    const { passed, failed: red, skipped } = countsIn(readReport(part.name));
    const tests = passed + red;
    return [
      part.name,
      ok ? "ok" : "FAILED",
      tests || "",
      skipped || "",
      seconds.toFixed(1),
      lastTimes[part.name]?.toFixed(1) ?? "",
    ];
  });
  print("", asTable([["part", "", " tests", " skipped", " seconds", " last time"], ...rows]));
  writeTimes(ran);

  const files = ran
    .flatMap(({ name }) => readReport(name)?.files ?? [])
    .map((file) => ({ ...file, seconds: secondsOf(file) }))
    .sort((a, b) => b.seconds - a.seconds);
  if (files.length > 0) {
    const slowest = files.slice(0, isTimed ? 40 : 5);
    print(
      "\nSlowest files",
      slowest.map(({ file, seconds }) => `${seconds.toFixed(1).padStart(7)}  ${file}`).join("\n"),
    );
  }
  if (isTimed) printTimes(ran);
  printSkipped(ran);
  printList("Passed the second time", secondTime);
  if (failed.length > 0) {
    printList("FAILED", failed);
    print(
      "",
      `Seed ${testSeed}. Once more:`,
      [...new Set(failed.map(commandOf))].map((line) => `  ${line}`).join("\n"),
    );
  }
  tellFull();
  const counts = ran.map(({ name }) => countsIn(readReport(name)));
  const sum = (key) => counts.reduce((all, one) => all + one[key], 0);
  const second = secondTimeTests();
  const [passed, red] = [sum("passed") + second, sum("failed") - second];
  const figures = `${passed} passed, ${red} failed, ${sum("skipped")} skipped`;
  print("", `${secondsSince(began)} in all${passed + red > 0 ? `: ${figures}` : ""}`);
}

/** How many tests count as passed since they did so the second time. */
function secondTimeTests() {
  return secondTime.filter(({ failure }) => failure.file !== "").length;
}

function print(...lines) {
  console.log(lines.join("\n"));
}

function printList(title, list) {
  if (list.length === 0) return;
  const lines = list.map(({ part, failure }) => {
    if (!failure) return `  ${part.name}`;
    const where = failure.file ? `${part.name}  ${failure.file}: ${failure.name}` : part.name;
    return `  ${where}\n      ${failure.error}`;
  });
  print(`\n${title}`, lines.join("\n"));
}

/** Reasons for which tests or parts were skipped, each with how many. */
function printSkipped(ran) {
  const reasons = new Map();
  for (const { name } of ran)
    for (const { state, skipped } of testsIn(readReport(name)))
      if (state === "skipped") reasons.set(skipped, (reasons.get(skipped) ?? 0) + 1);
  const lines = [...reasons].map(([why, count]) => `${String(count).padStart(5)} tests  ${why}`);
  for (const { name } of chosen)
    if (results.get(name)?.skipped) lines.push(`      ${name}  ${results.get(name).skipped}`);
  if (lines.length > 0) print("\nSkipped", lines.join("\n"));
}

/** Where the time went: per part, and each test over a second. */
function printTimes(ran) {
  const rows = ran.flatMap(({ name }) => {
    const report = readReport(name);
    if (!report) return [];
    const sum = (value) => report.files.reduce((all, file) => all + value(file), 0).toFixed(1);
    const tests = (file) => file.tests.reduce((all, { seconds }) => all + seconds, 0);
    return [
      [
        name,
        report.files.length,
        report.start.toFixed(1),
        sum((f) => f.import),
        sum((f) => f.setup),
        sum(tests),
      ],
    ];
  });
  print("", asTable([["part", " files", " until the first", " imports", " set-up", " tests"], ...rows]));
  const long = ran
    .flatMap(({ name }) => testsIn(readReport(name)))
    .filter(({ seconds }) => seconds > 1)
    .sort((a, b) => b.seconds - a.seconds);
  print(
    `\n${long.length} tests over a second`,
    long.map(({ file, name, seconds }) => `${seconds.toFixed(1).padStart(7)}  ${file}: ${name}`).join("\n"),
  );
}

/** The command that repeats a failure. */
function commandOf({ part, failure }) {
  if (seed) return `npm test -- ${part.name} --seed ${seed}`;
  if (!failure?.file || !part.byHand) return `npm test -- ${part.name}`;
  return `${testSeed === 1 ? "" : `TEST_SEED=${testSeed} `}${part.byHand(failure)}`;
}

function writeTimes(ran) {
  mkdirSync(join(root, ".cache"), { recursive: true });
  const now = Object.fromEntries(ran.map(({ name }) => [name, results.get(name).seconds]));
  writeFileSync(timesPath, JSON.stringify({ ...lastTimes, ...now }));
}

/** How long ago the full suite passed, by the line in docs/benchmarks.md that it writes when it does. */
function tellFull() {
  const line =
    /^`npm run test:full` (?:has not passed yet|last passed on (\w+ \d+, \d{4}), in \d+ minutes)\.$/m;
  const text = readFileSync(benchmarks, "utf8");
  if (isFull && failed.length === 0) {
    const date = new Date().toLocaleDateString("en-US", { dateStyle: "long" });
    const minutes = Math.ceil((Date.now() - began) / 60_000);
    writeFileSync(
      benchmarks,
      text.replace(line, `\`npm run test:full\` last passed on ${date}, in ${minutes} minutes.`),
    );
    return;
  }
  const date = line.exec(text)?.[1];
  const days = Math.floor((Date.now() - Date.parse(`${date} UTC`)) / 86_400_000);
  const ago = days === 0 ? "today" : days === 1 ? "yesterday" : `${days} days ago`;
  if (!isFull) print("", `npm run test:full ${date ? `last passed ${ago}` : "has not passed yet"}.`);
}

function readOptions() {
  const flag = { type: "boolean", default: false };
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { all: flag, ci: flag, times: flag, help: flag, seed: { type: "string" } },
    });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    const full = Boolean(process.env.FULL);
    const named = positionals.length > 0;
    const set = full && !named ? "full" : values.ci ? "ci" : values.all ? "all" : named ? undefined : "quick";
    const shuffle = values.seed === undefined ? undefined : Number(values.seed);
    if (shuffle !== undefined && !(Number.isInteger(shuffle) && shuffle > 0))
      throw new Error("--seed is a whole number, 1 or more.");
    return {
      chosen: partsOf(positionals, set),
      seed: shuffle,
      isFull: full && !named,
      isTimed: values.times,
    };
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}
