import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject, onTestFinished } from "vitest";
import { queueNames } from "#app/domain/base/jobs/queues.ts";
import type { Db } from "#db/index.ts";
import { migrate } from "#db/migrate.ts";
import { databaseUrl, testRoles } from "./cluster.ts";
import { emailNames } from "./email-names.ts";

export const schemaFolder = join(import.meta.dirname, "../../db");

type Journal = { entries: { idx: number; when: number; tag: string }[] };

/** Copies the migrations and functions, and adds more of either. */
export function aFolder({
  migrations = [],
  functions = {},
}: {
  migrations?: string[];
  functions?: Record<string, string>;
}): string {
  const folder = mkdtempSync(join(tmpdir(), "undersigned-schema-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const part of ["migrations", "functions"]) {
    cpSync(join(schemaFolder, part), join(folder, part), { recursive: true });
  }
  const file = join(folder, "migrations/meta/_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8")) as Journal;
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
