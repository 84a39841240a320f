import { randomBytes } from "node:crypto";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { queueNames } from "#app/domain/base/jobs/queues.ts";
import { drawDueImages } from "#app/domain/pages/draw-due-images.server.ts";
import { drawPicture } from "#app/pictures/draw-picture.server.ts";
import { connect, disconnect } from "#db/connection.ts";
import { removeEmbedded, startEmbedded } from "#db/embedded.ts";
import { migrate } from "#db/migrate.ts";
import { seed } from "#db/seed/index.ts";
import { clusterFolder } from "./cluster-folder.ts";
import { emailNames } from "./email-names.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The server, as its superuser. */
    clusterUrl: string;
    /** The migrated database that each test file copies. */
    template: string;
    /** For sites: projects that start them have one with what each would make at its start. */
    siteTemplate: string;
  }
}

const root = new URL("../..", import.meta.url).pathname;

/** The roles of the tests: as in production, one that migrates and one that may only read and write rows. */
export const testRoles = { owner: "undersigned_test", app: "undersigned_test_app" };
const testPassword = "undersigned-test";

/**
 * Starts one server for all tests, with one migrated database that each test file copies. `TEST_DATABASE_URL`
 * names a server to use; otherwise the embedded one starts with fsync off.
 */
export default async function setup(project: TestProject) {
  const cluster = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, remove: async () => {} }
    : await startOwnCluster();
  const template = `tpl_${randomBytes(6).toString("hex")}`;

  const admin = postgres(cluster.url, { max: 1, onnotice: () => {} });
  await makeRoles(admin);
  await admin.unsafe(`create database ${template} owner ${testRoles.owner}`);
  await migrate({
    ownerUrl: databaseUrl(cluster.url, template, "owner"),
    folder: join(root, "db"),
    appRole: testRoles.app,
    queues: queueNames,
    emails: emailNames,
  });
  // The campaign and the pictures of its links: making them is half of a site's start.
  const hasSites = ["server", "deep"].includes(project.name);
  const siteTemplate = hasSites ? `${template}_site` : template;
  if (hasSites) {
    await admin.unsafe(copyOf(template, siteTemplate));
    const db = connect(databaseUrl(cluster.url, siteTemplate, "owner"));
    await seed(db);
    await drawDueImages(db, drawPicture);
    await disconnect(db);
  }
  project.provide("clusterUrl", cluster.url);
  project.provide("template", template);
  project.provide("siteTemplate", siteTemplate);

  return async () => {
    for (const name of new Set([siteTemplate, template]))
      await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end();
    await cluster.remove();
  };
}

/** Returns a statement that copies a database by files, in a third of the default's time, by log. */
export const copyOf = (template: string, name: string) =>
  `create database ${name} template ${template} owner ${testRoles.owner} strategy file_copy`;

/** Returns a database's address in the cluster, for the superuser or a test role. */
export function databaseUrl(clusterUrl: string, name: string, role?: keyof typeof testRoles): string {
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  if (role) Object.assign(url, { username: testRoles[role], password: testPassword });
  return url.toString();
}

async function makeRoles(admin: postgres.Sql): Promise<void> {
  // What a password costs at each of some thousand connections protects nothing here. PostgreSQL 15 has no
  // such setting.
  await admin.unsafe("select set_config(name, '1', false) from pg_settings where name = 'scram_iterations'");
  for (const role of Object.values(testRoles)) {
    await admin.unsafe(`
      do $$ begin create role ${role} login password '${testPassword}';
      exception when duplicate_object or unique_violation then null; end $$`);
  }
}

async function startOwnCluster() {
  const folder = await clusterFolder();
  const server = await startEmbedded({ folder, fsync: false });
  return { url: server.url("superuser", "postgres"), remove: () => removeEmbedded(folder) };
}
