import { makeExports } from "#app/domain/outgoing/exports/make-exports.server.ts";
import type { Task } from "./task.ts";

export const makeKeptExports: Task = async ({ db, keys, log, stop }) => {
  const made = await makeExports(db, keys, stop);
  if (made > 0) log.info({ made }, "files of exports were made");
};
