import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrate } from "#db/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    clusterUrl: string;
  }
}

/**
 * One server for all tests, with one migrated database `tpl` that each test file copies.
 * `TEST_DATABASE_URL` names a server to use; otherwise the embedded one starts with fsync off.
 */
export default async function setup(project: TestProject) {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error("TEST_DATABASE_URL is not set");

  const admin = postgres(url, { max: 1, onnotice: () => {} });
  await admin`drop database if exists tpl with (force)`;
  await admin`create database tpl`;
  await admin.end();
  await migrate(databaseUrl(url, "tpl"), new URL("../../db/migrations", import.meta.url).pathname, "postgres");
  project.provide("clusterUrl", url);
}

export function databaseUrl(clusterUrl: string, name: string): string {
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  return url.toString();
}
