import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect } from "vitest";
import { run as runCommand } from "#app/cli/run.ts";
import { buildIfChanged } from "../../app/cli/build.mjs";
import { aCampaign } from "./builders.ts";
import { databaseUrl } from "./cluster.ts";
import { aDatabase } from "./database.ts";

const root = join(import.meta.dirname, "../..");

/** A folder that is gone after the tests of a file. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "undersigned-cli-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export type Ended = { code: number; out: string; err: string };

/** What a command told with `--json`, once it has ended well. */
export function told({ code, out, err }: Ended) {
  expect([code, err]).toEqual([0, ""]);
  return JSON.parse(out);
}

/** Commands that write a file to standard output as a stream, which a process of its own has. */
const streams = new Set<string | undefined>(["audit", "export", "import", "pack"]);

async function runProgram(args: string[], env: NodeJS.ProcessEnv, input = ""): Promise<Ended> {
  const program = join(root, "build/server/index.js");
  try {
    const running = promisify(execFile)(process.execPath, [program, ...args], { env });
    running.child.stdin?.end(input);
    const { stdout, stderr } = await running;
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

/**
 * Runs a command in this process, as `main.ts` does in one of its own: starting hundreds took longer than their work.
 * It finds the environment it is given and no other.
 */
async function runHere(args: string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  const { env: before } = process;
  const [out, err] = [hear(process.stdout), hear(process.stderr)];
  // React was loaded for tests, and stays so.
  process.env = { ...env, NODE_ENV: before.NODE_ENV };
  try {
    const code = await runCommand(args);
    return { code, out: out.heard(), err: err.heard() };
  } finally {
    process.env = before;
    for (const { end } of [out, err]) end();
  }
}

/** Keeps what is written to a stream instead of writing it, until `end` is called. */
function hear(stream: NodeJS.WriteStream) {
  const { write } = stream;
  const chunks: string[] = [];
  stream.write = (chunk: string | Uint8Array) => chunks.push(Buffer.from(chunk).toString()) > 0;
  const end = () => {
    stream.write = write;
  };
  return { heard: () => chunks.join(""), end };
}

/** A database with one campaign, and ways to run commands: `cli` names the campaign, `piped` with something on standard input, `run` does not. `folder`: its mail goes there. */
export async function anOperator(folder: string, environment: Record<string, string> = {}) {
  const problem = await buildIfChanged(root, { say: false });
  if (problem) throw new Error(problem);
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
    ERASURE_LOG: join(folder, "erasures.log"),
    ...environment,
  };
  const run = (...args: string[]) => (streams.has(args[0]) ? runProgram(args, env) : runHere(args, env));
  const ofCampaign = ["--campaign", campaign.slug];
  const cli = (...args: string[]) => run(...args, ...ofCampaign);
  const piped = (input: string, ...args: string[]) => runProgram([...args, ...ofCampaign], env, input);
  return { db, campaign, cli, piped, run };
}
