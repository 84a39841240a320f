import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, statfsSync, statSync } from "node:fs";
import { freemem } from "node:os";
import { join } from "node:path";
import { removeEmbedded } from "#db/embedded.ts";

const cache = join(import.meta.dirname, "../../.cache");
const memory = "/dev/shm";
/** Bytes; a run of all tests uses a small part. */
const room = 2 * 2 ** 30;

/**
 * Returns a new folder for a test server, and removes those of ended processes. In memory where there is
 * room: each test file copies a database of 1,200 files, which takes ten times the CPU time on a disk.
 */
export async function clusterFolder(): Promise<string> {
  for (const place of [cache, memory].filter(existsSync)) {
    for (const name of readdirSync(place)) {
      const folder = join(place, name);
      const maker = /^test-postgres-(\d+)/.exec(name)?.[1];
      if (maker && !existsSync(`/proc/${maker}`) && isOurs(folder)) await removeEmbedded(folder);
    }
  }
  return join(hasRoom() ? memory : cache, `test-postgres-${process.pid}-${randomBytes(6).toString("hex")}`);
}

/** Another run may have removed it since it was listed. */
const isOurs = (folder: string) => statSync(folder, { throwIfNoEntry: false })?.uid === process.getuid?.();

function hasRoom(): boolean {
  if (!existsSync(memory) || freemem() < 2 * room) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > room;
}
