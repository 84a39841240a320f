import { runImports } from "#app/domain/entries/imports/run-imports.server.ts";
import type { Task } from "./task.ts";

export const runDueImports: Task = async ({ db, keys, log, stop }) => {
  const ran = await runImports(db, keys, stop);
  if (ran > 0) log.info({ ran }, "imports were worked on");
};
