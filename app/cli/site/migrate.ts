import { join } from "node:path";
import { exitCodes, readOptions, tell } from "#app/cli/command.ts";
import { type Opened, withDatabase } from "#app/cli/environment.ts";
import { queueNames } from "#app/domain/base/jobs/queues.ts";
import { migrate } from "#db/migrate.ts";

/** Brings the opened database up to date, as the owner of its schema. */
export function bringUpToDate({ ownerUrl, root, role }: Opened): Promise<void> {
  return migrate({ ownerUrl, folder: join(root, "db/migrations"), appRole: role, queues: queueNames });
}

export async function migrateCommand(args: string[]): Promise<number> {
  const { json } = readOptions(args, {});
  await withDatabase("migrate", bringUpToDate);
  tell(json, { outcome: "migrated" }, "The database is up to date.");
  return exitCodes.done;
}
