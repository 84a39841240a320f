import { existsSync, linkSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import net from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { DataFolder } from "./data-folder.ts";
import { EmbeddedServerError } from "./error.ts";
import { run } from "./run.ts";

export type Postmaster = { pid: number; port: number; state: string };

/** Reads `postmaster.pid`; null when no server lives. */
export function findPostmaster(data: string): Postmaster | null {
  try {
    const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    if (!(pid > 0) || !isAlive(pid)) return null;
    return { pid, port: Number(lines[3]), state: lines[7]?.trim() ?? "" };
  } catch {
    return null;
  }
}

export const isAlive = (pid: number): boolean => isKnown(pid) && !isZombie(pid);

/** True if a process has this pid, even if it has ended but was not reaped. */
function isKnown(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** True for a process that ended and was not reaped, as in a container without an init process. */
function isZombie(pid: number): boolean {
  try {
    // The state follows the name, which is in parentheses and may contain any character.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")")).startsWith(") Z");
  } catch {
    return false;
  }
}

/**
 * Starts a server over the data and waits until it takes connections. It listens on loopback alone,
 * outlives this process, and writes no statement and no row to its log, which erasure could not reach.
 */
export async function startPostmaster(
  bin: string,
  place: DataFolder,
  { port, fsync }: { port: number; fsync: boolean },
): Promise<void> {
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "log_error_verbosity=terse",
    "log_min_error_statement=panic",
    "log_timezone=UTC",
    // Pages read little: compiling or a parallel worker takes longer than the query.
    "jit=off",
    "max_parallel_workers_per_gather=0",
    // After a kill: one flush instead of thousands that wait for the disk
    // (docs/decisions/0002-embedded-postgresql.md).
    ...(process.platform === "linux" ? ["recovery_init_sync_method=syncfs"] : []),
    ...(fsync ? [] : ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=500"]),
  ];
  forgetOthersPid(place.data);
  const log = join(place.data, "server.log");
  const options = [`-p ${port}`, ...settings.map((setting) => `-c ${setting}`)].join(" ");
  await run(place.account, join(bin, "pg_ctl"), [
    "start",
    "-D",
    place.data,
    "-w",
    "-t",
    "60",
    "-l",
    log,
    "-o",
    options,
  ]);
}

/** Finds why the last start failed in the server's log. */
export function lastProblem(data: string): string {
  const log = join(data, "server.log");
  if (!existsSync(log)) return "";
  const lines = readFileSync(log, "utf8").slice(-8192).split("\n");
  return lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? "";
}

/** Stops the server: "smart" waits for clients, "fast" disconnects them. False if it runs after 30 s. */
export async function stopPostmaster(data: string, mode: "smart" | "fast"): Promise<boolean> {
  const postmaster = findPostmaster(data);
  if (!postmaster) return true;
  process.kill(postmaster.pid, mode === "smart" ? "SIGTERM" : "SIGINT");
  return isGone(data, postmaster.pid, 30_000);
}

/** Waits until this postmaster has ended. */
export async function isGone(data: string, pid: number, milliseconds: number): Promise<boolean> {
  const limit = Date.now() + milliseconds;
  while (findPostmaster(data)?.pid === pid) {
    if (Date.now() > limit) return false;
    await pause(25);
  }
  return true;
}

export function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

/** Finds a free port: the wanted one if it is free. */
export function findFreePort(wanted: number | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", (error) => (wanted ? resolve(findFreePort(undefined)) : reject(error)));
    probe.listen(wanted ?? 0, "127.0.0.1", () => {
      const address = probe.address();
      if (!address || typeof address === "string") return reject(new EmbeddedServerError("No port is free."));
      probe.close(() => resolve(address.port));
    });
  });
}

/**
 * Removes the pid file of another process: while that pid is alive, or a zombie, PostgreSQL refuses to start.
 * The file is moved away whole: several processes may start the server at once, and what one of them wrote
 * into it another would read half, or put over the file of the server that it has just started. What
 * processes of a killed server still use is protected by the key of its shared memory.
 *
 * @public for the processes of tests/deep/embedded.test.ts, which load it by its name.
 */
export function forgetOthersPid(data: string): void {
  const file = join(data, "postmaster.pid");
  const taken = `${file}.${process.pid}`;
  try {
    if (!isOthers(file)) return;
    renameSync(file, taken);
    // Another process was faster: its server has started.
    if (!isOthers(taken)) linkSync(taken, file);
    rmSync(taken);
  } catch (error) {
    if (!["ENOENT", "EEXIST"].includes(String((error as NodeJS.ErrnoException).code))) throw error;
    rmSync(taken, { force: true });
  }
}

/** Milliseconds: a starting server has written its pid long before. */
const unwrittenFor = 10_000;

/**
 * True for a file that keeps PostgreSQL from starting although no server owns it: it has another process's
 * pid or none.
 */
function isOthers(file: string): boolean {
  const text = readFileSync(file, "utf8");
  // A server in single-user mode writes its pid with a minus.
  const pid = Math.abs(Number.parseInt(text, 10));
  if (!(pid > 0)) return Date.now() - statSync(file).mtimeMs > unwrittenFor;
  return isKnown(pid) && (isZombie(pid) || !isPostgres(pid));
}

/** False if another program has the ended server's pid, which only /proc can tell. */
function isPostgres(pid: number): boolean {
  const name = `/proc/${pid}/comm`;
  return !existsSync(name) || readFileSync(name, "utf8").trim() === "postgres";
}
