import { changeBulk } from "#app/cli/review/parts/review.ts";
import { approveBulk } from "#app/domain/review/bulk/change-bulk.server.ts";

export default changeBulk("approve a bulk invalidation; it begins", "approved", (db, on, alone) =>
  approveBulk(db, { ...on, alone }),
);
