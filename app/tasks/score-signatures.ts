import { scoreSignatures } from "../domain/review/score-signatures.server.ts";
import type { Task } from "./task.ts";

/** Looks at signatures that are new, were confirmed, or of whose kind many came. */
export const scoreNewSignatures: Task = async ({ db, log, stop }) => {
  const { scored, held } = await scoreSignatures(db, { stop });
  if (held > 0) log.info({ scored, held }, "signatures wait for an organizer");
};
