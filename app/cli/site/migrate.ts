import { join } from "node:path";
import { exitCodes, readOptions, tell } from "#app/cli/command.ts";
import { type Opened, withDatabase } from "#app/cli/environment.ts";
import { queueNames } from "#app/domain/base/jobs/queues.ts";
import { migrate } from "#db/migrate.ts";

/** Brings the opened database up to date, as the owner of its schema. */
export function bringUpToDate({ ownerUrl, root, role }: Opened): Promise<void> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  return migrate({ ownerUrl, folder: join(root, "db"), appRole: role, queues: queueNames, say });
}

export async function migrateCommand(args: string[]): Promise<number> {
  const { json } = readOptions(args, {});
  await withDatabase("migrate", bringUpToDate);
  tell(json, { outcome: "migrated" }, "The database is up to date.");
  return exitCodes.done;
}
