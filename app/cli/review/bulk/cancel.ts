import { changeBulk } from "#app/cli/review/parts/review.ts";
import { cancelBulk, withdrawUndo } from "#app/domain/review/bulk/change-bulk.server.ts";

export default changeBulk("stop one, or withdraw an undoing that waits", "stopped", async (db, on) => {
  const stopped = await cancelBulk(db, on);
  return stopped.outcome === "not-now" ? withdrawUndo(db, on) : stopped;
});
