// What every measurement runs on: its own folder, PostgreSQL and processes, all removed afterwards.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { createServer as createVite } from "vite";
import { buildIfChanged } from "../app/cli/build.mjs";
import { peakMemory, processorSeconds } from "./process.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
export const campaignSlug = "microsoft-ice";

/**
 * Collects what must be undone at the end, newest first. `end` may be called at any moment and more than
 * once: after a failure and at Ctrl-C too.
 */
export function createEndings() {
  const endings = [];
  const undoAll = async () => {
    for (const undo of endings) {
      try {
        await undo();
      } catch (error) {
        process.stderr.write(`Not everything was removed: ${error.message}\n`);
      }
    }
  };
  let ending;
  return {
    atEnd: (undo) => endings.unshift(undo),
    end: () => {
      ending ??= undoAll();
      return ending;
    },
  };
}

/**
 * Builds what is not built yet and starts PostgreSQL as `npm start` does (fsync on), over a folder of
 * its own, which stays where `keep` names it. What is started is handed to `atEnd`.
 */
export async function openStage(atEnd, { keep } = {}) {
  const problem = await buildIfChanged(root, { say: true });
  if (problem) throw new Error(problem);
  const folder = mkdtempSync(join(tmpdir(), "undersigned-bench-"));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const load = await openSources(atEnd);
  const server = await startPostgres(load, atEnd, keep);

  /** A pool opened like the product's, with the running product's rights. */
  const connect = async (database) => {
    const connection = await load("db/connection.ts");
    const db = connection.connect(server.url("app", database), { max: 2, name: "undersigned bench" });
    atEnd(() => connection.disconnect(db));
    return db;
  };
  /** CPU seconds of these processes of the product and of PostgreSQL so far. */
  const processorOf = (...processes) => {
    const postmaster = Number(readFileSync(join(server.data, "postmaster.pid"), "utf8").split("\n")[0]);
    return [postmaster, ...processes.map(({ pid }) => pid)].reduce(
      (sum, pid) => sum + (processorSeconds(pid) ?? Number.NaN),
      0,
    );
  };
  const { freePort } = await load("tests/support/free-port.ts");
  const started = processes({ folder, server, freePort, atEnd });
  return { load, connect, processorOf, ...databases(server, atEnd), ...started };
}

/** Loads a module of the product from its TypeScript source: `load("db/embedded.ts")`. */
async function openSources(atEnd) {
  const vite = await createVite({
    root,
    configFile: false,
    appType: "custom",
    logLevel: "error",
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
  });
  atEnd(() => vite.close());
  return (path) => vite.ssrLoadModule(`/${path}`);
}

async function startPostgres(load, atEnd, keep) {
  const { removeEmbedded, startEmbedded } = await load("db/embedded.ts");
  if (keep) {
    const kept = await startEmbedded({ folder: keep });
    atEnd(() => kept.stopIfLast());
    return kept;
  }
  const cache = join(root, ".cache");
  for (const name of existsSync(cache) ? readdirSync(cache) : []) {
    const maker = /^bench-postgres-(\d+)$/.exec(name)?.[1];
    if (maker && !isAlive(Number(maker))) await removeEmbedded(join(cache, name));
  }
  const place = join(cache, `bench-postgres-${process.pid}`);
  atEnd(() => removeEmbedded(place));
  return startEmbedded({ folder: place });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function databases(server, atEnd) {
  /** Opens a pool on a database: as `app`, `owner` or `superuser`. */
  const open = (role, database, max = 4) => {
    const sql = postgres(server.url(role, database), { max, onnotice: () => {} });
    atEnd(() => sql.end({ timeout: 2 }));
    return sql;
  };
  /** Makes an empty database with the first one's rights, in place of one with that name. */
  const createDatabase = async (name) => {
    const sql = open("superuser", "postgres", 1);
    await sql.unsafe(`drop database if exists ${name}`);
    await sql.unsafe(`create database ${name} owner undersigned`);
    await sql.unsafe(`revoke all on database ${name} from public`);
    await sql.unsafe(`grant connect on database ${name} to undersigned_app`);
    await sql.end();
  };
  return { open, createDatabase, databaseUrl: server.url };
}

function processes({ folder, server, freePort, atEnd }) {
  // Shared, so that each process can open what another sealed.
  const secret = randomBytes(48).toString("base64url");

  // Like `npm start`: a small young generation keeps an export under its bar (docs/benchmarks.md).
  const product = ["--max-semi-space-size=8", join(root, "build/server/index.js")];

  /**
   * The product's environment. Sets everything that could reach beyond this machine, so that `.env` cannot.
   */
  const environment = (database, port) => ({
    PATH: process.env.PATH,
    NODE_ENV: "production",
    DATABASE_URL: server.url("app", database),
    MIGRATE_DATABASE_URL: server.url("owner", database),
    PORT: String(port),
    HOST: "127.0.0.1",
    APP_URL: `http://127.0.0.1:${port}`,
    SECRET: secret,
    MAIL_DIR: join(folder, "mail"),
    ERASURE_LOG: join(folder, `${database}.log`),
    TRUST_PROXY: "1",
    RESEND_API_KEY: "",
    SMTP_URL: "",
  });

  const start = async (args, env) => {
    const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    const lastWords = remember(child.stdout, child.stderr);
    const stop = async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    };
    atEnd(stop);
    const firstLine = await new Promise((resolve, reject) => {
      child.stdout.once("data", resolve);
      child.once("exit", (code) => reject(new Error(`${args.join(" ")} ended with ${code}: ${lastWords()}`)));
    });
    return { pid: child.pid, stop, lastWords, firstLine: String(firstLine) };
  };

  return {
    secret,
    /** Runs a command of the product to its end. */
    async command(database, args) {
      const env = environment(database, 0);
      const child = spawn(process.execPath, [...product, ...args], {
        env,
        stdio: ["ignore", "ignore", "pipe"],
      });
      const lastWords = remember(child.stderr);
      atEnd(() => child.kill());
      const peak = watchPeak(child);
      const [code] = await once(child, "exit");
      if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}: ${lastWords()}`);
      return { peak: peak() };
    },
    /**
     * Starts `web` or `worker` on a database; with `port`, as a second process of the same site. `more` is
     * added to its environment.
     */
    async startProduct(kind, database, port = undefined, more = {}) {
      const own = port ?? (await freePort());
      const child = await start([...product, kind, "--json"], { ...environment(database, own), ...more });
      return { ...child, origin: `http://127.0.0.1:${own}`, port: own };
    },
    /** Starts a bare server of this folder. It gets `input` and prints a line once it listens. */
    async startBare(file, input) {
      const port = await freePort();
      const env = {
        PATH: process.env.PATH,
        NODE_ENV: "production",
        BENCH: JSON.stringify({ port, ...input }),
      };
      const child = await start([fileURLToPath(file)], env);
      return { ...child, origin: `http://127.0.0.1:${port}`, port };
    },
  };
}

/** Reads streams to their end and returns their last words. */
function remember(...streams) {
  let tail = "";
  for (const stream of streams) {
    stream.on("data", (chunk) => {
      tail = (tail + chunk).slice(-2000);
    });
  }
  return () => tail;
}

/** Watches a child's peak memory until it ends; `() => bytes`, null where the system does not report it. */
function watchPeak(child) {
  let peak = null;
  const timer = setInterval(() => {
    peak = peakMemory(child.pid) ?? peak;
  }, 50);
  child.once("exit", () => clearInterval(timer));
  return () => peak;
}
