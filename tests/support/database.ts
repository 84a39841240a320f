import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, inject } from "vitest";
import { connect, disconnect } from "#db/connection.ts";
import type { Db } from "#db/index.ts";
import { copyOf, databaseUrl } from "./cluster.ts";

const prepared: ((db: Db) => Promise<void>)[] = [];

/** Changes every database that this test file makes from now on. */
export function onEveryDatabase(prepare: (db: Db) => Promise<void>): void {
  prepared.push(prepare);
  afterAll(() => void prepared.splice(prepared.indexOf(prepare), 1));
}

/**
 * Makes a migrated, empty database for this test file, removed when it is done. `bare`: without any table.
 * `seeded`: one that a site has started on.
 */
export async function aDatabase({ bare = false, seeded = false } = {}): Promise<Db> {
  const clusterUrl = inject("clusterUrl");
  const name = `t_${randomBytes(6).toString("hex")}`;
  const asAdmin = async (statement: string) => {
    const admin = postgres(clusterUrl, { max: 1, onnotice: () => {} });
    await admin.unsafe(statement).finally(() => admin.end());
  };
  const template = bare ? "template1" : inject(seeded ? "siteTemplate" : "template");
  // Autovacuum may use the template for a moment.
  for (let tries = 1; ; tries++) {
    try {
      await asAdmin(copyOf(template, name));
      break;
    } catch (error) {
      const inUse = error instanceof postgres.PostgresError && error.code === "55006";
      if (!inUse || tries === 10) throw error;
    }
  }

  const db = connect(databaseUrl(clusterUrl, name, "owner"), { max: 10, name: "undersigned test" });
  afterAll(async () => {
    await disconnect(db);
    await asAdmin(`drop database ${name} with (force)`);
  });
  for (const prepare of prepared) await prepare(db);
  return db;
}

/** Opens a test's database again: with the running product's rights, or with all. */
export function openAs(role: "app" | "superuser", db: Db): Db {
  const { database } = db.$client.options;
  const url = databaseUrl(inject("clusterUrl"), database, role === "app" ? "app" : undefined);
  const other = connect(url, { max: 2, name: `undersigned test as ${role}` });
  afterAll(() => disconnect(other));
  return other;
}
