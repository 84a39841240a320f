import { noteMilestones } from "#app/domain/campaign/milestones/note-milestones.server.ts";
import type { Task } from "./task.ts";

export const noteReached: Task = async ({ db }) => {
  await noteMilestones(db);
};
