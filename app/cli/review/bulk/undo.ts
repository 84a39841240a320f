import { changeBulk } from "#app/cli/review/parts/review.ts";
import { undoBulk } from "#app/domain/review/bulk/change-bulk.server.ts";

export default changeBulk("undo a bulk invalidation", "being undone", undoBulk);
