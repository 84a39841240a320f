// npm run bench: measures the product next to bare programs, side by side in one run (docs/benchmarks.md).
import { readFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { measureExport } from "./export.mjs";
import { measureImports } from "./imports.mjs";
import { measureInRuns } from "./judge.mjs";
import { openList } from "./list.mjs";
import { measureLists } from "./lists.mjs";
import { measureMail } from "./mail.mjs";
import { measurePage } from "./page.mjs";
import { measurePledges } from "./pledges.mjs";
import { measurePolls } from "./polls.mjs";
import { asTable, isMissed, isReached, isWorthAgain, judgeRuns, ratioOf } from "./report.mjs";
import { measureSign } from "./sign.mjs";
import { measureSizes } from "./sizes.mjs";
import { createEndings, openStage } from "./stage.mjs";
import { measureUpdates } from "./updates.mjs";

const { floors, usualBare } = JSON.parse(readFileSync(new URL("floors.json", import.meta.url), "utf8"));
const measurements = [
  "page",
  "polls",
  "sign",
  "sizes",
  "pledges",
  "lists",
  "export",
  "mail",
  "updates",
  "imports",
];
/** Measurements that make databases of their own. */
const ownDatabase = ["lists", "mail"];
const usage = `Usage: npm run bench -- [options]

  --only page,sign,…   page, polls, sign, sizes, pledges, lists, export, mail, updates, imports; without it, all
  --rows N             length of lists, exports, audiences and imports (1000000)
  --sizes N,N,…        signatures of histories: lists and overview (10000 and --rows), signing (0 and --rows)
  --keep FOLDER        keeps the database there, and takes the histories that it holds from a run before
  --seconds N          length of one leg of load (5)
  --rounds N           legs of each side, in turns (3)
  --json               one JSON object on standard output instead of the table
  --check              exit 1 when a bar is missed; with --quick, when a floor of CPU time is
  --quick              page, sign and mail in short legs; what misses a floor twice more, and the median counts
`;

const options = readOptions();
const began = new Date();
const load = loadavg()[0];
const { atEnd, end } = createEndings();
let stopped = false;
for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 })) {
  process.on(signal, async () => {
    if (!stopped) process.stderr.write("Stopping, and removing what was started…\n");
    stopped = true;
    await end();
    process.exit(code);
  });
}

try {
  const stage = await openStage(atEnd, { keep: options.keep });
  const rows = await measure(stage, options);
  const [system] = await stage.open("superuser", "postgres", 1)`
    select split_part(version(), ' ', 2) as postgres, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as "synchronousCommit"`;
  report(rows, system);
  process.exitCode = options.check && rows.some(isMissed) ? 1 : 0;
} catch (error) {
  // During a stop everything fails; only other errors are reported.
  if (!stopped) throw error;
} finally {
  await end();
}

async function measure(stage, { only, rows, seconds, rounds, quick }) {
  const database = "undersigned";
  if (only.some((name) => !ownDatabase.includes(name))) {
    await stage.command(database, ["migrate"]);
    await stage.command(database, ["seed"]);
  }
  const usual = [Math.min(10_000, rows), rows].filter((size, at, all) => all.indexOf(size) === at);
  const work = {
    page: () => measurePage({ stage, database, seconds, rounds }),
    polls: () => measurePolls({ stage, database, rounds }),
    sign: () => measureSign({ stage, database, seconds, rounds, quick }),
    sizes: () => measureSizes({ stage, database, sizes: options.sizes ?? [0, rows], seconds, rounds }),
    pledges: () => measurePledges({ stage, database, seconds, rounds }),
    mail: () => measureMail({ stage, quick }),
    updates: () => measureUpdates({ stage, people: rows }),
    imports: async () =>
      measureImports({ stage, list: await openList(stage, "undersigned_imports"), rows, atEnd }),
    lists: () => measureLists({ stage, sizes: options.sizes ?? usual }),
    export: async () =>
      measureExport({ stage, list: await openList(stage, "undersigned_list"), rows, rounds }),
  };
  const names = Object.keys(work).filter((name) => only.includes(name));
  const once = async (name) => {
    process.stderr.write(`Measuring: ${name}\n`);
    const found = await work[name]();
    const rows = found.map((row) => ({ measurement: name, ...row }));
    return quick ? rows.flatMap(guarded) : rows;
  };
  const again = (found) => {
    const missed = quick ? found.filter(isWorthAgain) : [];
    if (missed.length > 0) process.stderr.write(`${asTable(missed)}\nTwice more, for the median:\n`);
    return missed.length > 0;
  };
  const runs = await measureInRuns(names, once, again);
  return runs.flatMap(quick ? judgeRuns : ([found]) => found);
}

/** In a quick run, checks a row against its guard's floor. A row without a guard is too short to judge. */
function guarded(row) {
  if (row.bar?.exactly !== undefined) return [row];
  if (row.guard === undefined) return [];
  const floor = floors[row.guard];
  if (floor === undefined) throw new Error(`bench/floors.json has no floor for "${row.guard}".`);
  return [{ ...row, usualBare: usualBare[row.measurement], bar: { of: "ratio", atLeast: floor } }];
}

function report(rows, system) {
  const machine = {
    processor: cpus()[0]?.model.trim(),
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 1e9),
    node: process.versions.node,
    ...system,
  };
  if (options.json) {
    const results = rows.map((row) => ({ ...row, ratio: ratioOf(row), reached: isReached(row) }));
    process.stdout.write(
      `${JSON.stringify({ at: began.toISOString(), machine, loadBefore: load, results })}\n`,
    );
    return;
  }
  const { processor, cores, memoryGB, node, postgres, fsync, synchronousCommit } = machine;
  const commits = `fsync ${fsync}, synchronous_commit ${synchronousCommit}`;
  process.stdout.write(`
${began.toISOString().slice(0, 10)}, ${processor}, ${cores} cores, ${memoryGB} GB, Node ${node}
PostgreSQL ${postgres}, ${commits}; load of the machine before: ${load.toFixed(2)}

${asTable(rows)}
`);
}

function readOptions() {
  const string = { type: "string" };
  const flag = { type: "boolean", default: false };
  try {
    const { values } = parseArgs({
      options: {
        only: string,
        rows: string,
        sizes: string,
        keep: string,
        seconds: string,
        rounds: string,
        json: flag,
        check: flag,
        quick: flag,
        help: flag,
      },
    });
    if (values.help) {
      process.stdout.write(usage);
      process.exit(0);
    }
    const only = values.only?.split(",") ?? (values.quick ? ["page", "sign", "mail"] : measurements);
    const unknown = only.find((name) => !measurements.includes(name));
    if (unknown !== undefined) throw new Error(`There is nothing called "${unknown}" to measure.`);
    const { json, check, quick } = values;
    const number = (name, otherwise) => readNumber(name, values[name], otherwise);
    return {
      only,
      json,
      check,
      quick,
      keep: values.keep,
      rows: number("rows", 1_000_000),
      sizes: values.sizes
        ?.split(",")
        .map((size) => readNumber("sizes", size, 0, 0))
        .sort((a, b) => a - b),
      seconds: number("seconds", quick ? 1 : 5),
      rounds: number("rounds", quick ? 2 : 3),
    };
  } catch (error) {
    process.stderr.write(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}

function readNumber(name, text, otherwise, least = 1) {
  const number = Number(text ?? otherwise);
  if (Number.isInteger(number) && number >= least) return number;
  throw new Error(`--${name} is a whole number, ${least} or more.`);
}
