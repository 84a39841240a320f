import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect } from "vitest";
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

/** A database with one campaign, and ways to run the built program: `cli` names the campaign, `piped` with something on standard input, `run` does not. `folder`: its mail goes there. */
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
  const ended = async (input: string, args: readonly string[]): Promise<Ended> => {
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
  };
  const run = (...args: string[]) => ended("", args);
  const ofCampaign = ["--campaign", campaign.slug];
  const cli = (...args: string[]) => ended("", [...args, ...ofCampaign]);
  const piped = (input: string, ...args: string[]) => ended(input, [...args, ...ofCampaign]);
  return { db, campaign, cli, piped, run };
}
