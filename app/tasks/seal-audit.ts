import { sealAuditEntries } from "#app/domain/record/seal.server.ts";
import type { Task } from "./task.ts";

export const sealAudit: Task = async ({ db, log }) => {
  const sealed = await sealAuditEntries(db);
  if (sealed > 0) log.info({ sealed }, "audit entries sealed");
};
