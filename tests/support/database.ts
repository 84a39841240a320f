import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, inject } from "vitest";
import { connect, disconnect } from "#db/connection.ts";
import type { Db } from "#db/index.ts";
import { databaseUrl } from "./cluster.ts";

/** A migrated, empty database of this test file's own, removed when the file is done. */
export async function aDatabase(): Promise<Db> {
  const clusterUrl = inject("clusterUrl");
  const name = `t_${randomBytes(6).toString("hex")}`;
  const admin = postgres(clusterUrl, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name} template tpl`);

  const db = connect(databaseUrl(clusterUrl, name), { max: 10, name: "undersigned test" });
  afterAll(async () => {
    await disconnect(db);
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end();
  });
  return db;
}
