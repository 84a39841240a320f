import { makeExport } from "#app/domain/outgoing/exports/making/make-export.server.ts";
import { wipeExpired } from "#app/domain/outgoing/exports/wipe-exports.server.ts";
import type { TaskPorts } from "./task.ts";

type Ports = Pick<TaskPorts, "db" | "keys" | "stop">;

/**
 * Makes the files that organizers asked to keep, one after the other, and removes expired ones. Returns how
 * many were begun.
 */
export async function makeExports({ db, keys, stop }: Ports, clock = () => new Date()): Promise<number> {
  await wipeExpired(db, clock());
  let made = 0;
  while (!stop.aborted && (await makeExport(db, keys, stop, clock))) made++;
  return made;
}
