import { eraseClosed } from "#app/domain/upkeep/retention/erase-closed.server.ts";
import type { Task } from "./task.ts";

export const eraseClosedCampaigns: Task = async ({ db, mailing, log, stop }) => {
  const erased = await eraseClosed(db, mailing.transport.files, new Date(), stop);
  if (erased > 0) log.info({ erased }, "people of closed campaigns erased");
};
