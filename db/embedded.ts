import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { findBinaries } from "./embedded/binaries.ts";
import { type DataFolder, findDataFolder } from "./embedded/data-folder.ts";
import { EmbeddedServerError } from "./embedded/error.ts";
import { databaseName, initialise, resetPasswords } from "./embedded/initialize.ts";
import { type Passwords, type Role, readPasswords, roleNames } from "./embedded/passwords.ts";
import {
  findFreePort,
  findPostmaster,
  isGone,
  isListening,
  lastProblem,
  startPostmaster,
  stopPostmaster,
} from "./embedded/postmaster.ts";
import { makeVarFolder } from "./embedded/private-file.ts";

/** A running PostgreSQL 18 on 127.0.0.1 that requires a password from everyone. */
export type EmbeddedServer = {
  /** True when it was running already. */
  reused: boolean;
  data: string;
  url(role: Role, database?: string): string;
  /** Stops the server unless another client is connected; true when it stopped. Close your pools first. */
  stopIfLast(): Promise<boolean>;
  /** Stops the server, even if others are connected. */
  stop(): Promise<void>;
  /** Restarts the server on the same port whenever it ends. Call the returned function before stopping it. */
  keepRunning(events: OutageEvents): () => Promise<void>;
};

type OutageEvents = {
  restarted(): void;
  /** Called once per outage, however many tries fail. */
  failed(error: unknown): void;
};

type Options = {
  /** The folder of passwords and data (`var`); created if missing. */
  folder: string;
  /** False only in tests: a crash of the machine may lose everything. */
  fsync?: boolean;
};

/**
 * Starts the PostgreSQL that comes with the npm packages, or finds the one that runs over the same
 * folder. Safe to call from several processes at once, and after any of them was killed.
 */
export async function startEmbedded({ folder: given, fsync = true }: Options): Promise<EmbeddedServer> {
  const folder = resolve(given);
  makeVarFolder(folder);
  const place = findDataFolder(folder);
  const bin = findBinaries(place.account);
  const installed = { bin, place, portFile: join(folder, "postgres.port"), fsync };
  const passwords = readPasswords(folder);
  if (!existsSync(join(place.data, "PG_VERSION"))) await initialise(bin, place, passwords, fsync);
  requireMajor18(place.data);

  for (const limit = Date.now() + 30_000; ; ) {
    const started = await ensureRunning(installed, { within: 30_000 });
    const entered = await enter(started.port, passwords);
    if (entered === "in") return server(installed, passwords, started);
    if (Date.now() > limit) {
      throw new EmbeddedServerError(`PostgreSQL lets nobody in. ${lastProblem(place.data)}`);
    }
    if (entered === "gone") await pause(100);
    else {
      await stopPostmaster(place.data, "fast");
      await resetPasswords(bin, place, passwords);
    }
  }
}

type Installed = { bin: string; place: DataFolder; portFile: string; fsync: boolean };
type Started = { port: number; reused: boolean };

type Terms = {
  /** A required port, because clients know it. Without it: the last one, or any free port. */
  onPort?: number;
  /** Milliseconds for which a failed start is retried. */
  within: number;
};

async function ensureRunning(
  { bin, place, portFile, fsync }: Installed,
  { onPort, within }: Terms,
): Promise<Started> {
  const limit = Date.now() + within;
  for (;;) {
    const postmaster = findPostmaster(place.data);
    if (postmaster?.state === "ready" && (await isListening(postmaster.port))) {
      return { port: postmaster.port, reused: true };
    }
    if (postmaster?.state === "stopping") await isGone(place.data, postmaster.pid, 10_000);

    const port = onPort ?? (await findFreePort(rememberedPort(portFile)));
    try {
      await startPostmaster(bin, place, { port, fsync });
      writeFileSync(portFile, `${port}\n`);
      return { port, reused: false };
    } catch (error) {
      // Another process is starting the same server, whose clients may be refused until it is ready, or
      // backends of a killed one are still ending.
      const problem = lastProblem(place.data);
      const passing =
        /lock file|shared memory block|could not create any TCP|starting up|not yet accepting/.test(problem);
      if (!passing || Date.now() > limit) {
        throw new EmbeddedServerError(`PostgreSQL did not start. ${problem || (error as Error).message}`);
      }
      await pause(250);
    }
  }
}

