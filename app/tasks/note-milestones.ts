import { noteMilestones } from "#app/domain/campaigns/note-milestones.server.ts";
import type { Task } from "./task.ts";

export const noteReached: Task = async ({ db }) => {
  await noteMilestones(db);
};
