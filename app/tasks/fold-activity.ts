import { foldHours } from "#app/domain/upkeep/activity/fold-hours.server.ts";
import type { Task } from "./task.ts";

/** Keeps what was counted by the hour small. */
export const foldActivity: Task = ({ db }) => foldHours(db);
