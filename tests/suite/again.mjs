// `npm run test:again -- <part …> <times>`: runs parts many times, each time in another order, while another
// process keeps every core busy. Lists what failed, how often, and with which seeds.
import { spawn, spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { partsOf } from "./parts.mjs";
import { failuresIn, readReport, root } from "./reports.mjs";

const usage = `Usage: npm run test:again -- <part …> <times> [--seed N]

  --seed N   the seed of the first run; the next have the numbers after it (by default a random one)
`;

const { chosen, times, first } = readOptions();
const busy = spawn(process.execPath, [join(import.meta.dirname, "busy.mjs"), String(availableParallelism())]);
process.on("exit", () => busy.kill());
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

/** By what failed: the seeds with which it did. */
const failed = new Map();
let red = 0;
for (let run = 0; run < times; run++) {
  const seed = first + run;
  let isGreen = true;
  // A part without a report has no order: it is run as it is.
  for (const { name } of chosen) {
    const from = Date.now();
    const { CI: _, ...env } = process.env;
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, "run.mjs"), name, "--seed", String(seed)],
      { cwd: root, env, encoding: "utf8", maxBuffer: 1 << 30 },
    );
    const seconds = ((Date.now() - from) / 1000).toFixed(0);
    console.log(
      `${status === 0 ? "ok  " : "FAIL"} ${name}, run ${run + 1} of ${times}, seed ${seed}: ${seconds} s`,
    );
    if (status === 0) continue;
    isGreen = false;
    const failures = failuresIn(readReport(name));
    if (failures.length === 0) add(name, seed, stdout.trimEnd().split("\n").slice(-40).join("\n"));
    for (const { file, name: test, error } of failures) add(`${name}  ${file}: ${test}`, seed, error);
  }
  if (!isGreen) red += 1;
}

console.log(`\n${times - red} of ${times} runs passed, with ${availableParallelism()} cores busy.`);
for (const [what, { seeds, errors }] of failed)
  console.log(
    `\n${what}\n  ${seeds.length} of ${times}, with seed ${seeds.join(", ")}\n  ${[...errors].join("\n  ")}`,
  );
process.exit(red > 0 ? 1 : 0);

function add(what, seed, error) {
  const { seeds, errors } = failed.get(what) ?? { seeds: [], errors: new Set() };
  failed.set(what, { seeds: [...seeds, seed], errors: errors.add(error) });
}

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { seed: { type: "string" }, help: { type: "boolean", default: false } },
    });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    const names = positionals.filter((word) => !/^\d+$/.test(word));
    const [count, ...others] = positionals.filter((word) => /^\d+$/.test(word)).map(Number);
    const seed = Number(values.seed ?? 1 + Math.floor(Math.random() * 1_000_000));
    if (names.length === 0 || !(count > 0) || others.length > 0)
      throw new Error("Name a part, or several, and how often to run.");
    if (!(Number.isInteger(seed) && seed > 0)) throw new Error("--seed is a whole number, 1 or more.");
    return { chosen: partsOf(names), times: count, first: seed };
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}
