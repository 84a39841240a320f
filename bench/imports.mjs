// A list of a million people: uploaded over HTTP, then checked, imported and undone by a worker.
import { once } from "node:events";
import { createReadStream, createWriteStream, statSync, unlinkSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";
import { forgetPeak, peakMemory, processorSeconds } from "./process.mjs";
import { startSession } from "./session.mjs";
import { campaignSlug } from "./stage.mjs";

const inMegabytes = (bytes) => (bytes === null ? null : bytes / 1024 / 1024);

/** Measures each step of one import of `rows` rows, and what the processes held in memory during it. */
export async function measureImports({ stage, list, rows, atEnd }) {
  const { owner } = list;
  const file = join(tmpdir(), `undersigned-bench-${process.pid}.csv`);
  atEnd(() => unlinkSync(file));
  await pipeline(Readable.from(peopleOf(rows)), createWriteStream(file));
  const token = await startSession(stage, list);

  const web = await stage.startProduct("web", list.database);
  const site = { ...web, token };
  forgetPeak(web.pid);
  const beforeUpload = peakMemory(web.pid);
  const uploaded = await timed(() => upload(site, file));
  const uploadPeak = peakMemory(web.pid);
  const page = uploaded.came;

  const worker = await stage.startProduct("worker", list.database);
  const [{ before }] = await owner`select count(*)::int as before from signatures`;
  const step = (fields, state) => workedOff({ site, owner, worker, page, fields, state });
  const trial = await step({ ...tryFields }, "tried");
  const taking = await step({ ...agreedFields }, "imported");
  const counts = await countsOf(owner);
  const undoing = await step({ intent: "undo" }, "undone");
  const left = await countsOf(owner);
  const [{ after }] = await owner`select count(*)::int as after from signatures`;
  await worker.stop();
  await web.stop();

  const length = `${rows.toLocaleString("en")} rows`;
  const size = statSync(file).size / 1024 / 1024;
  return [
    {
      name: `handing in a list of ${length}, ${Math.round(size)} MB`,
      unit: "MB/s",
      value: size / uploaded.took,
    },
    {
      name: "peak memory of the server during it",
      unit: "MB",
      value: inMegabytes(uploadPeak),
      bar: { of: "value", below: 300 },
    },
    { name: "memory of the server before it", unit: "MB", value: inMegabytes(beforeUpload) },
    ...rowsOf("dry run", rows, trial, null),
    ...rowsOf("taking in", rows, taking, 8000),
    { name: "people taken in", unit: "", value: counts.imported, bar: { of: "value", exactly: rows } },
    ...rowsOf("undo", rows, undoing, null),
    { name: "signatures left by it", unit: "", value: after - before, bar: { of: "value", exactly: 0 } },
    {
      name: "imported signatures by the counters after it",
      unit: "",
      value: left.imported,
      bar: { of: "value", exactly: 0 },
    },
  ];
}

const rowsOf = (name, rows, { took, busy, database, peaks, fifths }, atLeast) => [
  { name, unit: "rows/s", value: rows / took, ...(atLeast && { bar: { of: "value", atLeast } }) },
  { name: `${name}, per second of the worker's processor`, unit: "rows/s", value: busy && rows / busy },
  {
    name: `${name}, per second of PostgreSQL's processor`,
    unit: "rows/s",
    value: database && rows / database,
  },
  {
    name: `peak memory of the worker in its last fifth, against its second`,
    unit: "MB",
    value: inMegabytes(peaks.last),
    bare: inMegabytes(peaks.second),
    bar: { of: "ratio", below: 1.25 },
  },
  {
    name: `time that its last fifth took, against its second`,
    unit: "s",
    value: fifths.last / 1000,
    bare: fifths.second / 1000,
    bar: { of: "ratio", below: 2 },
  },
];

/** A list in another tool's format, in blocks. All people are made up. */
async function* peopleOf(rows) {
  const columns = "email,first_name,last_name,zip_code,country,comments";
  yield `${columns},can2_subscription_status,can2_subscription_date\r\n`;
  const first = [
    "Maria",
    "Jon",
    "Lena",
    "Karim",
    "Rosa",
    "Tom",
    "Inès",
    "Paul",
    "Mei",
    "Ola",
    "Vera",
    "Hugo",
  ];
  const last = [
    "Beldez",
    "Dorman",
    "Fennen",
    "Gracić",
    "Holwood",
    "Kasrez",
    "Lunska",
    "Monford",
    "Petsen",
    "O'Sin",
  ];
  const countries = ["US", "DE", "FR", "ES", "United States", "GB"];
  const comments = [
    "",
    "",
    "",
    "I work in the field, and this has to end.",
    "",
    '"They said ""yes"", then\nno."',
  ];
  let block = "";
  for (let n = 0; n < rows; n++) {
    const words = [first[n % 12], last[n % 10], String(10_000 + (n % 90_000)), countries[n % 6]];
    const comment = comments[(n >> 2) % 6].includes('"')
      ? comments[(n >> 2) % 6]
      : `"${comments[(n >> 2) % 6]}"`;
    const wants = n % 3 === 0 ? "subscribed" : "unsubscribed";
    block += `listed-${n}@example.org,${words.join(",")},${comment},${wants},2025-0${1 + (n % 9)}-11\r\n`;
    if (block.length > 65_536) {
      yield block;
      block = "";
    }
  }
  yield block;
}

const tryFields = {
  intent: "try",
  encoding: "utf-8",
  separator: "comma",
  days: "ymd",
  default_country: "",
  col_email: "0",
  col_first_name: "1",
  col_last_name: "2",
  col_postal_code: "3",
  col_country: "4",
  col_comment: "5",
  col_opt_in: "6",
  col_signed_on: "7",
  col_name: "",
  col_confirmed: "",
};
const agreedFields = {
  intent: "start",
  consent_text: "I sign, and may be written to.",
  consent_source: "The old site",
  agreed_on: "2025-12-31",
  updates_for: "column",
  sure: "on",
};

/** Uploads the file like the form does, as a stream. Returns the address of the import. */
async function upload({ port, origin, token }, file) {
  const boundary = "undersigned-bench-boundary";
  const part = (head) => `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n`;
  const format = `${part('name="format"')}\r\naction-network\r\n`;
  const head = `${format}${part('name="file"; filename="list.csv"')}Content-Type: text/csv\r\n\r\n`;
  const foot = `\r\n--${boundary}--\r\n`;
  const sent = request({
    host: "127.0.0.1",
    port,
    method: "POST",
    path: `/organize/c/${campaignSlug}/imports`,
    headers: {
      origin,
      cookie: `session=${token}`,
      "content-length": head.length + statSync(file).size + foot.length,
      "content-type": `multipart/form-data; boundary=${boundary}`,
    },
  });
  const answered = once(sent, "response");
  async function* body() {
    yield head;
    yield* createReadStream(file, { highWaterMark: 65_536 });
    yield foot;
  }
  Readable.from(body(), { objectMode: false }).pipe(sent);
  const [answer] = await answered;
  answer.resume();
  if (answer.statusCode !== 303) throw new Error(`handing a list in answered ${answer.statusCode}`);
  return new URL(answer.headers.location, origin).pathname;
}

/** Presses a button of the import's page, and follows the worker until the import has finished that step. */
async function workedOff({ site, owner, worker, page, fields, state }) {
  const began = performance.now();
  const busy = processorSeconds(worker.pid);
  const before = await backendsOf(owner);
  const answer = await fetch(`http://127.0.0.1:${site.port}${page}`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams(fields),
    headers: { origin: site.origin, cookie: `session=${site.token}` },
  });
  await answer.body?.cancel();
  if (answer.status !== 303) throw new Error(`${fields.intent} answered ${answer.status}`);
  const publicId = page.split("/").at(-1);
  const peaks = [];
  const begins = [];
  for (forgetPeak(worker.pid); ; await wait(100)) {
    const [one] = await owner`
      select state, problem, case when state = 'undoing' then undone::float / greatest(added, 1)
        else bytes_done::float / bytes end as part from imports where public_id = ${publicId}`;
    if (one.state === state) break;
    if (one.problem !== null) throw new Error(`the import ended with ${one.problem}`);
    // Notes start and peak of each fifth.
    const fifth = Math.min(4, Math.floor(one.part * 5));
    if (begins[fifth] === undefined) forgetPeak(worker.pid);
    begins[fifth] ??= performance.now();
    peaks[fifth] = peakMemory(worker.pid);
  }
  const took = (performance.now() - began) / 1000;
  const used = processorSeconds(worker.pid);
  const after = await backendsOf(owner);
  return {
    took,
    busy: used === null ? null : used - busy,
    database: used && [...after].reduce((sum, [pid, seconds]) => sum + seconds - (before.get(pid) ?? 0), 0),
    peaks: { second: peaks[1] ?? null, last: peakMemory(worker.pid) },
    fifths: { second: begins[2] - begins[1], last: performance.now() - begins[4] },
  };
}

/** PostgreSQL's CPU time for the product, by process. */
async function backendsOf(sql) {
  const rows = await sql`
    select pid from pg_stat_activity where datname = current_database() and usename <> current_user`;
  return new Map(rows.map(({ pid }) => [pid, processorSeconds(pid) ?? 0]));
}

async function countsOf(sql) {
  const [row] = await sql`select sum(imported)::int as imported from campaign_counts`;
  return row;
}

async function timed(work) {
  const began = performance.now();
  const came = await work();
  return { came, took: (performance.now() - began) / 1000 };
}
