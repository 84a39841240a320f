import { foldHours } from "#app/domain/upkeep/activity/fold-hours.server.ts";
import type { Task } from "./task.ts";

/** Sums up the hourly counts, to keep them small. */
export const foldActivity: Task = ({ db }) => foldHours(db);
