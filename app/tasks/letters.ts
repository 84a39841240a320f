import { runDispatches } from "#app/domain/outgoing/dispatches/run-dispatches.server.ts";
import type { Task } from "./task.ts";

/** Moves the dispatches of letters on that are due. */
export const letters: Task = ({ db, mailing, papers, log, stop }) =>
  runDispatches(db, { mailing, papers, log, stop });
