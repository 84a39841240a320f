import { changeBulk } from "#app/cli/review/parts/review.ts";
import { approveUndo, undoBulk } from "#app/domain/review/bulk/change-bulk.server.ts";

export default changeBulk(
  "ask to undo a bulk invalidation; an organizer must approve it",
  "is to be undone",
  async (db, on, alone) => {
    const approved = alone ? await approveUndo(db, { ...on, alone }) : null;
    return approved && approved.outcome !== "not-now" ? approved : undoBulk(db, { ...on, alone });
  },
);
