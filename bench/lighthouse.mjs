// npm run lighthouse: Lighthouse on the public pages, on a slow phone, against the production build
// (docs/benchmarks.md). Exits with 1 when a bar is missed. `--json` prints one JSON object; `--version` only
// Lighthouse's version, once npm has fetched it: it is a dependency of this command alone.
import { existsSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { BrokenRun, judge, measureInRuns, medianOf } from "./judge.mjs";
import { campaignSlug, createEndings, openStage } from "./stage.mjs";

const bars = { performance: 95, accessibility: 100, "best-practices": 100, seo: 95 };
const within = { "first-contentful-paint": 1500, "largest-contentful-paint": 2000 };
const shiftAtMost = 0.02;
/** Bars of time, which a busy machine misses. The others it does not touch. */
const timed = ["performance", ...Object.keys(within)];
const reaches = {
  ...Object.fromEntries(Object.entries(bars).map(([id, bar]) => [id, (score) => score >= bar])),
  ...Object.fromEntries(Object.entries(within).map(([id, bar]) => [id, (time) => time <= bar])),
  shift: (shift) => shift <= shiftAtMost,
};
const { usualIndex } = JSON.parse(readFileSync(new URL("floors.json", import.meta.url), "utf8"));

const { startFlow, version, puppeteer } = await loadLighthouse();
if (process.argv.includes("--version")) {
  process.stdout.write(`${version}\n`);
  process.exit();
}
const { atEnd, end } = createEndings();
try {
  const stage = await openStage(atEnd);
  await stage.command("undersigned", ["migrate"]);
  await stage.command("undersigned", ["seed"]);
  const { origin } = await stage.startProduct("web", "undersigned");
  const worker = await stage.startProduct("worker", "undersigned");
  const update = await publishUpdate(stage);
  await worker.stop();

  const at = `${origin}/c/${campaignSlug}`;
  const pages = [
    { name: "case", url: at },
    { name: "sign, with errors", url: at, act: postNothing, unlisted: true },
    { name: "pledge", url: `${at}/pledge` },
    { name: "letter", url: `${at}/letter` },
    { name: "update", url: `${at}/updates/${update}` },
  ];
  const runs = await measureInRuns(pages, measure, (run) => verdictsOf([run], "missed").length > 0);
  const rows = runs.map(rowOfRuns);
  report(rows);
  process.exitCode = rows.some(({ missed }) => missed.length > 0) ? 1 : 0;
} finally {
  await end();
}

/** Each page in its own browser, so that none finds what another has cached. */
async function measure({ name, url, act, unlisted = false }) {
  const browser = await puppeteer.launch({
    executablePath: findChromium(),
    args: [
      "--headless=new",
      "--disable-gpu",
      "--no-first-run",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
  try {
    const tab = await browser.newPage();
    const flow = await startFlow(tab, {
      config: {
        extends: "lighthouse:default",
        settings: {
          onlyCategories: Object.keys(bars),
          // A returned form asks not to be indexed and answers 422, which the browser logs. Neither is a
          // fault.
          skipAudits: unlisted ? ["is-crawlable", "http-status-code", "errors-in-console"] : [],
          ignoreStatusCode: unlisted,
        },
      },
    });
    if (act) {
      await tab.goto(url);
      // Clears the cache of the first page, so that the form's answer is as cold as the others.
      await (await tab.createCDPSession()).send("Network.clearBrowserCache");
      await flow.navigate(() => act(tab), { name });
    } else {
      await flow.navigate(url, { name });
    }
    const { steps } = await flow.createFlowResult();
    const { lhr } = steps.at(-1);
    if (lhr.runtimeError)
      throw new BrokenRun(`${name}: ${lhr.runtimeError.code}: ${lhr.runtimeError.message}`);
    return runOf(name, lhr);
  } finally {
    await browser.close();
  }
}

function runOf(name, { audits, categories, environment }) {
  const scores = Object.fromEntries(
    Object.keys(bars).map((category) => [category, Math.round((categories[category]?.score ?? 0) * 100)]),
  );
  const value = (id) => audits[id]?.numericValue ?? Number.POSITIVE_INFINITY;
  const milliseconds = Object.fromEntries(Object.keys(within).map((id) => [id, Math.round(value(id))]));
  const faults = Object.keys(bars)
    .filter((category) => scores[category] < bars[category])
    .flatMap((category) =>
      categories[category].auditRefs
        .filter(({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 1)
        .map(({ id }) => `${id}: ${audits[id].title}`),
    );
  return {
    name,
    ...scores,
    ...milliseconds,
    shift: value("cumulative-layout-shift"),
    bytes: value("total-byte-weight"),
    index: environment.benchmarkIndex,
    faults,
  };
}

/** The bars of which these runs of a page say so: "missed", or "too busy". */
function verdictsOf(runs, verdict) {
  const machine = { figures: runs.map(({ index }) => index), usual: usualIndex };
  // One run alone is no median: it is measured again, however busy the machine.
  const excuse = (id) => (runs.length > 1 && timed.includes(id) ? machine : undefined);
  return Object.keys(reaches).filter(
    (id) =>
      judge(
        runs.map((run) => run[id]),
        reaches[id],
        excuse(id),
      ) === verdict,
  );
}

function rowOfRuns(runs) {
  const figures = [...Object.keys(reaches), "bytes", "index"];
  const medians = Object.fromEntries(figures.map((id) => [id, medianOf(runs.map((run) => run[id]))]));
  return {
    name: runs[0].name,
    ...medians,
    runs: runs.length,
    missed: verdictsOf(runs, "missed"),
    tooBusy: verdictsOf(runs, "too busy"),
    faults: [...new Set(runs.flatMap(({ faults }) => faults))],
  };
}

function report(rows) {
  if (process.argv.includes("--json")) {
    process.stdout.write(`${JSON.stringify({ lighthouse: version, rows })}\n`);
    return;
  }
  const heads = [
    "",
    "performance",
    "accessibility",
    "best practices",
    "SEO",
    "first paint",
    "LCP",
    "CLS",
    "bytes",
    "machine",
    "runs",
  ];
  const cells = rows.map((row) => [
    row.name,
    ...Object.keys(bars).map((category) => String(row[category])),
    ...Object.keys(within).map((id) => `${(row[id] / 1000).toFixed(2)} s`),
    row.shift.toFixed(3),
    `${(row.bytes / 1000).toFixed(1)} kB`,
    row.index.toFixed(0),
    String(row.runs),
  ]);
  const limits = ["bar", ...Object.values(bars).map((bar) => `≥ ${bar}`)];
  const times = Object.values(within).map((bar) => `≤ ${bar / 1000} s`);
  const table = [heads, ...cells, [...limits, ...times, `≤ ${shiftAtMost}`, "", "", ""]];
  const widths = heads.map((_, column) => Math.max(...table.map((line) => line[column].length)));
  const lines = table.map((line) =>
    line.map((cell, n) => (n === 0 ? cell.padEnd(widths[n]) : cell.padStart(widths[n]))).join("  "),
  );
  process.stdout.write(`Lighthouse ${version}, mobile, simulated slow 4G, processor four times slower\n\n`);
  process.stdout.write(`${lines.join("\n")}\n`);
  for (const { name, missed, tooBusy, index, faults } of rows) {
    if (tooBusy.length > 0)
      process.stdout.write(
        `\nToo busy to measure ${name}: ${tooBusy.join(", ")} (machine ${index.toFixed(0)}, usually ${usualIndex})\n`,
      );
    if (missed.length > 0)
      process.stdout.write(`\nMISSED by ${name}: ${[...missed, ...faults].join("; ")}\n`);
  }
}

/** Posts the case page's empty form, like a browser that leaves validation to the server. */
async function postNothing(tab) {
  await tab.evaluate(() => {
    const form = document.querySelector(".sign-form");
    form.noValidate = true;
    // After this was answered, since the page goes away.
    setTimeout(() => form.requestSubmit());
  });
}

/** Sends an update by command to one reader, to give it a page; returns its number. */
async function publishUpdate(stage) {
  const sql = stage.open("owner", "undersigned", 1);
  await sql`
    with reader as (
      insert into supporters (email_canonical, email, name, country, confirmed_at)
      values ('reader@example.org', 'reader@example.org', 'Ana Sample', 'US', now()) returning id)
    insert into consents (supporter_id, campaign_id, purpose, text_version, locale)
    select reader.id, campaigns.id, 'updates', '2026-11', 'en' from reader, campaigns
    where slug = ${campaignSlug}`;
  const body = join(tmpdir(), `undersigned-lighthouse-${process.pid}.md`);
  const text =
    "What happened since the last letter, in a paragraph that a reader on a phone reads to its end. ";
  writeFileSync(
    body,
    Array.from({ length: 8 }, (_, n) => `## Part ${n + 1}\n\n${text.repeat(4)}\n`).join("\n"),
  );
  await stage.command("undersigned", [
    "update",
    "send",
    "--campaign",
    campaignSlug,
    "--subject",
    "What the board answered",
    "--body-file",
    body,
    "--approve-alone",
  ]);
  for (let tries = 0; tries < 150; tries++) {
    const [row] = await sql`select number from updates where started_at is not null`;
    if (row) return row.number;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("the update did not begin");
}

function findChromium() {
  const paths = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser"];
  const found = paths.find((path) => path && existsSync(path));
  if (found) return found;
  throw new Error("No Chromium was found: install it, or set CHROMIUM_PATH to one.");
}

/** Lighthouse as `npm exec` put it on the path, with its own puppeteer. */
async function loadLighthouse() {
  const command = (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "lighthouse"))
    .find((path) => existsSync(path));
  if (!command) throw new Error("Start it by `npm run lighthouse`, which fetches Lighthouse.");
  const folder = dirname(dirname(realpathSync(command)));
  const require = createRequire(join(folder, "package.json"));
  const lighthouse = await import(pathToFileURL(join(folder, "core/index.js")));
  const { default: own } = await import(pathToFileURL(require.resolve("puppeteer-core")));
  return { ...lighthouse, version: require("./package.json").version, puppeteer: own };
}
