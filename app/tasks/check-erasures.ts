import { catchUp, reportCaughtUp } from "#app/domain/upkeep/erasure/catch-up.server.ts";
import type { Task } from "./task.ts";

/** Compares the erasure log with the database, which may have gone back in time. */
export const checkErasures: Task = async ({ db, erasing, log }) =>
  reportCaughtUp(log, await catchUp(db, erasing));
