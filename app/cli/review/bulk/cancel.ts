import { changeBulk } from "#app/cli/review/parts/review.ts";
import { cancelBulk, withdrawUndo } from "#app/domain/review/bulk/change-bulk.server.ts";

export default changeBulk(
  "stop a bulk invalidation, or withdraw a request to undo it",
  "stopped",
  async (db, on) => {
    const stopped = await cancelBulk(db, on);
    return stopped.outcome === "not-now" ? withdrawUndo(db, on) : stopped;
  },
);
