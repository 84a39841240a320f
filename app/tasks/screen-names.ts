import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import type { Task } from "./task.ts";

/** Screens names that are new or changed. */
export const screenNames: Task = async ({ db, log, stop }) => {
  const screened = await screenNewNames(db, { stop });
  if (screened > 0) log.info({ looked: screened }, "names looked at");
};
