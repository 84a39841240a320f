import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { ConfigurationError, type Env, readEnv } from "#app/lib/env.server.ts";
import { connect, disconnect, refusesParameters } from "#db/connection.ts";
import { makeVarFolder, readOrMakePrivate } from "#db/embedded/private-file.ts";
import { type EmbeddedServer, startEmbedded } from "#db/embedded.ts";
import type { Db } from "#db/index.ts";
import { refuseUnprepared } from "#db/pooler.ts";
import { findRoot } from "./parts/root.ts";
import { loadSettings, settingsFile } from "./parts/settings.ts";

/** What a command gets. Its opener closes it. */
export type Opened = {
  root: string;
  env: Env;
  /** Connected with the rights of the running product. */
  db: Db;
  /** The role `db` is connected as. */
  role: string;
  /** For migrations, and whatever else needs the schema's owner. */
  ownerUrl: string;
  /** The PostgreSQL installed by npm; undefined if DATABASE_URL names another. */
  embedded: EmbeddedServer | undefined;
  close(): Promise<void>;
};

const oldestServer = 150_000;

/** Reads the environment with the settings of this machine, and the local secret. */
export function openEnv(root = findRoot()): Env {
  loadSettings(root);
  return readEnv(root, () => {
    makeVarFolder(join(root, "var"));
    return readOrMakePrivate(join(root, "var/secret"), () => randomBytes(48).toString("base64url"));
  });
}

/** Seconds that a limited statement may take to be reported as ended. */
const reportedWithin = 5;

/** Seconds a worker waits for the answer to a statement of an email or a form. */
const workerWaits = 60;

/** Connections for what takes long. */
const long = { web: 5, worker: 6 };

/** Commands that may make the embedded database. */
const makers = ["start", "dev", "migrate", "seed", "restore"];

/**
 * Refuses the embedded database where another is meant: a command without its settings would show an empty
 * site, and erase nobody. Only `start` and what prepares it make one.
 */
function refuseEmbedded(name: string, root: string, { isAttached = false }: OpenOptions): void {
  const isStart = name === "start" || isAttached;
  const inProduction = existsSync(settingsFile)
    ? `${settingsFile} does not name one`
    : process.env.NODE_ENV === "production" &&
      !process.env.UNDERSIGNED_CHECKOUT &&
      !isStart &&
      "NODE_ENV is production";
  const how = `Set DATABASE_URL in ${settingsFile}, or name your settings by --env FILE.`;
  if (inProduction) throw new ConfigurationError(`There is no DATABASE_URL, and ${inProduction}. ${how}`);
  const isMade = ["postgres", "postgres.location"].some((one) => existsSync(join(root, "var", one)));
  if (isMade || isAttached || makers.includes(name)) return;
  throw new ConfigurationError(
    `There is no DATABASE_URL, and \`npm start\` never made a database here. ${how}`,
  );
}

type OpenOptions = {
  /** The part that uses it; a command without. */
  part?: "web" | "worker";
  /** Started by `start`, whose database it uses. */
  isAttached?: boolean;
  /** Another process ends the embedded server. */
  leavesServer?: () => boolean;
};

/** Opens the database of DATABASE_URL, else the embedded one, which is started if necessary. */
export async function open(name: string, options: OpenOptions = {}): Promise<Opened> {
  const { part, leavesServer = () => false } = options;
  const root = findRoot();
  const env = openEnv(root);
  if (!env.databaseUrl) refuseEmbedded(name, root, options);
  const server = env.databaseUrl ? undefined : await startEmbedded({ folder: join(root, "var") });
  const url = env.databaseUrl ?? server?.url("app") ?? "";
  const pool = { name: `undersigned ${name}`, ...(part ? poolOf(part, env) : { max: 4 }) };
  let db = connect(url, pool);
  try {
    if (await isRefusingLimits(db)) {
      await disconnect(db);
      db = connect(url, { ...pool, limitsByTransaction: true });
    }
    return {
      root,
      env,
      db,
      role: await checkServer(db),
      ownerUrl: server?.url("owner") ?? env.migrateDatabaseUrl ?? url,
      embedded: server,
      close: () => close(db, leavesServer() ? undefined : server),
    };
  } catch (error) {
    await close(db, server);
    throw error;
  }
}

function poolOf(part: "web" | "worker", { connections, limits }: Env) {
  const size = { max: connections[part], long: long[part] };
  if (part === "worker") return { ...size, silenceSeconds: workerWaits };
  const { statementSeconds } = limits;
  return {
    ...size,
    limits,
    ...(statementSeconds > 0 && { silenceSeconds: statementSeconds + reportedWithin }),
  };
}

const isRefusingLimits = (db: Db): Promise<boolean> =>
  db.execute(sql`select 1`).then(() => false, refusesParameters);

/** Opens the database, runs `work`, and always closes. */
export async function withDatabase<T>(name: string, work: (opened: Opened) => Promise<T>): Promise<T> {
  const opened = await open(name);
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

async function close(db: Db, server: EmbeddedServer | undefined): Promise<void> {
  await disconnect(db);
  await server?.stopIfLast();
}

async function checkServer(db: Db): Promise<string> {
  const rows = await askServer(db);
  if (rows.version < oldestServer) {
    throw new ConfigurationError(
      `DATABASE_URL leads to PostgreSQL ${Math.floor(rows.version / 10_000)}. Version 15 or later is required.`,
    );
  }
  await refuseUnprepared(db, "DATABASE_URL");
  return rows.role;
}

async function askServer(db: Db): Promise<{ version: number; role: string }> {
  try {
    const [row] = await db.execute<{ version: number; role: string }>(
      sql`select current_setting('server_version_num')::int as version, current_user as role`,
    );
    if (row) return row;
  } catch (error) {
    const cause = ((error as Error).cause ?? error) as Error & { code?: string };
    const why = cause.message || cause.code || "no answer";
    throw new ConfigurationError(`Cannot reach the database: ${why}. Check DATABASE_URL.`);
  }
  throw new ConfigurationError("The database did not answer. Check DATABASE_URL.");
}
