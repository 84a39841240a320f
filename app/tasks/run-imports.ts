import { runImport } from "#app/domain/entries/imports/running/run-import.server.ts";
import { wipeWaiting } from "#app/domain/entries/imports/wipe-imports.server.ts";
import type { TaskPorts } from "./task.ts";

type Ports = Pick<TaskPorts, "db" | "keys" | "stop">;

/** Runs waiting imports, one after the other. Returns how many. */
export async function runImports({ db, keys, stop }: Ports, clock = () => new Date()): Promise<number> {
  await wipeWaiting(db, clock());
  let worked = 0;
  while (!stop.aborted && (await runImport(db, keys, stop, clock))) worked++;
  return worked;
}
