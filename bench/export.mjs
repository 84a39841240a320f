// A file of a million confirmed signatures, against PostgreSQL's own client copying the same query.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { get } from "node:http";
import { inTurns } from "./load.mjs";
import { forgetPeak, peakMemory } from "./process.mjs";
import { fillCampaign } from "./rows.mjs";
import { startSession } from "./session.mjs";
import { campaignSlug } from "./stage.mjs";

const inMegabytes = (bytes) => (bytes === null ? null : bytes / 1024 / 1024);

export async function measureExport({ stage, list, rows, rounds }) {
  const { signaturesQuery } = await stage.load(
    "app/domain/outgoing/exports/lists/signatures-query.server.ts",
  );
  const { wholeList } = await stage.load("app/domain/outgoing/exports/presets.ts");
  const { owner, scope } = list;
  await fillCampaign(owner, scope.campaignId, rows);

  const query = signaturesQuery(scope.campaignId, "full", wholeList).replace(/\s+/g, " ");
  const client = chooseClient(stage, list, query);
  const token = await startSession(stage, list);
  const web = await stage.startProduct("web", list.database);
  const file = async () => {
    forgetPeak(web.pid);
    const took = await download(web, token);
    return { took, peak: peakMemory(web.pid) };
  };

  forgetPeak(web.pid);
  const atRest = peakMemory(web.pid);
  await file();
  const legs = await inTurns(rounds, file, client.run);
  await web.stop();
  const cli = await exportByCommand(stage, list);
  await compareStored(owner, rows);

  const rate = (took) => rows / took;
  const middle = (legs) => legs.map(({ took }) => took).sort((a, b) => a - b)[Math.floor(legs.length / 2)];
  const bare = rate(middle(legs.second));
  const peaks = legs.first.map(({ peak }) => peak);
  const most = peaks.includes(null) ? null : Math.max(...peaks);
  return [
    {
      name: `export of ${rows.toLocaleString("en")} signatures over HTTP, against ${client.name}`,
      unit: "rows/s",
      value: rate(middle(legs.first)),
      bare,
      bar: { of: "ratio", atLeast: 0.8 },
    },
    {
      name: "peak memory of the server during it",
      unit: "MB",
      value: inMegabytes(most),
      bar: { of: "value", below: 150 },
    },
    { name: "memory of the server before the first file", unit: "MB", value: inMegabytes(atRest) },
    { name: "the same export by the command line", unit: "rows/s", value: rate(cli.took), bare },
    {
      name: "peak memory of the command",
      unit: "MB",
      value: inMegabytes(cli.peak),
      bar: { of: "value", below: 150 },
    },
  ];
}

/** Requests a file like the form does, downloads and discards it. Returns the seconds it took. */
async function download({ port, origin }, token) {
  const cookie = `session=${token}`;
  const asked = await fetch(`http://127.0.0.1:${port}/organize/c/${campaignSlug}/exports`, {
    method: "POST",
    redirect: "manual",
    headers: { origin, cookie },
    body: new URLSearchParams({ preset: "full" }),
  });
  const location = asked.headers.get("location");
  if (asked.status !== 303 || !location) throw new Error(`asking for a file answered ${asked.status}`);
  await asked.body?.cancel();

  const began = performance.now();
  const path = new URL(location, origin);
  const request = get({ host: "127.0.0.1", port, path: path.pathname + path.search, headers: { cookie } });
  const [answer] = await once(request, "response");
  if (answer.statusCode !== 200) throw new Error(`fetching ${path.pathname} answered ${answer.statusCode}`);
  answer.resume();
  await once(answer, "end");
  if (!answer.complete) throw new Error("the file broke off");
  return (performance.now() - began) / 1000;
}

async function exportByCommand(stage, { database }) {
  const args = ["export", "signatures", "--campaign", campaignSlug, "--preset", "full"];
  const began = performance.now();
  const { peak } = await stage.command(database, args);
  return { took: (performance.now() - began) / 1000, peak };
}

/** psql where installed; else a raw COPY through postgres.js, as the product reads it. */
function chooseClient(stage, { database }, query) {
  const url = stage.databaseUrl("app", database);
  if (spawnSync("psql", ["--version"]).status === 0) {
    const args = ["-X", "-q", "-c", `\\copy (${query}) to '/dev/null' with (format csv, header)`, url];
    return {
      name: "psql \\copy",
      run: () => timed(() => ended(spawn("psql", args, { stdio: ["ignore", "inherit", "inherit"] }))),
    };
  }
  const sql = stage.open("app", database, 1);
  const drain = async () => {
    const copy = await sql.unsafe(`copy (${query}) to stdout with (format csv, header)`).readable();
    copy.resume();
    await once(copy, "end");
  };
  return { name: "COPY read by postgres.js (no psql here)", run: () => timed(drain) };
}

async function timed(work) {
  const began = performance.now();
  await work();
  return { took: (performance.now() - began) / 1000 };
}

async function ended(child) {
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`${child.spawnfile} ended with ${code}`);
}

/** Every recorded export must be complete and contain every confirmed signature. */
async function compareStored(sql, rows) {
  const [{ wrong, n }] = await sql`
    select count(*)::int as n, (count(*) filter (where completed_at is null or rows <> ${rows}))::int as wrong
    from exports`;
  if (n === 0 || wrong > 0) throw new Error(`${wrong} of ${n} exports are not whole`);
}
