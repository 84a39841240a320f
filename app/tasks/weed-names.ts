import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import type { Task } from "./task.ts";

/** Looks at names that are new or were changed. */
export const weedNames: Task = async ({ db, log, stop }) => {
  const looked = await screenNewNames(db, { stop });
  if (looked > 0) log.info({ looked }, "names looked at");
};
