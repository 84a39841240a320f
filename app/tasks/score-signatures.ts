import { scoreSignatures } from "#app/domain/review/scoring/score-signatures.server.ts";
import { runBulks } from "./run-bulks.ts";
import type { Task } from "./task.ts";

/** Scores signatures that are new, confirmed or in a grown crowd, and continues bulks. */
export const scoreNewSignatures: Task = async ({ db, log, stop }) => {
  const { scored, onHold } = await scoreSignatures(db, { stop });
  const slices = await runBulks(db, stop);
  if (slices > 0) log.info({ slices }, "an invalidation went on");
  if (onHold > 0) log.info({ scored, onHold }, "signatures wait for an organizer");
};
