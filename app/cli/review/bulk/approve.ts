import { changeBulk } from "#app/cli/review/parts/review.ts";
import { approveBulk } from "#app/domain/review/bulk/change-bulk.server.ts";

export default changeBulk("approve one that was asked for, which begins it", "approved", (db, on, alone) =>
  approveBulk(db, { ...on, alone }),
);
