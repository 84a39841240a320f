import { runUpdates } from "#app/domain/outgoing/updates/run-updates.server.ts";
import type { Task } from "./task.ts";

/** Moves the updates on that are due. */
export const sendUpdates: Task = ({ db, mailing, writeMails, log, stop }) =>
  runUpdates(db, { mailing, writeMails, log, stop });
