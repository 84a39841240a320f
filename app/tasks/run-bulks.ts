import { runBulk } from "#app/domain/review/bulk/run-bulk.server.ts";
import type { Db } from "#db/index.ts";

/** Counts, invalidates and undoes bulks in slices; one can be cancelled in between. Returns the slices. */
export async function runBulks(db: Db, stop?: AbortSignal, now = new Date()): Promise<number> {
  let slices = 0;
  while (!stop?.aborted && (await runBulk(db, now))) slices++;
  return slices;
}
