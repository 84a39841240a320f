import { publishTotals } from "#app/domain/entries/pledges/totals/publish-totals.server.ts";
import type { Task } from "./task.ts";

export const publishPledgeTotals: Task = async ({ db, mailing }) => {
  await publishTotals(db, mailing.keys);
};
