import { join } from "node:path";
import type { Opened } from "#app/cli/environment.ts";
import { queueNames } from "#app/domain/base/jobs/queues.ts";
import { emailNames } from "#app/domain/outbox/sending/find-content.ts";
import { migrate } from "#db/migrate.ts";

/** Brings the opened database up to date, as the owner of its schema. */
export function bringUpToDate({ ownerUrl, root, role }: Opened): Promise<void> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const names = { queues: queueNames, emails: emailNames };
  return migrate({ ownerUrl, folder: join(root, "db"), appRole: role, ...names, say });
}