/** Milliseconds between two checks that the server still runs. */
const checkEvery = 500;

function keepRunning(
  installed: Installed,
  port: number,
  { restarted, failed }: OutageEvents,
): () => Promise<void> {
  let starting: Promise<void> | undefined;
  let reported = false;
  const start = async () => {
    try {
      await ensureRunning(installed, { onPort: port, within: 5000 });
      restarted();
      reported = false;
    } catch (error) {
      if (!reported) failed(error);
      reported = true;
    }
    starting = undefined;
  };
  const timer = setInterval(() => {
    if (!starting && !findPostmaster(installed.place.data)) starting = start();
  }, checkEvery);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await starting;
  };
}

function server(installed: Installed, passwords: Passwords, { port, reused }: Started): EmbeddedServer {
  const { place } = installed;
  const url = (role: Role, database = databaseName) => urlOf(port, role, passwords, database);
  const stop = async () => {
    await stopPostmaster(place.data, "fast");
  };
  return {
    reused,
    data: place.data,
    url,
    stop,
    keepRunning: (events) => keepRunning(installed, port, events),
    async stopIfLast() {
      // A server that has already ended has no clients to count.
      if (await hasOtherClients(url("superuser", "postgres")).catch(() => false)) return false;
      return stopPostmaster(place.data, "smart");
    },
  };
}

/** Ends the server of a folder and removes the folder with all that is in it. */
export async function removeEmbedded(given: string): Promise<void> {
  const folder = resolve(given);
  const { data } = findDataFolder(folder);
  await stopPostmaster(data, "fast");
  if (dirname(data) !== join(folder, "postgres")) rmSync(dirname(data), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

const urlOf = (port: number, role: Role, passwords: Passwords, database: string) =>
  `postgres://${roleNames[role]}:${passwords[role]}@127.0.0.1:${port}/${database}`;

/** Errors on connections to a server that is killed or stopped just after it was found. */
const gone =
  /^(57P0[1-3]|08\w{3}|CONNECTION_(CLOSED|ENDED|DESTROYED)|CONNECT_TIMEOUT|ECONNRE(SET|FUSED)|EPIPE)$/;

/** `refused`: the server rejects our passwords, as their file is newer than the data. */
async function enter(port: number, passwords: Passwords): Promise<"in" | "refused" | "gone"> {
  const url = urlOf(port, "superuser", passwords, "postgres");
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    await sql`select 1`;
    return "in";
  } catch (error) {
    const code = String((error as { code?: string }).code);
    if (code === "28P01") return "refused";
    if (gone.test(code)) return "gone";
    throw error;
  } finally {
    await sql.end();
  }
}

/** Tries a few times: the server forgets a closed connection a moment after its client does. */
async function hasOtherClients(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    for (let tries = 1; ; tries++) {
      const [row] = await sql<{ others: boolean }[]>`
        select exists (
          select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()
        ) as others`;
      if (!row?.others || tries === 6) return row?.others ?? false;
      await pause(50);
    }
  } finally {
    await sql.end();
  }
}

function requireMajor18(data: string): void {
  const version = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  if (version === "18") return;
  throw new EmbeddedServerError(
    `The data in ${data} was made by PostgreSQL ${version} and this product brings 18: take a backup ` +
      "with the older product and restore it.",
  );
}

function rememberedPort(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const port = Number(readFileSync(file, "utf8"));
  return port > 1023 && port < 65_536 ? port : undefined;
}
