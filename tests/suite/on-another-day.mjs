// `npm run test:another-day -- <day> <part …> [file …]`: runs parts of the suite as if on another day.
// Debian's libfaketime shifts the running clock of Node and PostgreSQL; Chromium keeps the machine's.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { clockShiftedBy, findLibfaketime } from "../support/faketime.mjs";
import { root } from "./reports.mjs";

const parts = ["unit", "storage", "server", "browser"];
const usage = `Usage: npm run test:another-day -- <day> <part …> [file …]
  day   +400 (in 400 days), +0.5 (in twelve hours), 2028-02-29 (that day at this hour),
        spring or autumn (a minute before New York's next change of clocks)
  part  ${parts.join(", ")}`;

const [day = "", ...rest] = process.argv.slice(2);
const files = rest.filter((name) => name.includes("/"));
const chosen = rest.filter((name) => !name.includes("/"));
if (!/^([+-]\d+(\.\d+)?|\d{4}-\d\d-\d\d|spring|autumn)$/.test(day) || !chosen.length) fail(usage);
for (const part of chosen) if (!parts.includes(part)) fail(usage);
const library = findLibfaketime();
if (!library)
  fail(
    "libfaketime was not found, so no test can run on another day: install it (Debian: apt-get install " +
      "faketime), or set LIBFAKETIME to libfaketime.so.1.",
  );

let failed = false;
for (const part of chosen) {
  const env = environment(shiftTo(day));
  requireShift(env);
  console.log(`${part}, as if it were ${dateIn(env)}`);
  const reporter = (name) => `--reporter=${join(import.meta.dirname, name)}`;
  const [command, ...args] =
    part === "browser"
      ? ["playwright", "test", "--reporter=list"]
      : ["vitest", "run", "--project", part, "--reporter=default", reporter("vitest-reporter.mjs")];
  const { status } = spawnSync(join(root, "node_modules/.bin", command), [...args, ...files], {
    cwd: root,
    env,
    // The suite, where it has started this, reads how far it is from the fourth.
    stdio: ["inherit", "inherit", "inherit", process.env.SUITE_PROGRESS ? 3 : "ignore"],
  });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Seconds from now to the day. */
function shiftTo(which) {
  if (/^[+-]/.test(which)) return Math.round(Number(which) * 86_400);
  if (which === "spring" || which === "autumn")
    return Math.round((changeOfClocks(which) - Date.now()) / 1000) - 60;
  const today = new Date().toISOString().slice(0, 10);
  const shift = (Date.parse(which) - Date.parse(today)) / 1000;
  if (Number.isNaN(shift)) fail(usage);
  return shift;
}

/** When New York's clocks next go forward (`spring`) or back. */
function changeOfClocks(which) {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: "America/New_York",
    timeZoneName: "shortOffset",
  });
  const hoursAt = (time) =>
    Number(
      format
        .formatToParts(time)
        .find(({ type }) => type === "timeZoneName")
        ?.value.replace("GMT", ""),
    );
  const hour = 3_600_000;
  for (let time = Math.ceil(Date.now() / hour) * hour; ; time += hour) {
    const change = hoursAt(time) - hoursAt(time - hour);
    if (which === "spring" ? change > 0 : change < 0) return time;
  }
}

function environment(shift) {
  // A running server already has today's clock.
  const { TEST_DATABASE_URL: _, ...rest } = process.env;
  return { ...rest, ...clockShiftedBy(library, shift) };
}

/** The current time of a process with this environment. */
function dateIn(env) {
  const { stdout } = spawnSync(process.execPath, ["-p", "new Date().toISOString()"], {
    env,
    encoding: "utf8",
  });
  return stdout.trim();
}

function requireShift(env) {
  const away = (Date.parse(dateIn(env)) - Date.now()) / 1000;
  if (!(Math.abs(away - Number(env.FAKETIME)) < 60)) fail(`${library} does not shift the clock of node.`);
}
