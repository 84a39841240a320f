import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { afterAll, expect } from "vitest";
import { run as runCommand } from "#app/cli/main.ts";
import { aCampaign } from "./builders.ts";
import { databaseUrl } from "./cluster.ts";
import { aDatabase } from "./database.ts";

/** Makes a folder that is removed after a file's tests. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "undersigned-cli-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export type Ended = { code: number; out: string; err: string };

/** Reads a command's `--json` output, once it has ended well. */
export function jsonOf({ code, out, err }: Ended) {
  expect([code, err]).toEqual([0, ""]);
  return JSON.parse(out);
}

/**
 * Runs a command in this process, as `main.ts` does in one of its own: starting hundreds took longer than
 * their work. It finds the environment and the streams it is given and no other.
 */
export async function runHere(args: string[], env: NodeJS.ProcessEnv, input = ""): Promise<Ended> {
  const { code, out, err } = await runForBytes(args, env, input);
  return { code, out: out.toString(), err };
}

/** Runs a command whose output is a file. */
export async function runForBytes(args: string[], env: NodeJS.ProcessEnv, input = "") {
  const [out, err] = [new Heard(), new Heard()];
  const given = {
    // React was loaded for tests, and stays so.
    env: { ...env, NODE_ENV: process.env.NODE_ENV },
    stdin: Readable.from([Buffer.from(input)]),
    stdout: out,
    stderr: err,
  };
  const before = Object.keys(given).map(
    (name) => [name, Object.getOwnPropertyDescriptor(process, name) as PropertyDescriptor] as const,
  );
  for (const [name, value] of Object.entries(given))
    Object.defineProperty(process, name, { value, configurable: true, writable: true });
  try {
    const code = await runCommand(args);
    return { code, out: out.bytes(), err: err.bytes().toString() };
  } finally {
    for (const [name, descriptor] of before) Object.defineProperty(process, name, descriptor);
  }
}

/** A stream that keeps what is written to it. */
class Heard extends Writable {
  readonly #chunks: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: BufferEncoding, written: () => void) {
    this.#chunks.push(chunk);
    written();
  }

  bytes = () => Buffer.concat(this.#chunks);
}

/**
 * Makes a database with one campaign, and ways to run commands: `cli` names the campaign, `piped` feeds
 * standard input, `run` does neither. Its emails go to `folder`.
 */
export async function anOperator(folder: string, environment: Record<string, string> = {}) {
  const db = await aDatabase();
  const campaign = await aCampaign(db, { languages: ["en", "es"] });
  const { host, port, database } = db.$client.options;
  const base = `postgres://${[host].flat()[0]}:${[port].flat()[0]}/`;
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: "production" as const,
    DATABASE_URL: databaseUrl(base, database, "app"),
    MIGRATE_DATABASE_URL: databaseUrl(base, database, "owner"),
    SECRET: "a-secret-for-tests-that-is-long-enough-0001",
    MAIL_DIR: join(folder, "mail"),
    ERASURE_LOG: join(folder, `${database}.log`),
    ...environment,
  };
  const run = (...args: string[]) => runHere(args, env);
  const ofCampaign = ["--campaign", campaign.slug];
  const cli = (...args: string[]) => run(...args, ...ofCampaign);
  const piped = (input: string, ...args: string[]) => runHere([...args, ...ofCampaign], env, input);
  return { db, campaign, cli, piped, run };
}
