import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { inject, onTestFinished } from "vitest";
import { queueNames } from "#app/domain/base/jobs/queues.ts";
import type { Db } from "#db/index.ts";
import { migrate } from "#db/migrate.ts";
import { databaseUrl, testRoles } from "./cluster.ts";
import { aDatabase } from "./database.ts";
import { emailNames } from "./email-names.ts";

export const schemaFolder = join(import.meta.dirname, "../../db");

type Journal = { entries: { idx: number; when: number; tag: string }[] };

/** Copies the migrations and functions, and adds more of either. `only`: the first so many migrations. */
export function aFolder({
  migrations = [],
  functions = {},
  only = Number.POSITIVE_INFINITY,
}: {
  migrations?: string[];
  functions?: Record<string, string>;
  only?: number;
}): string {
  const folder = mkdtempSync(join(tmpdir(), "undersigned-schema-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const part of ["migrations", "functions"]) {
    cpSync(join(schemaFolder, part), join(folder, part), { recursive: true });
  }
  const file = join(folder, "migrations/meta/_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8")) as Journal;
  journal.entries.length = Math.min(journal.entries.length, only);
  for (const text of migrations) {
    const { idx, when } = journal.entries.at(-1) ?? { idx: -1, when: 0 };
    const tag = `${idx + 1}`.padStart(4, "0").concat("_of-a-test");
    journal.entries.push({ idx: idx + 1, when: when + 1, tag });
    writeFileSync(join(folder, `migrations/${tag}.sql`), text);
  }
  writeFileSync(file, JSON.stringify(journal));
  for (const [name, text] of Object.entries(functions)) {
    writeFileSync(join(folder, `functions/${name}.sql`), text);
  }
  return folder;
}

/** Drops the functions. */
export function withoutFunctions(folder: string): string {
  rmSync(join(folder, "functions"), { recursive: true });
  mkdirSync(join(folder, "functions"));
  return folder;
}

type Given = { lockTimeout?: number; tries?: number; say?: (line: string) => void; emails?: string[] };

/** Migrates a test's database as `npm start` does. */
export function bringUpToDate(db: Db, folder = schemaFolder, given: Given = {}): Promise<void> {
  const ownerUrl = databaseUrl(inject("clusterUrl"), db.$client.options.database, "owner");
  return migrate({
    ownerUrl,
    folder,
    appRole: testRoles.app,
    queues: queueNames,
    emails: emailNames,
    ...given,
  });
}

/** Restores the database that 0.1.0's last migration left, with one of everything. */
export async function aDatabaseOf010(): Promise<Db> {
  const db = await aDatabase({ bare: true });
  const dump = gunzipSync(readFileSync(join(import.meta.dirname, "../db/fixtures/0.1.0.sql.gz"))).toString();
  const connection = await db.$client.reserve();
  try {
    await connection.unsafe(dump);
    await connection.unsafe("reset check_function_bodies");
  } finally {
    connection.release();
  }
  return db;
}
